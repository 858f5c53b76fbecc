// What Jekyll reads from a document's path.
#pragma once

#include <optional>
#include <string_view>

namespace tincture::text {

struct DatedName {
  std::string_view date;  // "2020-01-02"
  std::string_view slug;
  std::string_view extension;  // with its dot
};
// Document::DATE_FILENAME_MATCHER: `folders/YYYY-MM-DD-slug.ext`, the year with two to four digits.
std::optional<DatedName> MatchDatedName(std::string_view path);

struct DatelessName {
  std::string_view slug;
  std::string_view extension;
};
// Document::DATELESS_FILENAME_MATCHER: `folders/slug.ext`.
std::optional<DatelessName> MatchDatelessName(std::string_view path);

}  // namespace tincture::text
