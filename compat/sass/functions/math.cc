// sass:math and the global functions of numbers.
#include <cmath>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/value/number_math.h"
#include "compat/sass/value/operations.h"

namespace tincture::compat::sass {

namespace {

Value SameUnits(Call& call, const Value& number, double value) { return number.WithNumber(call.arena(), value); }

Value Ceil(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  return SameUnits(call, number, std::ceil(number.number()));
}

Value Floor(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  return SameUnits(call, number, std::floor(number.number()));
}

Value Round(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  if (call.dialect().values.round_is_fuzzy) {
    return SameUnits(call, number, RoundHalf(call.values(), number.number()));
  }
  return SameUnits(call, number, std::round(number.number()));
}

Value Abs(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  return SameUnits(call, number, std::abs(number.number()));
}

Value GlobalAbs(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  if (!HasUnit(number, "%")) {
    WarnGlobal(call, "math", "abs");
    return Abs(call);
  }
  const std::string text = InspectAt(call, 0);
  Warn(call, "abs-percent",
       "Passing percentage units to the global abs() function is deprecated.\nIn the future, this will emit a CSS "
       "abs() function to be resolved by the browser.\nTo preserve current behavior: math.abs(" +
           text + ")\nTo emit a CSS abs() now: abs(#{" + text + "})\nMore info: https://sass-lang.com/d/abs-percent");
  return Abs(call);
}

Value Extreme(Call& call, Operator beats) {
  const Value* best = nullptr;
  for (const Value& value : RestAt(call, 0)) {
    const Value& number = CheckNumber(call.values(), value, "");
    if (!best || Apply(call.values(), beats, *best, number).truthy()) best = &number;
  }
  if (!best) Fail("At least one argument must be passed.");
  return *best;
}

Value Max(Call& call) { return Extreme(call, Operator::kLess); }
Value Min(Call& call) { return Extreme(call, Operator::kGreater); }

Value Clamp(Call& call) {
  const ValueContext& values = call.values();
  const Value& min = NumberAt(call, 0, "min");
  const Value& number = NumberAt(call, 1, "number");
  const Value& max = NumberAt(call, 2, "max");
  ConvertToMatch(values, number, min, "number", "min");
  ConvertToMatch(values, max, min, "max", "min");
  const auto reaches = [&](const Value& a, const Value& b) {
    return Apply(values, Operator::kGreaterOrEqual, a, b).truthy();
  };
  if (reaches(min, max) || reaches(min, number)) return min;
  return reaches(number, max) ? max : number;
}

Value Hypot(Call& call) {
  const std::span<const Value> numbers = RestAt(call, 0);
  for (const Value& number : numbers) CheckNumber(call.values(), number, "");
  if (numbers.empty()) Fail("At least one argument must be passed.");
  double sum = 0;
  for (size_t i = 0; i < numbers.size(); ++i) {
    const double value =
        ConvertToMatch(call.values(), numbers[i], numbers[0], "numbers[" + std::to_string(i + 1) + "]", "numbers[1]");
    sum += value * value;
  }
  return SameUnits(call, numbers[0], std::sqrt(sum));
}

Value Log(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  CheckNoUnits(call.values(), number, "number");
  const double logarithm = std::log(number.number());
  if (!IsGiven(call, 1)) return Value::Number(logarithm);
  const Value& base = NumberAt(call, 1, "base");
  CheckNoUnits(call.values(), base, "base");
  return Value::Number(logarithm / std::log(base.number()));
}

Value Pow(Call& call) {
  const Value& base = NumberAt(call, 0, "base");
  const Value& exponent = NumberAt(call, 1, "exponent");
  CheckNoUnits(call.values(), base, "base");
  CheckNoUnits(call.values(), exponent, "exponent");
  return Value::Number(std::pow(base.number(), exponent.number()));
}

Value OfNumber(Call& call, std::string_view name) {
  return MathOfOne(call.values(), name, NumberAt(call, 0, "number"));
}
Value Sqrt(Call& call) { return OfNumber(call, "sqrt"); }
Value Sin(Call& call) { return OfNumber(call, "sin"); }
Value Cos(Call& call) { return OfNumber(call, "cos"); }
Value Tan(Call& call) { return OfNumber(call, "tan"); }
Value Asin(Call& call) { return OfNumber(call, "asin"); }
Value Acos(Call& call) { return OfNumber(call, "acos"); }
Value Atan(Call& call) { return OfNumber(call, "atan"); }

Value Atan2(Call& call) {
  const Value& y = NumberAt(call, 0, "y");
  return ArcTangent(call.values(), y, NumberAt(call, 1, "x"));
}

Value IsCompatible(Call& call) {
  const Value& one = NumberAt(call, 0, "number1");
  return Value::Bool(Comparable(call.values(), one, NumberAt(call, 1, "number2")));
}

Value IsUnitless(Call& call) { return Value::Bool(NumberAt(call, 0, "number").units().none()); }

Value Unit(Call& call) {
  const Units& units = NumberAt(call, 0, "number").units();
  return NewText(call, units.none() ? "" : UnitText(call.dialect(), units), true);
}

Value Percentage(Call& call) {
  const Value& number = NumberAt(call, 0, "number");
  CheckNoUnits(call.values(), number, "number");
  return Value::Number(call.arena(), number.number() * 100, "%");
}

double RandomFraction(Call& call) { return static_cast<double>(call.host().Random() >> 11) * 0x1p-53; }

void WarnLimitUnit(Call& call, const Value& limit) {
  const std::string unit = UnitText(call.dialect(), limit.units());
  const std::string plain = "math.random(math.div($limit, 1" + unit + "))";
  Warn(call, "function-units",
       "math.random() will no longer ignore $limit units (" + Inspect(call.values(), limit) +
           ") in a future release.\n\nRecommendation: " + plain + " * 1" + unit +
           "\n\nTo preserve current behavior: " + plain + "\n\nMore info: https://sass-lang.com/d/function-units");
}

Value Random(Call& call) {
  if (!IsGiven(call, 0) || !call[0].truthy()) return Value::Number(RandomFraction(call));
  const Value& limit = NumberAt(call, 0, "limit");
  if (limit.has_units()) WarnLimitUnit(call, limit);
  const int64_t most = CheckInt(call.values(), limit, "limit");
  if (most < 1) Fail("$limit: Must be greater than 0, was " + Inspect(call.values(), limit) + ".");
  return Value::Number(std::floor(RandomFraction(call) * static_cast<double>(most)) + 1);
}

Value Div(Call& call) {
  if (!call[0].is_number() || !call[1].is_number()) {
    Warn(call, "",
         "math.div() will only support number arguments in a future release.\nUse list.slash() instead for a slash "
         "separator.");
  }
  return Apply(call.values(), Operator::kDivide, call[0], call[1]);
}

constexpr BuiltIn kFunctions[] = {
    {"ceil", "math", "ceil", "$number", Ceil},
    {"floor", "math", "floor", "$number", Floor},
    {"round", "math", "round", "$number", Round},
    {"abs", "", "", "$number", GlobalAbs, kInDart},
    {"abs", "", "", "$number", Abs, kInOld},
    {"", "math", "abs", "$number", Abs},
    {"max", "math", "max", "$numbers...", Max},
    {"min", "math", "min", "$numbers...", Min},
    {"percentage", "math", "percentage", "$number", Percentage},
    {"random", "math", "random", "$limit: null", Random},
    {"unit", "math", "unit", "$number", Unit},
    {"comparable", "math", "compatible", "$number1, $number2", IsCompatible},
    {"unitless", "math", "is-unitless", "$number", IsUnitless},
    {"", "math", "acos", "$number", Acos},
    {"", "math", "asin", "$number", Asin},
    {"", "math", "atan", "$number", Atan},
    {"", "math", "atan2", "$y, $x", Atan2},
    {"", "math", "clamp", "$min, $number, $max", Clamp},
    {"", "math", "cos", "$number", Cos},
    {"", "math", "hypot", "$numbers...", Hypot},
    {"", "math", "log", "$number, $base: null", Log},
    {"", "math", "pow", "$base, $exponent", Pow},
    {"", "math", "sin", "$number", Sin},
    {"", "math", "sqrt", "$number", Sqrt},
    {"", "math", "tan", "$number", Tan},
    {"", "math", "div", "$number1, $number2", Div},
};

}  // namespace

std::span<const BuiltIn> MathFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
