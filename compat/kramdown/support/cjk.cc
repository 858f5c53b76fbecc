#include "compat/kramdown/support/cjk.h"

#include <unicode/uscript.h>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

bool IsCjkAt(std::string_view text, size_t pos) {
  if (pos >= text.size() || static_cast<unsigned char>(text[pos]) < 0x80) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(CodePointAt(text, pos)), &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

}  // namespace

std::string JoinCjkLines(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    const bool between = text[pos] == '\n' && pos > 0 && IsCjkAt(text, CharBefore(text, pos)) && IsCjkAt(text, pos + 1);
    if (!between) out += text[pos];
  }
  return out;
}

}  // namespace tincture::kramdown
