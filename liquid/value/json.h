// JSON to Values, as Ruby's JSON.parse reads it: 1 is an Integer of any size and 1.0 a Float, members keep their order,
// of two members with one name the later one's value counts. Nothing of `text` is kept.
#pragma once

#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture {

// Fails with kind "JSON::ParserError", the place and what was expected; also beyond 100 levels, as in Ruby.
Result<Value> ParseJson(std::string_view text, Arena& arena);

}  // namespace tincture
