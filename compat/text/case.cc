#include "compat/text/case.h"

#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

enum class Mapping { kLower, kUpper, kTitle };

char MapAscii(char c, Mapping mapping) { return mapping == Mapping::kLower ? ToLower(c) : ToUpper(c); }

int32_t MapUtf16(const UChar* from, int32_t length, Mapping mapping, UChar* to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  if (mapping == Mapping::kLower) return u_strToLower(to, capacity, from, length, "", &status);
  if (mapping == Mapping::kUpper) return u_strToUpper(to, capacity, from, length, "", &status);
  return u_strToTitle(to, capacity, from, length, nullptr, "", &status);
}

void AppendMapped(char32_t code_point, Mapping mapping, std::string& out) {
  UChar from[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(from, length, code_point);
  UChar to[8];
  const int32_t mapped = MapUtf16(from, length, mapping, to, 8);
  for (int32_t i = 0; i < mapped;) {
    UChar32 c = 0;
    U16_NEXT(to, i, mapped, c);
    AppendUtf8(static_cast<char32_t>(c), out);
  }
}

// Takes one character off the front of `text`.
void MapNext(std::string_view& text, Mapping mapping, std::string& out) {
  const CodePoint c = DecodeUtf8(text);
  if (c.size == 1) {
    out += c.valid ? MapAscii(text[0], mapping) : text[0];
  } else {
    AppendMapped(c.value, mapping, out);
  }
  text.remove_prefix(c.size);
}

std::string Map(std::string_view text, Mapping mapping) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) MapNext(text, mapping, out);
  return out;
}

}  // namespace

std::string Downcase(std::string_view text) { return Map(text, Mapping::kLower); }

std::string Upcase(std::string_view text) { return Map(text, Mapping::kUpper); }

std::string Capitalize(std::string_view text) {
  std::string out;
  if (text.empty()) return out;
  MapNext(text, Mapping::kTitle, out);
  return out + Downcase(text);
}

}  // namespace tincture::text
