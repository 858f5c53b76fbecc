// Calculations: calc(), min(), max(), clamp(), hypot(), round(), ... worked out as far as the units allow.
// Operands and arguments are numbers, calculations, operations and unquoted strings (var(), interpolation); anything
// else fails.
#pragma once

#include <span>
#include <string_view>

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

struct CalcMode {
  bool simplify = true;          // false inside @supports
  std::string_view legacy = {};  // the old function ("min", "max", "round", "abs") whose arguments these may be: they
                                 // mix numbers with and without units
};

// `left op right` inside a calculation, op one of + - * /.
Value CalcOperation(const ValueContext& context, char op, Value left, Value right, const CalcMode& mode = {});

// Whether `name` (lower case) is a calculation function: calc, min, max, clamp, hypot, sqrt, sin, cos, tan, asin, acos,
// atan, abs, exp, sign, pow, log, atan2, mod, rem, round, calc-size.
bool IsCalcFunction(std::string_view name);

// Fails unless so many arguments may be written.
void CheckCalcArgumentCount(std::string_view name, size_t count);

// The function `name` (lower case) of these arguments: a number where it can be worked out, else a calculation.
Value CalcFunction(const ValueContext& context, std::string_view name, std::span<const Value> arguments,
                   const CalcMode& mode = {});

Value NewCalculation(Arena& arena, std::string_view name, std::span<const Value> arguments);

}  // namespace tincture::compat::sass
