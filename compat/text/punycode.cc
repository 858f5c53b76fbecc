#include "compat/text/punycode.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

#include "compat/text/case.h"
#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

constexpr uint32_t kBase = 36;
constexpr uint32_t kMinimum = 1;
constexpr uint32_t kMaximum = 26;

uint32_t Adapt(uint32_t delta, uint32_t points, bool first) {
  delta = first ? delta / 700 : delta / 2;
  delta += delta / points;
  uint32_t k = 0;
  for (; delta > (kBase - kMinimum) * kMaximum / 2; k += kBase) delta /= kBase - kMinimum;
  return k + (kBase - kMinimum + 1) * delta / (delta + 38);
}

char Digit(uint32_t value) { return static_cast<char>(value < 26 ? 'a' + value : '0' + value - 26); }

void AppendNumber(uint32_t number, uint32_t bias, std::string& out) {
  for (uint32_t k = kBase;; k += kBase) {
    const uint32_t threshold = k <= bias ? kMinimum : std::min(k - bias, kMaximum);
    if (number < threshold) break;
    out += Digit(threshold + (number - threshold) % (kBase - threshold));
    number = (number - threshold) / (kBase - threshold);
  }
  out += Digit(number);
}

std::u32string Composed(std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::UnicodeString text = nfkc->normalize(icu::UnicodeString::fromUTF8(Downcase(label)), status);
  std::u32string points;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    points += static_cast<char32_t>(text.char32At(i));
  }
  return points;
}

}  // namespace

std::string EncodePunycode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    if (c < 0x80) out += static_cast<char>(c);
  }
  auto handled = static_cast<uint32_t>(out.size());
  const uint32_t basic = handled;
  if (basic > 0) out += '-';
  uint32_t n = 0x80;
  uint32_t delta = 0;
  uint32_t bias = 72;
  while (handled < text.size()) {
    char32_t next = 0x110000;
    for (const char32_t c : text) {
      if (c >= n) next = std::min(next, c);
    }
    delta += (next - n) * (handled + 1);
    n = next;
    for (const char32_t c : text) {
      if (c < n) ++delta;
      if (c != n) continue;
      AppendNumber(delta, bias, out);
      bias = Adapt(delta, handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++n;
  }
  return out;
}

std::string DomainToAscii(std::string_view domain) {
  if (IsAscii(domain) || !IsValidUtf8(domain)) return std::string(domain);
  std::string out;
  while (!domain.empty()) {
    const std::string_view label = domain.substr(0, domain.find('.'));
    out += IsAscii(label) ? std::string(label) : "xn--" + EncodePunycode(Composed(label));
    domain.remove_prefix(label.size());
    if (domain.empty()) break;
    domain.remove_prefix(1);
    // String#split drops what is empty at the end.
    if (domain.find_first_not_of('.') == std::string_view::npos) break;
    out += '.';
  }
  return out;
}

}  // namespace tincture::text
