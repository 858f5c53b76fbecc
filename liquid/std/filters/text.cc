#include "liquid/std/filters/text.h"

#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

Text TextOf(const FilterCall& call, const Value& value) {
  switch (value.type()) {
    case Type::kString:
      return {value.AsString(), value.string_flags()};
    case Type::kArray:
    case Type::kHash:
    case Type::kDrop:
    case Type::kEmpty:
    case Type::kBlank:
      return {tincture::TextOf(value, call.access())};
    default:
      return {tincture::TextOf(value, call.access()), kAsciiTagged};
  }
}

Value Keep(const FilterCall& call, std::string_view text, uint8_t flags) {
  return Value::String(call.arena().Copy(text), flags);
}

uint8_t JoinedFlags(const Text& a, const Text& b) {
  if (a.flags == b.flags || IsAscii(b.bytes)) return a.flags;
  return IsAscii(a.bytes) ? b.flags : a.flags;
}

bool CheckValid(const FilterCall& call, const Text& text) {
  if (text.flags == kBinaryTagged || IsValidUtf8(text.bytes)) return true;
  call.Fail(kArgumentError, "invalid byte sequence in UTF-8");
  return false;
}

}  // namespace tincture::liquid
