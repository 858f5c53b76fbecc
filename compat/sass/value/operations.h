// SassScript's operators. Each fails (error.h) where the dialect has no such operation.
#pragma once

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

enum class Operator : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kPlus,
  kMinus,
  kTimes,
  kDivide,
  kModulo,
};

enum class UnaryOperator : uint8_t { kPlus, kMinus, kDivide, kNot };

// How an operator is written, such as ">=".
std::string_view TextOf(Operator op);

// Division is real division: whether `a/b` stays as written is the
// evaluator's knowledge (it adds the slash with WithSlash).
Value Apply(const ValueContext& context, Operator op, const Value& left, const Value& right);
Value Apply(const ValueContext& context, UnaryOperator op, const Value& operand);
// The commonest case: simple numbers of one unit, or of none where they are multiplied; no division. The result has the
// left one's spelling and place.
Value ApplyToSimpleNumbers(const ValueContext& context, Operator op, const Value& left, const Value& right);

bool Equal(const ValueContext& context, const Value& a, const Value& b);
// Equal values have equal hashes.
uint64_t Hash(const ValueContext& context, const Value& value);

// Whether a declaration with this value, or an item of a list, is left out of the CSS.
bool IsBlank(const ValueContext& context, const Value& value);

}  // namespace tincture::compat::sass
