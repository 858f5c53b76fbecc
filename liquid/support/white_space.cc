#include "liquid/support/white_space.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "liquid/support/blocks.h"

namespace tincture {

namespace {

constexpr size_t kStep = 16;  // bytes that are copied at a time

// `act(block)` for each 64 bytes of the text, the last ones followed by spaces. Behind a block lie `kStep` more bytes.
template <class Act>
void EachBlock(std::string_view text, Act act) {
  for (; text.size() >= kBlock + kStep; text.remove_prefix(kBlock)) act(text.data());
  while (!text.empty()) {
    char padded[kBlock + kStep];
    std::memset(padded, ' ', sizeof padded);
    const size_t size = std::min(text.size(), kBlock);
    std::memcpy(padded, text.data(), size);
    act(static_cast<const char*>(padded));
    text.remove_prefix(size);
  }
}

// Up to kStep - 1 bytes too many, of both.
void CopyInSteps(const char* from, size_t size, char* to) {
  for (size_t i = 0; i < size; i += kStep) std::memcpy(to + i, from + i, kStep);
}

}  // namespace

size_t CountWords(std::string_view text) {
  size_t words = 0;
  uint64_t before = 1;  // white space ends before the block
  EachBlock(text, [&](const char* block) {
    const uint64_t space = WhiteSpaceIn(block);
    words += static_cast<size_t>(std::popcount(~space & (space << 1 | before)));
    before = space >> 63;
  });
  return words;
}

char* WriteWords(std::string_view text, char* out) {
  char* const start = out;
  uint64_t before = 1;
  EachBlock(text, [&](const char* block) {
    const uint64_t space = WhiteSpaceIn(block);
    // Of a run of white space the first byte stays, as a space.
    uint64_t kept = ~(space & (space << 1 | before));
    uint64_t odd = kept & space & ~MatchesIn(block, ' ');
    before = space >> 63;
    while (kept != 0) {
      const int begin = std::countr_zero(kept);
      const int size = std::countr_one(kept >> begin);
      CopyInSteps(block + begin, static_cast<size_t>(size), out);
      for (; odd != 0 && std::countr_zero(odd) < begin + size; odd &= odd - 1) out[std::countr_zero(odd) - begin] = ' ';
      out += size;
      kept = begin + size == 64 ? 0 : kept >> (begin + size) << (begin + size);
    }
  });
  return out > start && out[-1] == ' ' ? out - 1 : out;
}

}  // namespace tincture
