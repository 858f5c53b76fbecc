// Sixty-four bytes of a text at a time: bit i of a mask tells of byte i. SSE2, which every x86-64 has; elsewhere plain
// loops.
#pragma once

#include <cstddef>
#include <cstdint>

#include "liquid/support/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tincture {

constexpr size_t kBlock = 64;

#ifdef __SSE2__

inline __m128i SixteenAt(const char* bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)); }

inline __m128i WhiteSpaceOf(__m128i bytes) {
  const __m128i from_tab = _mm_sub_epi8(bytes, _mm_set1_epi8('\t'));
  const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(from_tab, _mm_set1_epi8('\r' - '\t')), from_tab);
  return _mm_or_si128(controls, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
}

// `test`: sixteen bytes to sixteen bytes of 0 or 0xFF; only their highest bits count.
template <class Test>
inline uint64_t MaskOfBlock(const char* bytes, Test test) {
  const auto part = [&](int i) {
    return static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(test(SixteenAt(bytes + 16 * i)))));
  };
  return part(0) | part(1) << 16 | part(2) << 32 | part(3) << 48;
}

inline uint64_t WhiteSpaceIn(const char* block) { return MaskOfBlock(block, WhiteSpaceOf); }
inline uint64_t MatchesIn(const char* block, char c) {
  return MaskOfBlock(block, [same = _mm_set1_epi8(c)](__m128i bytes) { return _mm_cmpeq_epi8(bytes, same); });
}
inline bool IsAsciiBlock(const char* block) {
  const __m128i low = _mm_or_si128(SixteenAt(block), SixteenAt(block + 16));
  const __m128i high = _mm_or_si128(SixteenAt(block + 32), SixteenAt(block + 48));
  return _mm_movemask_epi8(_mm_or_si128(low, high)) == 0;
}

#else

template <class Test>
inline uint64_t MaskOfBlock(const char* bytes, Test test) {
  uint64_t mask = 0;
  for (size_t i = 0; i < kBlock; ++i) mask |= static_cast<uint64_t>(test(bytes[i])) << i;
  return mask;
}

inline uint64_t WhiteSpaceIn(const char* block) { return MaskOfBlock(block, IsSpace); }
inline uint64_t MatchesIn(const char* block, char c) {
  return MaskOfBlock(block, [c](char byte) { return byte == c; });
}
inline bool IsAsciiBlock(const char* block) {
  return MaskOfBlock(block, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }) == 0;
}

#endif

}  // namespace tincture
