// Ruby's ==, <=> and emptiness over Values of every type.
#pragma once

#include <optional>

#include "liquid/value/value.h"

namespace tincture {

// a == b: 1 == 1.0, "1" != 1, arrays and hashes by content, Drops by Drop::Equals.
bool Equal(const Value& a, const Value& b);
// a <=> b: negative, 0, positive; nothing where Ruby gives nil.
std::optional<int> Compare(const Value& a, const Value& b);

constexpr bool IsNumber(const Value& v) {
  return v.type() == Type::kInt || v.type() == Type::kBigInt || v.type() == Type::kFloat;
}
// respond_to?(:empty?) && empty?: an empty string, array or hash. A Drop answers by its IsHashLike keys only in the
// engine, so it is never empty here.
bool IsEmpty(const Value& v);

// How deep nested arrays are looked into, here and in ruby_text.h. `push` in a loop can nest without end; Ruby's own
// stack ends at about ten thousand.
inline constexpr int kMaxNesting = 2000;

}  // namespace tincture
