#include "compat/text/transliterate.h"

#include <algorithm>
#include <iterator>

#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

struct Approximation {
  char32_t character;
  std::string_view ascii;
};

constexpr Approximation kApproximations[] = {
#include "compat/text/transliterations.inc"
};

std::string_view AsciiFor(char32_t character) {
  const auto found = std::ranges::lower_bound(kApproximations, character, {}, &Approximation::character);
  return found != std::end(kApproximations) && found->character == character ? found->ascii : "?";
}

}  // namespace

std::string Transliterate(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    if (c.value < 0x80) {
      out += text[0];
    } else {
      out += AsciiFor(c.value);
    }
    text.remove_prefix(c.size);
  }
  return out;
}

}  // namespace tincture::text
