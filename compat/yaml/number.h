// Ruby's Integer() and Float() over the text of a scalar, for texts that a rule's pattern has already passed.
#pragma once

#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::yaml {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// `text` without any of `unwanted`.
std::string Without(std::string_view text, std::string_view unwanted);

// `text`: an optional sign, then decimal digits, or 0x, 0b, 0 and digits of that base. Any size.
// Error: no digits ("invalid value for Integer(): ...").
Result<Value> RubyInteger(std::string_view text, Arena& arena);

// Decimal notation; `_` only between digits. Error: anything else ("invalid value for Float(): ...").
Result<double> RubyFloat(std::string_view text);

}  // namespace tincture::yaml
