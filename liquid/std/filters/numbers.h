// Arguments that are numbers: Liquid's Utils.to_integer and Utils.to_number.
#pragma once

#include <cstdint>
#include <optional>

#include "liquid/exec/environment.h"
#include "liquid/value/decimal.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

// An Integer, or text that Kernel#Integer takes: an Int or BigInt. Nothing: the call has failed ("invalid integer").
std::optional<Value> ToIntegerValue(const FilterCall& call, const Value& value);
// An Integer as a C long. Nothing: the call has failed, with RangeError for what 64 bits do not hold.
std::optional<int64_t> ToLong(const FilterCall& call, const Value& integer);

// A Float becomes a decimal, "1.50" too, other strings by String#to_i, everything else 0.
Number ToNumber(const FilterCall& call, const Value& value);

}  // namespace tincture::liquid
