#include "liquid/support/text_search.h"

#include <bit>

namespace tincture {

// Looks for the first two characters at eight places at a time; before that at `from` itself, because matches come in
// rows.
size_t FindText(std::string_view text, std::string_view pattern, size_t from) {
  constexpr bool kIsLittleEndian = std::endian::native == std::endian::little;
  if (pattern.size() < 2 || text.size() < pattern.size() || !kIsLittleEndian) return text.find(pattern, from);
  const size_t last = text.size() - pattern.size();
  if (from <= last && SameText(text.substr(from, pattern.size()), pattern)) return from;
  const uint64_t first = Repeated(pattern[0]);
  const uint64_t second = Repeated(pattern[1]);
  size_t at = from;
  for (; at <= last && at + 9 <= text.size(); at += 8) {
    const char* const here = text.data() + at;
    uint64_t places = ZeroBytes((WordAt(here) ^ first) | (WordAt(here + 1) ^ second));
    for (; places != 0; places &= places - 1) {
      const size_t place = at + static_cast<size_t>(std::countr_zero(places)) / 8;
      if (place > last) return std::string_view::npos;
      if (SameText(text.substr(place, pattern.size()), pattern)) return place;
    }
  }
  return text.find(pattern, at);
}

}  // namespace tincture
