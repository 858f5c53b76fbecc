// base64_encode, base64_decode, base64_url_safe_encode, base64_url_safe_decode: Liquid 5 only.
#include <algorithm>
#include <optional>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

namespace {

constexpr std::string_view kStandard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Three bytes, or the last one or two, to four characters.
void EncodeGroup(std::string_view bytes, std::string_view alphabet, char* out) {
  uint32_t group = 0;
  for (size_t i = 0; i < 3; ++i) group = group << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
  for (size_t i = 0; i < 4; ++i) out[i] = i <= bytes.size() ? alphabet[group >> (18 - 6 * i) & 63] : '=';
}

Value Encoded(const FilterCall& call, std::string_view alphabet) {
  const std::string_view bytes = InputText(call).bytes;
  const size_t size = (bytes.size() + 2) / 3 * 4;
  char* const out = call.arena().AllocateChars(size);
  for (size_t i = 0; i < size / 4; ++i) EncodeGroup(bytes.substr(i * 3, 3), alphabet, out + i * 4);
  return Value::String({out, size}, kAsciiTagged);
}

// Base64.strict_decode64: whole groups, padding at the end only, no bits lost.
std::optional<std::string> Decode(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string out;
  for (; !text.empty(); text.remove_prefix(4)) {
    size_t digits = 4;
    if (text.size() == 4) {
      while (digits > 2 && text[digits - 1] == '=') --digits;
    }
    uint32_t group = 0;
    for (size_t i = 0; i < 4; ++i) {
      const size_t digit = i < digits ? kStandard.find(text[i]) : 0;
      if (digit == std::string_view::npos) return std::nullopt;
      group = group << 6 | static_cast<uint32_t>(digit);
    }
    for (size_t i = 0; i < 3; ++i) {
      const char byte = static_cast<char>(group >> (16 - 8 * i) & 255);
      if (i + 1 < digits) {
        out += byte;
      } else if (byte != 0) {
        return std::nullopt;
      }
    }
  }
  return out;
}

Value Decoded(const FilterCall& call, std::string_view text, std::string_view filter) {
  const std::optional<std::string> bytes = Decode(text);
  if (!bytes) return call.Fail(kArgumentError, "invalid base64 provided to " + std::string(filter));
  return Keep(call, *bytes, kBinaryTagged);
}

Value Base64Encode(const FilterCall& call) { return Encoded(call, kStandard); }
Value Base64UrlSafeEncode(const FilterCall& call) { return Encoded(call, kUrlSafe); }
Value Base64Decode(const FilterCall& call) { return Decoded(call, InputText(call).bytes, "base64_decode"); }

Value Base64UrlSafeDecode(const FilterCall& call) {
  std::string text(InputText(call).bytes);
  if (!text.ends_with('=')) text.resize((text.size() + 3) / 4 * 4, '=');
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  return Decoded(call, text, "base64_url_safe_decode");
}

}  // namespace

void AddBase64Filters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"base64_encode", 0, 0, Base64Encode},
      {"base64_decode", 0, 0, Base64Decode},
      {"base64_url_safe_encode", 0, 0, Base64UrlSafeEncode},
      {"base64_url_safe_decode", 0, 0, Base64UrlSafeDecode},
  };
  if (environment.dialect.has_liquid5_filters) environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
