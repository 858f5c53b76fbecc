#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/support/utf8.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

using Converter = FilterHost::Converter;

// Whether inspect gives Ruby a US-ASCII string: as the first item's says, or the first key's. Only strings are UTF-8.
bool InspectsInAscii(const Value& value) {
  const Value* inner = &value;
  for (int depth = 0; depth < kMaxNesting; ++depth) {
    if (inner->IsArray() && !inner->AsArray().empty()) {
      inner = &inner->AsArray().front();
    } else if (inner->IsHash() && !inner->AsHash().empty()) {
      inner = &inner->AsHash().entries().front().key;
    } else {
      break;
    }
  }
  return !inner->IsString() && !inner->IsDrop();
}

// Whether to_s is US-ASCII, which kramdown notices.
bool IsAsciiTagged(const Value& value, std::string_view text) {
  if (value.IsString()) return (value.string_flags() & kAsciiTagged) != 0;
  return InspectsInAscii(value) && IsAscii(text);
}

template <Converter converter>
Value ConvertMarkup(const liquid::FilterCall& call) {
  const std::string_view text = TextOf(call.input, call.access());
  const Result<std::string> html = HostOf(call.context).Convert(converter, text, IsAsciiTagged(call.input, text));
  if (!html.ok()) return call.Fail(html.error());
  return MakeString(call, *html);
}

// The Sass converters' errors are ArgumentErrors.
template <Converter converter>
Value ConvertStyles(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return FailNoMethod(call, "empty?", call.input);
  const std::string_view text = TextOf(call.input, call.access());
  const Result<std::string> css = HostOf(call.context).Convert(converter, text, IsAsciiTagged(call.input, text));
  if (!css.ok()) return FailArgument(call, css.error().message);
  return MakeString(call, *css);
}

constexpr liquid::Filter kFilters[] = {
    {"markdownify", 0, 0, ConvertMarkup<Converter::kMarkdown>},
    {"smartify", 0, 0, ConvertMarkup<Converter::kSmartyPants>},
    {"sassify", 0, 0, ConvertStyles<Converter::kSass>},
    {"scssify", 0, 0, ConvertStyles<Converter::kScss>},
};

}  // namespace

std::span<const liquid::Filter> ConverterFilters() { return kFilters; }

}  // namespace tincture::engine
