#include "liquid/support/text_search.h"

#include <bit>

#include "liquid/support/blocks.h"

namespace tincture {

namespace {

// Where the first two characters of a pattern may stand, of the sixteen places from `here` on.
class PairSearch {
 public:
  static constexpr size_t kPlaces = 16;

  explicit PairSearch(std::string_view pattern) : first_(pattern[0]), second_(pattern[1]) {}

#ifdef __SSE2__
  uint32_t At(const char* here) const {
    const __m128i first = _mm_cmpeq_epi8(SixteenAt(here), _mm_set1_epi8(first_));
    const __m128i second = _mm_cmpeq_epi8(SixteenAt(here + 1), _mm_set1_epi8(second_));
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_and_si128(first, second)));
  }
#else
  uint32_t At(const char* here) const {
    uint32_t places = 0;
    for (size_t i = 0; i < kPlaces; ++i) places |= uint32_t{here[i] == first_ && here[i + 1] == second_} << i;
    return places;
  }
#endif

 private:
  char first_;
  char second_;
};

}  // namespace

// Before all else at `from` itself, because matches come in rows.
size_t FindText(std::string_view text, std::string_view pattern, size_t from) {
  if (pattern.size() < 2 || text.size() < pattern.size()) return text.find(pattern, from);
  const size_t last = text.size() - pattern.size();
  if (from <= last && SameText(text.substr(from, pattern.size()), pattern)) return from;
  const PairSearch search(pattern);
  size_t at = from;
  for (; at <= last && at + PairSearch::kPlaces + 1 <= text.size(); at += PairSearch::kPlaces) {
    for (uint32_t places = search.At(text.data() + at); places != 0; places &= places - 1) {
      const size_t place = at + static_cast<size_t>(std::countr_zero(places));
      if (place > last) return std::string_view::npos;
      if (SameText(text.substr(place, pattern.size()), pattern)) return place;
    }
  }
  return text.find(pattern, at);
}

}  // namespace tincture
