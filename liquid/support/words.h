// Eight bytes of a text at a time, in plain C++.
#pragma once

#include <cstdint>
#include <cstring>

namespace tincture {

constexpr uint64_t kLowBits = 0x0101010101010101ull;
constexpr uint64_t kHighBits = 0x8080808080808080ull;

inline uint64_t WordAt(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

constexpr uint64_t Repeated(char c) { return kLowBits * static_cast<unsigned char>(c); }

// Not 0 where a byte of `word` is 0. Its lowest bit marks the first such byte (of a little-endian word); bits above it
// may mark bytes that are 1.
constexpr uint64_t ZeroBytes(uint64_t word) { return (word - kLowBits) & ~word & kHighBits; }

}  // namespace tincture
