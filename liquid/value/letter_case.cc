#include "liquid/value/letter_case.h"

#include <unicode/ucasemap.h>
#include <unicode/ustring.h>

#include "liquid/support/utf8.h"

namespace tincture {

namespace {

enum class Case { kLower, kUpper, kTitle };

char AsciiTo(Case wanted, char c) { return wanted == Case::kLower ? ToLower(c) : ToUpper(c); }

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
  } else {
    AppendMapped(wanted, c.value, out);
  }
  return true;
}

bool AppendAll(Case wanted, std::string_view text, std::string& out) {
  if (IsAscii(text)) {
    const size_t start = out.size();
    out += text;
    // One loop a case, so that the compiler can take many bytes at a time.
    if (wanted == Case::kLower) {
      for (size_t i = start; i < out.size(); ++i) out[i] = ToLower(out[i]);
    } else {
      for (size_t i = start; i < out.size(); ++i) out[i] = ToUpper(out[i]);
    }
    return true;
  }
  while (!text.empty()) {
    if (!AppendCharacter(wanted, text, out)) return false;
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
