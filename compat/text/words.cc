#include "compat/text/words.h"

#include <unicode/uscript.h>

#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

bool IsCjk(const CodePoint& c) {
  if (!c.valid || c.value < 0x1100) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c.value), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_KATAKANA:
    case USCRIPT_HIRAGANA:
    case USCRIPT_HANGUL:
      return true;
    default:
      return false;
  }
}

}  // namespace

CjkCount CountCjkWords(std::string_view text) {
  CjkCount count;
  bool inside = false;
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    const bool cjk = IsCjk(c);
    const bool word = !cjk && !IsSpace(text[0]);
    count.characters += cjk;
    count.words += word && !inside;
    inside = word;
    text.remove_prefix(c.size);
  }
  return count;
}

}  // namespace tincture::text
