#include "compat/sass/vlq.h"

namespace tincture::compat::sass {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr int kContinues = 32;  // the digit's top bit: more digits follow, each of five bits, the lowest first

}  // namespace

std::optional<int64_t> TakeVlq(std::string_view* text) {
  uint64_t bits = 0;
  for (int shift = 0; shift < 60 && !text->empty(); shift += 5) {
    const size_t digit = kDigits.find(text->front());
    if (digit == kDigits.npos) return std::nullopt;
    text->remove_prefix(1);
    bits |= static_cast<uint64_t>(digit % kContinues) << shift;
    if (digit < kContinues) {
      const auto magnitude = static_cast<int64_t>(bits >> 1);
      return bits % 2 == 1 ? -magnitude : magnitude;
    }
  }
  return std::nullopt;
}

void AppendVlq(int64_t number, std::string* text) {
  uint64_t bits = static_cast<uint64_t>(number < 0 ? -number : number) * 2 + (number < 0 ? 1 : 0);
  for (; bits >= kContinues; bits /= kContinues) *text += kDigits[bits % kContinues + kContinues];
  *text += kDigits[bits];
}

}  // namespace tincture::compat::sass
