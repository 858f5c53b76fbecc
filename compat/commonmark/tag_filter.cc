#include "compat/commonmark/tag_filter.h"

#include <algorithm>
#include <array>

#include "liquid/support/utf8.h"

namespace tincture::commonmark {

namespace {

constexpr std::array<std::string_view, 9> kFiltered = {"title",   "textarea", "style",  "xmp",      "iframe",
                                                       "noembed", "noframes", "script", "plaintext"};

bool HasNameAt(std::string_view html, size_t pos, std::string_view name) {
  const std::string_view found = html.substr(pos, name.size());
  const std::string_view rest = html.substr(pos + found.size());
  const bool ends = !rest.empty() && (IsSpace(rest[0]) || rest[0] == '>' || rest.starts_with("/>"));
  return ends && std::ranges::equal(found, name, {}, ToLower);
}

bool IsFilteredAt(std::string_view html, size_t pos) {
  return std::ranges::any_of(kFiltered, [&](std::string_view name) { return HasNameAt(html, pos, name); });
}

}  // namespace

std::string FilterTags(std::string_view html) {
  std::string filtered;
  for (size_t pos = 0; pos < html.size(); ++pos) {
    if (html[pos] == '<' && IsFilteredAt(html, pos + 1)) {
      filtered += "&lt;";
    } else {
      filtered += html[pos];
    }
  }
  return filtered;
}

}  // namespace tincture::commonmark
