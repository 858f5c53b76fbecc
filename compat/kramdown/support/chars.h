// Characters as Ruby's regular expressions class them. \s, \w, \d are ASCII; [[:alpha:]], \p{Word} and \b know Unicode.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tincture::kramdown {

inline constexpr size_t kNoMatch = static_cast<size_t>(-1);

inline bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool IsBlank(char c) { return c == ' ' || c == '\t'; }
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAsciiAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool IsWord(char c) { return IsAsciiAlpha(c) || IsDigit(c) || c == '_'; }
inline bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Bytes of the character that starts at `pos`; 1 where it is not UTF-8.
size_t CharLength(std::string_view text, size_t pos);
// Start of the character that ends before `pos`; pos > 0.
size_t CharBefore(std::string_view text, size_t pos);
char32_t CodePointAt(std::string_view text, size_t pos);
// As Ruby's pack('U'): up to six bytes, surrogates and all.
void AppendUtf8(std::string& out, char32_t code_point);

// [[:alpha:]], [[:alnum:]] and \p{Word} of the character at `pos`; false at the end.
bool IsAlphaAt(std::string_view text, size_t pos);
bool IsAlnumAt(std::string_view text, size_t pos);
bool IsWordAt(std::string_view text, size_t pos);

// String#downcase: code point by code point, so a final sigma stays an ordinary one.
std::string Downcase(std::string_view text);

// String#strip and its halves: white space and NUL.
std::string_view LeftStrip(std::string_view text);
std::string_view RightStrip(std::string_view text);
inline std::string_view Strip(std::string_view text) { return LeftStrip(RightStrip(text)); }

// Past a run of \s, or of blanks.
inline size_t SkipSpace(std::string_view text, size_t pos) {
  while (pos < text.size() && IsSpace(text[pos])) ++pos;
  return pos;
}
inline size_t SkipBlanks(std::string_view text, size_t pos) {
  while (pos < text.size() && IsBlank(text[pos])) ++pos;
  return pos;
}
inline bool StartsWithAt(std::string_view text, size_t pos, std::string_view prefix) {
  return pos <= text.size() && text.substr(pos, prefix.size()) == prefix;
}

}  // namespace tincture::kramdown
