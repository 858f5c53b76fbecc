#include "compat/text/file_name.h"

#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

// Takes `minimum` to `maximum` digits and then a hyphen.
bool TakeNumber(std::string_view text, size_t minimum, size_t maximum, size_t& position) {
  size_t end = position;
  while (end < text.size() && end - position < maximum && IsDigit(text[end])) ++end;
  if (end - position < minimum || end == text.size() || text[end] != '-') return false;
  position = end + 1;
  return true;
}

std::string_view LastSegment(std::string_view path) {
  const size_t slash = path.rfind('/');
  // A slash that begins the path belongs to the name: the expression wants something before each slash.
  return slash == std::string_view::npos || slash == 0 ? path : path.substr(slash + 1);
}

}  // namespace

std::optional<DatelessName> MatchDatelessName(std::string_view path) {
  const std::string_view name = LastSegment(path);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size()) return std::nullopt;
  return DatelessName{name.substr(0, dot), name.substr(dot)};
}

std::optional<DatedName> MatchDatedName(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == 0) return std::nullopt;
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  size_t slug = 0;
  if (!TakeNumber(name, 2, 4, slug) || !TakeNumber(name, 1, 2, slug) || !TakeNumber(name, 1, 2, slug)) {
    return std::nullopt;
  }
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < slug || dot + 1 == name.size()) return std::nullopt;
  return DatedName{name.substr(0, slug - 1), name.substr(slug, dot - slug), name.substr(dot)};
}

}  // namespace tincture::text
