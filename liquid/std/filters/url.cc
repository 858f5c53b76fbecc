// url_encode, url_decode: Ruby's CGI.escape and CGI.unescape.
#include "liquid/std/filters/byte_texts.h"
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

namespace {

constexpr bool IsUnreserved(char c) { return IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

constexpr std::string_view kHex = "0123456789ABCDEF";

constexpr ByteText EncodedByte(char c) {
  if (IsUnreserved(c)) return {{c}, 1};
  if (c == ' ') return {{'+'}, 1};
  const auto byte = static_cast<unsigned char>(c);
  return {{'%', kHex[byte >> 4], kHex[byte & 15]}, 3};
}

Value UrlEncode(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  static constexpr ByteTexts kEncoded = MakeByteTexts(EncodedByte);
  const Text text = InputText(call);
  TextBuilder out(call.arena(), text.bytes.size() + text.bytes.size() / 2);
  AppendBytes(text.bytes, kEncoded, out);
  return Value::String(out.Finish(), text.flags);
}

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Value UrlDecode(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const std::string_view text = InputText(call).bytes;
  TextBuilder out(call.arena(), text.size());
  char* end = out.Room(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 && HexValue(text[i + 2]) >= 0) {
      *end++ = static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
      i += 2;
    } else {
      *end++ = text[i] == '+' ? ' ' : text[i];
    }
  }
  out.WroteTo(end);
  if (!IsValidUtf8(out.text())) return call.Fail(kArgumentError, "invalid byte sequence in UTF-8");
  return Value::String(out.Finish());
}

}  // namespace

void AddUrlFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {{"url_encode", 0, 0, UrlEncode}, {"url_decode", 0, 0, UrlDecode}};
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
