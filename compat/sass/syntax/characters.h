// Classes of bytes, by CSS's rules. Bytes of 0x80 and more belong to names.
#pragma once

#include <array>
#include <cstdint>

namespace tincture::compat::sass {

inline constexpr uint8_t kNameStartBit = 1;
inline constexpr uint8_t kNameBit = 2;
inline constexpr uint8_t kDigitBit = 4;
inline constexpr uint8_t kHexBit = 8;
inline constexpr uint8_t kSpaceBit = 16;    // space, tab, newlines
inline constexpr uint8_t kNewlineBit = 32;

inline constexpr std::array<uint8_t, 256> kCharacterBits = [] {
  std::array<uint8_t, 256> bits{};
  for (int c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const int lower = c | 0x20;
    const bool letter = c < 128 && lower >= 'a' && lower <= 'z';
    const bool start = letter || c == '_' || c >= 0x80;
    const bool newline = c == '\n' || c == '\r' || c == '\f';
    uint8_t set = 0;
    if (start) set |= kNameStartBit;
    if (start || digit || c == '-') set |= kNameBit;
    if (digit) set |= kDigitBit;
    if (digit || (letter && lower <= 'f')) set |= kHexBit;
    if (newline || c == ' ' || c == '\t') set |= kSpaceBit;
    if (newline) set |= kNewlineBit;
    bits[static_cast<size_t>(c)] = set;
  }
  return bits;
}();

constexpr bool HasBits(char c, uint8_t bits) { return (kCharacterBits[static_cast<unsigned char>(c)] & bits) != 0; }
constexpr bool IsNameStart(char c) { return HasBits(c, kNameStartBit); }
constexpr bool IsNameCharacter(char c) { return HasBits(c, kNameBit); }
constexpr bool IsDigit(char c) { return HasBits(c, kDigitBit); }
constexpr bool IsHex(char c) { return HasBits(c, kHexBit); }
constexpr bool IsSpace(char c) { return HasBits(c, kSpaceBit); }
constexpr bool IsNewline(char c) { return HasBits(c, kNewlineBit); }
constexpr char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr int HexValue(char c) { return IsDigit(c) ? c - '0' : Lower(c) - 'a' + 10; }

}  // namespace tincture::compat::sass
