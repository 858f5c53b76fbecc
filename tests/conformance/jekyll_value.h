// A Jekyll record's text as Values: as ParseRecord (liquid.h), and {"$range": [1, 4]}, {"$symbol": "a"} besides.
#pragma once

#include <string>

#include "liquid/support/arena.h"
#include "liquid/value/value.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

Value ParseJekyllRecord(std::string_view text, Arena& arena);
// Everything it points at too, but drops.
Value CopyValue(const Value& value, Arena& arena);
std::string Serialized(const Json& json);

}  // namespace tincture::vectors
