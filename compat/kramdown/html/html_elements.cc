#include "compat/kramdown/html/html_elements.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tincture::kramdown {

namespace {

enum Trait : uint8_t {
  kSpan = 1,
  kBlock = 2,
  kEmpty = 4,
  kBlockContent = 8,
  kSpanContent = 16,
  kRawContent = 32,
};

struct ElementTraits {
  std::string_view name;
  uint8_t traits;
};

// Sorted by name.
constexpr std::array kElements = std::to_array<ElementTraits>({
    {"a", kSpan | kSpanContent},
    {"abbr", kSpan | kSpanContent},
    {"acronym", kSpan | kSpanContent},
    {"address", kBlock | kBlockContent},
    {"applet", kBlock | kBlockContent},
    {"area", kEmpty},
    {"article", kBlock | kBlockContent},
    {"aside", kBlock | kBlockContent},
    {"b", kSpan | kSpanContent},
    {"base", kEmpty},
    {"bdo", kSpan | kSpanContent},
    {"big", kSpan | kSpanContent},
    {"blockquote", kBlock | kBlockContent},
    {"body", kBlock | kBlockContent},
    {"br", kSpan | kEmpty},
    {"button", kSpan | kSpanContent},
    {"caption", kBlock | kSpanContent},
    {"cite", kSpan | kSpanContent},
    {"code", kSpan | kRawContent},
    {"col", kBlock | kEmpty},
    {"colgroup", kBlock},
    {"command", kEmpty},
    {"dd", kBlock | kBlockContent},
    {"del", kSpan | kSpanContent},
    {"details", kBlockContent},
    {"dfn", kSpan | kSpanContent},
    {"div", kBlock | kBlockContent},
    {"dl", kBlock | kBlockContent},
    {"dt", kBlock | kSpanContent},
    {"em", kSpan | kSpanContent},
    {"embed", kEmpty},
    {"fieldset", kBlock | kBlockContent},
    {"figcaption", kBlock | kBlockContent},
    {"figure", kBlockContent},
    {"footer", kBlock | kBlockContent},
    {"form", kBlock | kBlockContent},
    {"h1", kBlock | kSpanContent},
    {"h2", kBlock | kSpanContent},
    {"h3", kBlock | kSpanContent},
    {"h4", kBlock | kSpanContent},
    {"h5", kBlock | kSpanContent},
    {"h6", kBlock | kSpanContent},
    {"head", kBlock},
    {"header", kBlock | kBlockContent},
    {"hgroup", kBlock | kBlockContent},
    {"hr", kBlock | kEmpty},
    {"html", kBlock},
    {"i", kSpan | kSpanContent},
    {"iframe", kBlock | kBlockContent},
    {"img", kSpan | kEmpty},
    {"input", kSpan | kEmpty},
    {"ins", kSpan | kSpanContent},
    {"kbd", kSpan | kRawContent},
    {"keygen", kEmpty},
    {"label", kSpan | kSpanContent},
    {"legend", kBlock | kSpanContent},
    {"li", kBlock | kBlockContent},
    {"link", kEmpty},
    {"main", kBlock | kBlockContent},
    {"map", kBlock | kBlockContent},
    {"mark", kSpan},
    {"math", kRawContent},
    {"menu", kBlock | kBlockContent},
    {"meta", kEmpty},
    {"nav", kBlock | kBlockContent},
    {"noscript", kBlockContent},
    {"object", kBlockContent},
    {"ol", kBlock},
    {"optgroup", kBlock | kSpanContent},
    {"option", kSpan | kRawContent},
    {"p", kBlock | kSpanContent},
    {"param", kEmpty},
    {"pre", kBlock | kRawContent},
    {"q", kSpan | kSpanContent},
    {"rb", kSpan | kSpanContent},
    {"rbc", kSpan | kSpanContent},
    {"rp", kSpan | kSpanContent},
    {"rt", kSpan | kSpanContent},
    {"rtc", kSpan | kSpanContent},
    {"ruby", kSpan | kSpanContent},
    {"samp", kSpan | kRawContent},
    {"script", kRawContent},
    {"section", kBlock | kBlockContent},
    {"select", kSpan | kSpanContent},
    {"small", kSpan | kSpanContent},
    {"source", kEmpty},
    {"span", kSpan | kSpanContent},
    {"strong", kSpan | kSpanContent},
    {"style", kRawContent},
    {"sub", kSpan | kSpanContent},
    {"summary", kBlock | kBlockContent},
    {"sup", kSpan | kSpanContent},
    {"table", kBlock},
    {"tbody", kBlock},
    {"td", kBlock | kBlockContent},
    {"textarea", kRawContent},
    {"tfoot", kBlock},
    {"th", kBlock | kSpanContent},
    {"thead", kBlock},
    {"tr", kBlock},
    {"track", kEmpty},
    {"tt", kSpan | kSpanContent},
    {"u", kSpan},
    {"ul", kBlock},
    {"var", kSpan | kRawContent},
    {"wbr", kEmpty},
});
static_assert(std::ranges::is_sorted(kElements, {}, &ElementTraits::name));

uint8_t TraitsOf(std::string_view name) {
  const auto found = std::ranges::lower_bound(kElements, name, {}, &ElementTraits::name);
  return found != kElements.end() && found->name == name ? found->traits : 0;
}

}  // namespace

bool IsHtmlElement(std::string_view name) { return TraitsOf(name) != 0; }
bool IsHtmlSpanElement(std::string_view name) { return (TraitsOf(name) & kSpan) != 0; }
bool IsHtmlBlockElement(std::string_view name) { return (TraitsOf(name) & kBlock) != 0; }
bool IsHtmlElementWithoutBody(std::string_view name) { return (TraitsOf(name) & kEmpty) != 0; }

ContentModel HtmlContentModel(std::string_view name) {
  const uint8_t traits = TraitsOf(name);
  if (traits & kBlockContent) return ContentModel::kBlock;
  if (traits & kSpanContent) return ContentModel::kSpan;
  return ContentModel::kRaw;
}

}  // namespace tincture::kramdown
