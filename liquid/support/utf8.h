// UTF-8 as Ruby sees it: a string may hold broken bytes, and each of them counts as one character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tincture {

struct CodePoint {
  char32_t value;  // the byte itself where it is broken
  uint8_t size;    // bytes taken
  bool valid;
};

// Precondition: `text` is not empty.
CodePoint DecodeSlow(std::string_view text);
inline CodePoint DecodeUtf8(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  return byte < 0x80 ? CodePoint{byte, 1, true} : DecodeSlow(text);
}

void AppendUtf8(char32_t code_point, std::string& out);

// Where the first byte beyond ASCII is, at or after `from`; text.size() where there is none.
size_t SkipAscii(std::string_view text, size_t from);
inline bool IsAscii(std::string_view text) { return SkipAscii(text, 0) == text.size(); }
bool IsValidUtf8(std::string_view text);

// String#length.
size_t CharacterCount(std::string_view text);
// The byte where character `count` begins; text.size() where there are not so many.
size_t CharacterOffset(std::string_view text, size_t count);
// Where the last character begins. Precondition: `text` is not empty.
size_t LastCharacter(std::string_view text);
// String#scrub: each broken stretch becomes one U+FFFD per maximal subpart, as Unicode recommends.
std::string Scrub(std::string_view text);

// ASCII classes, free of the locale. IsSpace is Ruby's \s and ISSPACE.
constexpr bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAlpha(char c) { return IsUpper(c) || IsLower(c); }
constexpr bool IsAlnum(char c) { return IsAlpha(c) || IsDigit(c); }
constexpr char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c + 32) : c; }
constexpr char ToUpper(char c) { return IsLower(c) ? static_cast<char>(c - 32) : c; }

// String#lstrip, rstrip, strip: ASCII white space and NUL.
std::string_view StripLeft(std::string_view text);
std::string_view StripRight(std::string_view text);
inline std::string_view Strip(std::string_view text) { return StripLeft(StripRight(text)); }

}  // namespace tincture
