#include "liquid/value/letter_case.h"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <span>

#include "liquid/support/utf8.h"

namespace tincture {

namespace {

enum class Case { kLower, kUpper, kTitle };

char AsciiTo(Case wanted, char c) { return wanted == Case::kLower ? ToLower(c) : ToUpper(c); }

// Blocks where every letter's case is one other letter, or none: Latin (but ß, İ and ŉ), Cyrillic, and from the CJK
// radicals to the end of Hangul.
bool MapsToOne(char32_t c) {
  if (c < 0x180) return c != 0xDF && c != 0x130 && c != 0x149;
  return (c >= 0x400 && c < 0x530) || (c >= 0x2E80 && c < 0xD800);
}

char32_t MappedToOne(Case wanted, char32_t c) {
  const auto character = static_cast<UChar32>(c);
  switch (wanted) {
    case Case::kLower:
      return static_cast<char32_t>(u_tolower(character));
    case Case::kUpper:
      return static_cast<char32_t>(u_toupper(character));
    default:
      return static_cast<char32_t>(u_totitle(character));
  }
}

// ICU's full mapping of one character; it changes nothing but the letters of which a title case would have several.
void AppendMapped(Case wanted, char32_t c, std::string& out) {
  UChar from[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(from, length, static_cast<UChar32>(c));
  UChar to[8];
  UErrorCode error = U_ZERO_ERROR;
  int32_t size = 0;
  switch (wanted) {
    case Case::kLower:
      size = u_strToLower(to, 8, from, length, "", &error);
      break;
    case Case::kUpper:
      size = u_strToUpper(to, 8, from, length, "", &error);
      break;
    case Case::kTitle:
      size = u_strToTitle(to, 8, from, length, nullptr, "", &error);
      break;
  }
  for (int32_t i = 0; i < size;) {
    UChar32 mapped;
    U16_NEXT(to, i, size, mapped);
    AppendUtf8(static_cast<char32_t>(mapped), out);
  }
}

bool AppendCharacter(Case wanted, std::string_view& text, std::string& out) {
  const CodePoint c = DecodeUtf8(text);
  text.remove_prefix(c.size);
  if (!c.valid) return false;
  if (c.value < 0x80) {
    out += AsciiTo(wanted, static_cast<char>(c.value));
  } else if (MapsToOne(c.value)) {
    AppendUtf8(MappedToOne(wanted, c.value), out);
  } else {
    AppendMapped(wanted, c.value, out);
  }
  return true;
}

// One loop a case, so that the compiler can take many bytes at a time.
void AppendAscii(Case wanted, std::string_view text, std::string& out) {
  const size_t start = out.size();
  out += text;
  const std::span<char> added(out.data() + start, text.size());
  if (wanted == Case::kLower) {
    for (char& c : added) c = ToLower(c);
  } else {
    for (char& c : added) c = ToUpper(c);
  }
}

bool AppendAll(Case wanted, std::string_view text, std::string& out) {
  while (!text.empty()) {
    const size_t ascii = SkipAscii(text, 0);
    AppendAscii(wanted, text.substr(0, ascii), out);
    text.remove_prefix(ascii);
    if (!text.empty() && !AppendCharacter(wanted, text, out)) return false;
  }
  return true;
}

}  // namespace

bool AppendDowncase(std::string_view text, std::string& out) { return AppendAll(Case::kLower, text, out); }
bool AppendUpcase(std::string_view text, std::string& out) { return AppendAll(Case::kUpper, text, out); }

bool AppendCapitalized(std::string_view text, std::string& out) {
  if (text.empty()) return true;
  return AppendCharacter(Case::kTitle, text, out) && AppendAll(Case::kLower, text, out);
}

}  // namespace tincture
