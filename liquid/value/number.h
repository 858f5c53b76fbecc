// Numbers as Ruby writes and reads them. Sources: Float#to_s, String#to_i, String#to_f, Kernel#Integer (Ruby 3.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/value/value.h"

namespace tincture {

// Float#to_s: 1.0, 1.0e+20, Infinity, NaN. Fixed notation for 1e-4 <= |x| < 1e15.
void AppendFloat(double number, std::string& out);
void AppendInt(int64_t number, std::string& out);

// String#to_i: leading white space, sign, digits with single underscores; 0 where there are none. Int or BigInt.
Value ToInteger(std::string_view text, Arena& arena);
// Kernel#Integer: the whole text must be a number, 0x, 0o, 0b and 0 prefixes count; nothing where it is not.
std::optional<Value> ParseInteger(std::string_view text, Arena& arena);
// String#to_f: the longest decimal number at the start, 0.0 where there is none.
double ToFloat(std::string_view text);
// Float#to_i of a finite number: Int or BigInt, truncated.
Value TruncateFloat(double number, Arena& arena);

// "-" and digits, without leading zeros, as an Int where it fits and as a BigInt otherwise.
Value IntegerFromDigits(std::string_view digits, Arena& arena);

}  // namespace tincture
