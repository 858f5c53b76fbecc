// abs, plus, minus, times, divided_by, modulo, round, ceil, floor, at_least, at_most.
#include "liquid/exec/context.h"
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/numbers.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/compare.h"

namespace tincture::liquid {

namespace {

template <Value (*compute)(const Number&, const Number&, Arena&)>
Value Compute(const FilterCall& call) {
  return compute(ToNumber(call, call.input), ToNumber(call, call.args[0]), call.arena());
}

Value Abs(const FilterCall& call) { return AbsNumber(ToNumber(call, call.input), call.arena()); }

Value DividedBy(const FilterCall& call) {
  const Number a = ToNumber(call, call.input);
  const Number b = ToNumber(call, call.args[0]);
  if (a.is_integer() && b.is_integer() && IsZero(b)) return call.Fail(kZeroDivisionError, "divided by 0");
  return DivideNumbers(a, b, call.arena());
}

Value Modulo(const FilterCall& call) {
  const Number b = ToNumber(call, call.args[0]);
  if (IsZero(b)) return call.Fail(kZeroDivisionError, "divided by 0");
  return ModuloNumbers(ToNumber(call, call.input), b, call.arena());
}

// NaN and the infinities are no Integers.
bool CheckHasInteger(const FilterCall& call, const Number& number) {
  const std::string_view name = WithoutInteger(number);
  if (name.empty()) return true;
  const std::string_view suffix = name == "NaN" ? " (Not a Number)" : "";
  call.Fail(kFloatDomainError, "Computation results in '" + std::string(name) + "'" + std::string(suffix));
  return false;
}

// The number of digits as a C int. Nothing: the call has failed.
std::optional<int64_t> RoundingDigits(const FilterCall& call) {
  const Number number = ToNumber(call, call.Arg(0));
  if (!CheckHasInteger(call, number)) return std::nullopt;
  const Value digits = TruncateNumber(number, call.arena());
  if (!digits.IsInt()) {
    call.Fail("RangeError", "bignum too big to convert into `long'");
    return std::nullopt;
  }
  if (digits.AsInt() > INT32_MAX || digits.AsInt() < INT32_MIN) {
    const std::string_view size = digits.AsInt() > 0 ? "big" : "small";
    call.Fail("RangeError",
              "integer " + std::to_string(digits.AsInt()) + " too " + std::string(size) + " to convert to `int'");
    return std::nullopt;
  }
  return digits.AsInt();
}

Value Round(const FilterCall& call) {
  const Number number = ToNumber(call, call.input);
  const std::optional<int64_t> digits = RoundingDigits(call);
  if (!digits) return Value();
  if (*digits > 0) return RoundToDigits(number, *digits, call.arena());
  return CheckHasInteger(call, number) ? RoundToInteger(number, *digits, call.arena()) : Value();
}

template <Value (*round)(const Number&, Arena&)>
Value ToWhole(const FilterCall& call) {
  const Number number = ToNumber(call, call.input);
  return CheckHasInteger(call, number) ? round(number, call.arena()) : Value();
}

Value AtLeast(const FilterCall& call) {
  const Number least = ToNumber(call, call.args[0]);
  const Number number = ToNumber(call, call.input);
  return (IsGreater(least, number) ? least : number).ToValue();
}

Value AtMost(const FilterCall& call) {
  const Number most = ToNumber(call, call.args[0]);
  const Number number = ToNumber(call, call.input);
  return (IsGreater(number, most) ? most : number).ToValue();
}

}  // namespace

void AddMathFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"abs", 0, 0, Abs},
      {"plus", 1, 1, Compute<AddNumbers>},
      {"minus", 1, 1, Compute<SubtractNumbers>},
      {"times", 1, 1, Compute<MultiplyNumbers>},
      {"divided_by", 1, 1, DividedBy},
      {"modulo", 1, 1, Modulo},
      {"round", 0, 1, Round},
      {"ceil", 0, 0, ToWhole<CeilNumber>},
      {"floor", 0, 0, ToWhole<FloorNumber>},
      {"at_least", 1, 1, AtLeast},
      {"at_most", 1, 1, AtMost},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
