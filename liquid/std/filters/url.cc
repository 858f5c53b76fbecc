// url_encode, url_decode: Ruby's CGI.escape and CGI.unescape.
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

namespace {

bool IsUnreserved(char c) { return IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

Value UrlEncode(const FilterCall& call) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  if (call.input.IsNil()) return Value();
  const Text text = InputText(call);
  std::string out;
  out.reserve(text.bytes.size());
  for (const char c : text.bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (IsUnreserved(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return Keep(call, out, text.flags);
}

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Value UrlDecode(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const std::string_view text = InputText(call).bytes;
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 && HexValue(text[i + 2]) >= 0) {
      out += static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!IsValidUtf8(out)) return call.Fail(kArgumentError, "invalid byte sequence in UTF-8");
  return Keep(call, out, 0);
}

}  // namespace

void AddUrlFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {{"url_encode", 0, 0, UrlEncode}, {"url_decode", 0, 0, UrlDecode}};
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
