#include "compat/kramdown/entities.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

struct NamedEntity {
  std::string_view name;
  uint32_t code_point;
};
struct WindowsCodePoint {
  uint32_t code_point;
  uint32_t real;
};
#include "compat/kramdown/entities.inc"

static_assert(std::ranges::is_sorted(kNamedEntities, {}, &NamedEntity::name));
static_assert(std::ranges::is_sorted(kByCodePoint, {}, &NamedEntity::code_point));

constexpr uint64_t kLargestPacked = 0x7FFFFFFF;

uint64_t RealCodePoint(uint64_t code_point) {
  for (const WindowsCodePoint& entry : kWindowsCodePoints) {
    if (entry.code_point == code_point) return entry.real;
  }
  return code_point;
}

int DigitValue(char c) { return IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10; }

// As large as it gets where it does not fit.
uint64_t ParseNumber(std::string_view digits, uint64_t base) {
  uint64_t number = 0;
  for (const char c : digits) {
    if (number > std::numeric_limits<uint64_t>::max() / 32) return std::numeric_limits<uint64_t>::max();
    number = number * base + DigitValue(c);
  }
  return number;
}

std::optional<EntityMatch> MatchNumber(std::string_view text, size_t start, uint64_t base) {
  size_t end = start;
  while (end < text.size() && (base == 16 ? IsHexDigit(text[end]) : IsDigit(text[end]))) ++end;
  if (end == start || end >= text.size() || text[end] != ';') return std::nullopt;
  return EntityMatch{end + 1, EntityOf(ParseNumber(text.substr(start, end - start), base))};
}

bool IsNameChar(char c) { return IsWord(c) || c == '-' || c == '.' || c == ':'; }

}  // namespace

std::optional<Entity> FindEntity(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kNamedEntities, name, {}, &NamedEntity::name);
  if (found == std::end(kNamedEntities) || found->name != name) return std::nullopt;
  return Entity{found->code_point, found->name};
}

Entity EntityOf(uint64_t code_point) {
  const uint64_t real = RealCodePoint(code_point);
  const auto* found = std::ranges::lower_bound(kByCodePoint, real, {}, &NamedEntity::code_point);
  if (found == std::end(kByCodePoint) || found->code_point != real) return Entity{real, {}};
  return Entity{real, found->name};
}

std::optional<std::string> CharacterOf(const Entity& entity) {
  if (entity.code_point > kLargestPacked) return std::nullopt;
  std::string character;
  AppendUtf8(character, static_cast<char32_t>(entity.code_point));
  return character;
}

std::optional<EntityMatch> MatchEntity(std::string_view text, size_t pos) {
  if (pos + 1 >= text.size() || text[pos] != '&') return std::nullopt;
  if (StartsWithAt(text, pos, "&#x")) return MatchNumber(text, pos + 3, 16);
  if (text[pos + 1] == '#') return MatchNumber(text, pos + 2, 10);
  if (!IsWord(text[pos + 1]) && text[pos + 1] != ':') return std::nullopt;
  size_t end = pos + 2;
  while (end < text.size() && IsNameChar(text[end])) ++end;
  if (end >= text.size() || text[end] != ';') return std::nullopt;
  return EntityMatch{end + 1, FindEntity(text.substr(pos + 1, end - pos - 1))};
}

}  // namespace tincture::kramdown
