#include "compat/kramdown/support/chars.h"

#include <unicode/uchar.h>

namespace tincture::kramdown {

namespace {

unsigned char ByteAt(std::string_view text, size_t pos) { return static_cast<unsigned char>(text[pos]); }

bool IsContinuation(std::string_view text, size_t pos) {
  return pos < text.size() && (ByteAt(text, pos) & 0xC0) == 0x80;
}

bool IsStripped(char c) { return IsSpace(c) || c == '\0'; }

constexpr char32_t kCapitalIWithDot = 0x130;

}  // namespace

size_t CharLength(std::string_view text, size_t pos) {
  const unsigned char lead = ByteAt(text, pos);
  if (lead < 0xC2 || lead > 0xF4) return 1;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (size_t i = 1; i < length; ++i) {
    if (!IsContinuation(text, pos + i)) return 1;
  }
  return length;
}

size_t CharBefore(std::string_view text, size_t pos) {
  for (size_t back = 1; back <= 4 && back <= pos; ++back) {
    if (IsContinuation(text, pos - back)) continue;
    return CharLength(text, pos - back) == back ? pos - back : pos - 1;
  }
  return pos - 1;
}

char32_t CodePointAt(std::string_view text, size_t pos) {
  const size_t length = CharLength(text, pos);
  if (length == 1) return ByteAt(text, pos);
  char32_t code = ByteAt(text, pos) & (0xFF >> (length + 1));
  for (size_t i = 1; i < length; ++i) code = code << 6 | (ByteAt(text, pos + i) & 0x3F);
  return code;
}

void AppendUtf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  int extra = 1;
  while (extra < 5 && code_point >> (6 + 5 * extra) != 0) ++extra;
  out += static_cast<char>((0xFF00 >> (extra + 1) & 0xFF) | code_point >> (6 * extra));
  while (extra-- > 0) out += static_cast<char>(0x80 | (code_point >> (6 * extra) & 0x3F));
}

bool IsAlphaAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return false;
  if (ByteAt(text, pos) < 0x80) return IsAsciiAlpha(text[pos]);
  return u_isUAlphabetic(static_cast<UChar32>(CodePointAt(text, pos)));
}

bool IsAlnumAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return false;
  if (ByteAt(text, pos) < 0x80) return IsAsciiAlpha(text[pos]) || IsDigit(text[pos]);
  const UChar32 code = static_cast<UChar32>(CodePointAt(text, pos));
  return u_isUAlphabetic(code) || u_charType(code) == U_DECIMAL_DIGIT_NUMBER;
}

bool IsWordAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return false;
  if (ByteAt(text, pos) < 0x80) return IsWord(text[pos]);
  const UChar32 code = static_cast<UChar32>(CodePointAt(text, pos));
  constexpr uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK | U_GC_NL_MASK;
  return (U_MASK(u_charType(code)) & kWord) != 0 || u_isUAlphabetic(code);
}

std::string Downcase(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t pos = 0; pos < text.size(); pos += CharLength(text, pos)) {
    const unsigned char byte = ByteAt(text, pos);
    if (byte < 0x80) {
      result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[pos];
    } else if (CharLength(text, pos) == 1) {
      result += text[pos];
    } else if (CodePointAt(text, pos) == kCapitalIWithDot) {
      result += "i\xCC\x87";
    } else {
      AppendUtf8(result, static_cast<char32_t>(u_tolower(static_cast<UChar32>(CodePointAt(text, pos)))));
    }
  }
  return result;
}

std::string_view LeftStrip(std::string_view text) {
  size_t start = 0;
  while (start < text.size() && IsStripped(text[start])) ++start;
  return text.substr(start);
}

std::string_view RightStrip(std::string_view text) {
  while (!text.empty() && IsStripped(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace tincture::kramdown
