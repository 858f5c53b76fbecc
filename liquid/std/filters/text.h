// What filters on strings share: to_s of an argument with its encoding, results that live in the render's arena.
#pragma once

#include <string>
#include <string_view>

#include "liquid/exec/context.h"
#include "liquid/exec/environment.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

// A Ruby string: its bytes and its StringFlags.
struct Text {
  std::string_view bytes;
  uint8_t flags = 0;

  Value ToValue() const { return Value::String(bytes, flags); }
};

// value.to_s. A number's, nil's or a time's is US-ASCII.
Text TextOf(const FilterCall& call, const Value& value);
inline Text InputText(const FilterCall& call) { return TextOf(call, call.input); }

// The string that call.arena() keeps.
Value Keep(const FilterCall& call, std::string_view text, uint8_t flags);

// Characters, which are bytes in what is no UTF-8 to Ruby.
size_t LengthOf(const Text& text);
std::string_view FirstOf(const Text& text, size_t count);

// The encoding of a + b: that of the side that is not plain ASCII, a's where both are.
uint8_t JoinedFlags(const Text& a, const Text& b);

// Ruby refuses to join letters of different encodings. False: the call has failed.
bool CheckJoins(const FilterCall& call, const Text& a, const Text& b);
// Ruby refuses to match a pattern against broken UTF-8. False: the call has failed.
bool CheckValid(const FilterCall& call, const Text& text);

}  // namespace tincture::liquid
