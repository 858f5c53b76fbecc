#include "liquid/std/filters/text.h"

#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

Text TextOf(const FilterCall& call, const Value& value) {
  switch (value.type()) {
    case Type::kString:
      return {value.AsString(), value.string_flags()};
    case Type::kArray:
    case Type::kHash: {
      const std::string_view text = tincture::TextOf(value, call.access());
      return {text, InspectsAsAscii(value) && IsAscii(text) ? uint8_t{kAsciiTagged} : uint8_t{0}};
    }
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

size_t LengthOf(const Text& text) {
  return text.flags == kBinaryTagged ? text.bytes.size() : CharacterCount(text.bytes);
}

std::string_view FirstOf(const Text& text, size_t count) {
  return text.bytes.substr(0, text.flags == kBinaryTagged ? count : CharacterOffset(text.bytes, count));
}

bool CheckJoins(const FilterCall& call, const Text& a, const Text& b) {
  const bool a_is_binary = a.flags == kBinaryTagged;
  if (a_is_binary == (b.flags == kBinaryTagged) || IsAscii(a.bytes) || IsAscii(b.bytes)) return true;
  call.Fail("Encoding::CompatibilityError", a_is_binary ? "incompatible character encodings: ASCII-8BIT and UTF-8"
                                                        : "incompatible character encodings: UTF-8 and ASCII-8BIT");
  return false;
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
