#include "compat/sass/value/calculation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "compat/sass/value/checks.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/number_math.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

struct CalcFact {
  std::string_view name;
  size_t most_arguments;  // 0: any number
};

constexpr CalcFact kFunctions[] = {
    {"calc", 1}, {"min", 0},   {"max", 0},  {"clamp", 3}, {"hypot", 0}, {"sqrt", 1},      {"sin", 1},  {"cos", 1},
    {"tan", 1},  {"asin", 1},  {"acos", 1}, {"atan", 1},  {"abs", 1},   {"exp", 1},       {"sign", 1}, {"pow", 2},
    {"log", 2},  {"atan2", 2}, {"mod", 2},  {"rem", 2},   {"round", 3}, {"calc-size", 2},
};

const CalcFact* FactOf(std::string_view name) {
  const auto found = std::ranges::find(kFunctions, name, &CalcFact::name);
  return found == std::end(kFunctions) ? nullptr : found;
}

// Dimensions whose units CSS knows to convert or to compare at layout; others may turn out to fit.
constexpr std::string_view kLengths[] = {
    "em",  "rem",   "ex",    "rex",   "cap",   "rcap",  "ch",   "rch",   "ic",    "ric",   "lh",  "rlh", "vw",
    "lvw", "svw",   "dvw",   "vh",    "lvh",   "svh",   "dvh",  "vi",    "lvi",   "svi",   "dvi", "vb",  "lvb",
    "svb", "dvb",   "vmin",  "lvmin", "svmin", "dvmin", "vmax", "lvmax", "svmax", "dvmax", "cqw", "cqh", "cqi",
    "cqb", "cqmin", "cqmax", "cm",    "mm",    "q",     "in",   "pt",    "pc",    "px",
};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower;
}

// 0 is no dimension that is known.
int DimensionOf(std::string_view unit) {
  const std::string lower = Lower(unit);
  if (std::ranges::find(kLengths, lower) != std::end(kLengths)) return 1;
  if (lower == "deg" || lower == "grad" || lower == "rad" || lower == "turn") return 2;
  if (lower == "s" || lower == "ms") return 3;
  if (lower == "hz" || lower == "khz") return 4;
  if (lower == "dpi" || lower == "dpcm" || lower == "dppx") return 5;
  return 0;
}

bool MayBeCompatible(const Value& a, const Value& b) {
  const Units& x = a.units();
  const Units& y = b.units();
  if (x.none() || y.none()) return x.none() && y.none();
  const int one = DimensionOf(x.numerators[0]);
  const int other = DimensionOf(y.numerators[0]);
  return one == 0 || other == 0 || one == other;
}

void CheckCompatible(const ValueContext& context, std::span<const Value> arguments) {
  for (const Value& argument : arguments) {
    if (argument.is_number() && argument.units().complex()) {
      Fail("Number " + Inspect(context, argument) + " isn't compatible with CSS calculations.");
    }
  }
  for (size_t i = 0; i < arguments.size(); ++i) {
    for (size_t j = i + 1; j < arguments.size(); ++j) {
      const Value& a = arguments[i];
      const Value& b = arguments[j];
      if (!a.is_number() || !b.is_number() || MayBeCompatible(a, b)) continue;
      Fail(Inspect(context, a) + " and " + Inspect(context, b) + " are incompatible.");
    }
  }
}

// Whether a text has to stand in parentheses beside an operator: a variable may hold anything.
bool NeedsParentheses(std::string_view text) {
  const auto marks = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '/' || c == '*'; };
  return Lower(text.substr(0, 4)) == "var(" || std::ranges::any_of(text, marks);
}

Value InParentheses(const ValueContext& context, std::string_view text) {
  return Value::Unquoted(context.arena.Copy("(" + std::string(text) + ")"));
}

// What an argument means inside another calculation: calc() around it goes.
Value Simplified(const ValueContext& context, const Value& value) {
  switch (value.kind()) {
    case Kind::kNumber:
      return value.WithoutSlash(context.arena);
    case Kind::kOperation:
      return value;
    case Kind::kString:
      if (!value.quoted()) return value;
      Fail("Quoted string " + Inspect(context, value) + " can't be used in a calculation.");
    case Kind::kCalculation: {
      const CalculationBody& body = value.calculation();
      if (body.name != "calc" || body.arguments.size() != 1) return value;
      const Value& inner = body.arguments[0];
      if (inner.is_string() && !inner.quoted() && NeedsParentheses(inner.text())) {
        return InParentheses(context, inner.text());
      }
      return inner;
    }
    default:
      Fail("Value " + Inspect(context, value) + " can't be used in a calculation.");
  }
}

Value NewOperation(const ValueContext& context, char op, const Value& left, const Value& right) {
  return Value::Of(context.arena.New<OperationBody>(OperationBody{op, left, right}));
}

bool SameUnits(const ValueContext& context, const Value& a, const Value& b) { return SameDimension(context, a, b); }

void WarnLegacy(const ValueContext& context, std::string_view name) {
  if (!context.remarks) return;
  const std::string function(name);
  context.remarks->Warn("global-builtin", "In future versions of Sass, " + function +
                                              "() will be interpreted as the CSS " + function +
                                              "() calculation. This doesn't allow unitless numbers to be mixed with "
                                              "numbers with units. If you want to use the Sass function, call math." +
                                              function + "() instead.\n\nSee https://sass-lang.com/d/import");
}

Value AddOrSubtract(const ValueContext& context, char op, const Value& left, Value right, const CalcMode& mode) {
  if (left.is_number() && right.is_number()) {
    bool fit = SameUnits(context, left, right);
    if (!fit && !mode.legacy.empty() && Comparable(context, left, right)) {
      WarnLegacy(context, mode.legacy);
      fit = true;
    }
    if (fit) return Apply(context, op == '+' ? Operator::kPlus : Operator::kMinus, left, right);
  }
  const Value both[] = {left, right};
  CheckCompatible(context, both);
  if (right.is_number() && FuzzyLess(context, right.number(), 0)) {
    right = right.WithNumber(context.arena, -right.number());
    op = op == '+' ? '-' : '+';
  }
  return NewOperation(context, op, left, right);
}

// ---- functions

using Arguments = std::span<const Value>;

Value Unresolved(const ValueContext& context, std::string_view name, Arguments arguments) {
  return NewCalculation(context.arena, name, arguments);
}

bool AnyText(Arguments arguments) {
  return std::ranges::any_of(arguments, [](const Value& value) { return value.is_string(); });
}

void CheckLength(Arguments arguments, size_t expected) {
  if (arguments.size() == expected || AnyText(arguments)) return;
  const std::string count = std::to_string(arguments.size());
  Fail(std::to_string(expected) + " arguments required, but only " + count +
       (arguments.size() == 1 ? " was" : " were") + " passed.");
}

Value Extreme(const ValueContext& context, std::string_view name, Arguments arguments) {
  const Operator beats = name == "min" ? Operator::kGreater : Operator::kLess;
  const Value* best = nullptr;
  for (const Value& argument : arguments) {
    if (!argument.is_number() || (best && !Comparable(context, *best, argument))) {
      best = nullptr;
      break;
    }
    if (!best || Apply(context, beats, *best, argument).truthy()) best = &argument;
  }
  if (best) return *best;
  CheckCompatible(context, arguments);
  return Unresolved(context, name, arguments);
}

Value Clamp(const ValueContext& context, Arguments arguments) {
  const bool numbers = arguments.size() == 3 && std::ranges::all_of(arguments, &Value::is_number);
  if (numbers && SameUnits(context, arguments[0], arguments[1]) && SameUnits(context, arguments[0], arguments[2])) {
    const Value& value = arguments[1];
    if (Apply(context, Operator::kLessOrEqual, value, arguments[0]).truthy()) return arguments[0];
    if (Apply(context, Operator::kGreaterOrEqual, value, arguments[2]).truthy()) return arguments[2];
    return value;
  }
  CheckCompatible(context, arguments);
  CheckLength(arguments, 3);
  return Unresolved(context, "clamp", arguments);
}

Value Hypot(const ValueContext& context, Arguments arguments) {
  CheckCompatible(context, arguments);
  const Value& first = arguments[0];
  if (!first.is_number() || HasUnit(first, "%")) return Unresolved(context, "hypot", arguments);
  double sum = 0;
  for (const Value& argument : arguments) {
    if (!argument.is_number() || !SameUnits(context, argument, first)) return Unresolved(context, "hypot", arguments);
    const double value = *Convert(context, argument, first.units());
    sum += value * value;
  }
  return first.WithNumber(context.arena, std::sqrt(sum));
}

Value Abs(const ValueContext& context, const Value& number) {
  if (HasUnit(number, "%") && context.remarks) {
    const std::string text = Inspect(context, number);
    context.remarks->Warn(
        "abs-percent",
        "Passing percentage units to the global abs() function is deprecated.\nIn the future, this will emit a CSS "
        "abs() function to be resolved by the browser.\nTo preserve current behavior: math.abs(" +
            text + ")\nTo emit a CSS abs() now: abs(#{" + text + "})\nMore info: https://sass-lang.com/d/abs-percent");
  }
  return number.WithNumber(context.arena, std::abs(number.number()));
}

Value Sign(const ValueContext& context, const Value& number) {
  const double value = number.number();
  if (std::isnan(value) || value == 0) return number;
  if (HasUnit(number, "%")) return Unresolved(context, "sign", {&number, 1});
  return number.WithNumber(context.arena, value < 0 ? -1 : 1);
}

Value OfOne(const ValueContext& context, std::string_view name, const Value& argument) {
  if (!argument.is_number()) return Unresolved(context, name, {&argument, 1});
  if (name == "abs") return Abs(context, argument);
  if (name == "sign") return Sign(context, argument);
  if (name == "exp") {
    CheckNoUnits(context, argument, "");
    return Value::Number(std::pow(std::numbers::e, argument.number()));
  }
  if (name == "sqrt" || name == "atan" || name == "asin" || name == "acos") CheckNoUnits(context, argument, "");
  return MathOfOne(context, name, argument);
}

Value Pow(const ValueContext& context, Arguments arguments) {
  CheckLength(arguments, 2);
  if (arguments.size() < 2 || !arguments[0].is_number() || !arguments[1].is_number()) {
    return Unresolved(context, "pow", arguments);
  }
  CheckNoUnits(context, arguments[0], "");
  CheckNoUnits(context, arguments[1], "");
  return Value::Number(std::pow(arguments[0].number(), arguments[1].number()));
}

Value Log(const ValueContext& context, Arguments arguments) {
  if (!std::ranges::all_of(arguments, &Value::is_number)) return Unresolved(context, "log", arguments);
  for (const Value& argument : arguments) CheckNoUnits(context, argument, "");
  const double logarithm = std::log(arguments[0].number());
  return Value::Number(arguments.size() == 1 ? logarithm : logarithm / std::log(arguments[1].number()));
}

bool BothNumbers(Arguments arguments) {
  return arguments.size() == 2 && arguments[0].is_number() && arguments[1].is_number();
}

Value Atan2(const ValueContext& context, Arguments arguments) {
  CheckLength(arguments, 2);
  CheckCompatible(context, arguments);
  if (!BothNumbers(arguments) || HasUnit(arguments[0], "%") || HasUnit(arguments[1], "%") ||
      !SameUnits(context, arguments[0], arguments[1])) {
    return Unresolved(context, "atan2", arguments);
  }
  return ArcTangent(context, arguments[0], arguments[1]);
}

// CSS's rem() takes the sign of the dividend, where % and mod() take that of the modulus.
Value Remainder(const ValueContext& context, const Value& dividend, const Value& modulus, const Value& rest) {
  if (std::signbit(modulus.number()) == std::signbit(dividend.number())) return rest;
  if (std::isinf(modulus.number())) return dividend;
  if (rest.number() == 0) return rest.WithNumber(context.arena, -rest.number());
  return Apply(context, Operator::kMinus, rest, modulus);
}

Value Modulus(const ValueContext& context, std::string_view name, Arguments arguments) {
  CheckLength(arguments, 2);
  CheckCompatible(context, arguments);
  if (!BothNumbers(arguments) || !SameUnits(context, arguments[0], arguments[1])) {
    return Unresolved(context, name, arguments);
  }
  const Value rest = Apply(context, Operator::kModulo, arguments[0], arguments[1]);
  return name == "mod" ? rest : Remainder(context, arguments[0], arguments[1], rest);
}

bool IsStrategy(const Value& value) {
  if (!value.is_string()) return false;
  const std::string_view text = value.text();
  return text == "nearest" || text == "up" || text == "down" || text == "to-zero";
}

double ToInfiniteStep(std::string_view strategy, double number) {
  if (strategy == "up" && number > 0) return HUGE_VAL;
  if (strategy == "down" && number < 0) return -HUGE_VAL;
  if (strategy == "down") return 0;
  return number > 0 ? 0.0 : -0.0;
}

double RoundedTo(std::string_view strategy, double number, double step, bool negative_step) {
  const double quotient = number / step;
  if (strategy == "nearest") return std::round(quotient) * step;
  bool up = strategy == "up";
  if (strategy == "to-zero") return (number < 0 ? std::ceil(quotient) : std::floor(quotient)) * step;
  if (negative_step) up = !up;
  return (up ? std::ceil(quotient) : std::floor(quotient)) * step;
}

Value RoundWithStep(const ValueContext& context, std::string_view strategy, const Value& number, const Value& step) {
  const double value = number.number();
  const double by = step.number();
  if ((std::isinf(value) && std::isinf(by)) || by == 0 || std::isnan(value) || std::isnan(by)) {
    return number.WithNumber(context.arena, std::nan(""));
  }
  if (std::isinf(value)) return number;
  if (std::isinf(by)) {
    return value == 0 ? number : number.WithNumber(context.arena, ToInfiniteStep(strategy, value));
  }
  const double converted = *Convert(context, step, number.units());
  return number.WithNumber(context.arena, RoundedTo(strategy, value, converted, by < 0));
}

Value RoundOne(const ValueContext& context, const Value& number, const CalcMode& mode) {
  if (IsStrategy(number)) Fail("Number to round and step arguments are required.");
  if (!number.is_number()) return Unresolved(context, "round", {&number, 1});
  if (number.has_units() && mode.legacy.empty()) return Unresolved(context, "round", {&number, 1});
  if (number.has_units() && context.remarks) {
    context.remarks->Warn("global-builtin",
                          "In future versions of Sass, round() will be interpreted as a CSS round() calculation. This "
                          "requires an explicit modulus when rounding numbers with units. If you want to use the Sass "
                          "function, call math.round() instead.\n\nSee https://sass-lang.com/d/import");
  }
  return number.WithNumber(context.arena, std::round(number.number()));
}

Value RoundTwo(const ValueContext& context, Arguments arguments) {
  if (IsStrategy(arguments[0])) {
    if (arguments[1].is_string()) return Unresolved(context, "round", arguments);
    Fail("If strategy is not null, step is required.");
  }
  if (!BothNumbers(arguments)) return Unresolved(context, "round", arguments);
  CheckCompatible(context, arguments);
  if (!SameUnits(context, arguments[0], arguments[1])) return Unresolved(context, "round", arguments);
  return RoundWithStep(context, "nearest", arguments[0], arguments[1]);
}

Value RoundThree(const ValueContext& context, Arguments arguments) {
  if (!IsStrategy(arguments[0])) {
    if (IsSpecialVariable(arguments[0])) return Unresolved(context, "round", arguments);
    Fail(Inspect(context, arguments[0]) + " must be either nearest, up, down or to-zero.");
  }
  const Arguments numbers = arguments.subspan(1);
  if (!BothNumbers(numbers)) return Unresolved(context, "round", arguments);
  CheckCompatible(context, numbers);
  if (!SameUnits(context, numbers[0], numbers[1])) return Unresolved(context, "round", arguments);
  return RoundWithStep(context, arguments[0].text(), numbers[0], numbers[1]);
}

Value Rounded(const ValueContext& context, Arguments arguments, const CalcMode& mode) {
  if (arguments.size() == 1) return RoundOne(context, arguments[0], mode);
  return arguments.size() == 2 ? RoundTwo(context, arguments) : RoundThree(context, arguments);
}

Value Calc(const ValueContext& context, const Value& argument) {
  if (argument.is_number() || argument.is_calculation()) return argument;
  return Unresolved(context, "calc", {&argument, 1});
}

}  // namespace

Value NewCalculation(Arena& arena, std::string_view name, std::span<const Value> arguments) {
  return Value::Of(arena.New<CalculationBody>(CalculationBody{arena.Copy(name), arena.CopySpan(arguments)}));
}

Value CalcOperation(const ValueContext& context, char op, Value left, Value right, const CalcMode& mode) {
  if (!mode.simplify) return NewOperation(context, op, left, right);
  left = Simplified(context, left);
  right = Simplified(context, right);
  if (op == '+' || op == '-') return AddOrSubtract(context, op, left, right, mode);
  if (!left.is_number() || !right.is_number()) return NewOperation(context, op, left, right);
  return Apply(context, op == '*' ? Operator::kTimes : Operator::kDivide, left, right);
}

bool IsCalcFunction(std::string_view name) { return FactOf(name) != nullptr; }

void CheckCalcArgumentCount(std::string_view name, size_t count) {
  const CalcFact* const fact = FactOf(name);
  if (count == 0) Fail("Missing argument.");
  if (!fact || fact->most_arguments == 0 || count <= fact->most_arguments) return;
  Fail("Only " + std::to_string(fact->most_arguments) + (fact->most_arguments == 1 ? " argument" : " arguments") +
       " allowed, but " + std::to_string(count) + (count == 1 ? " was" : " were") + " passed.");
}

Value CalcFunction(const ValueContext& context, std::string_view name, std::span<const Value> arguments,
                   const CalcMode& mode) {
  if (!mode.simplify) return Unresolved(context, name, arguments);
  std::vector<Value> simplified;
  for (const Value& argument : arguments) simplified.push_back(Simplified(context, argument));
  const Arguments all = simplified;
  if (name == "calc") return Calc(context, all[0]);
  if (name == "min" || name == "max") return Extreme(context, name, all);
  if (name == "clamp") return Clamp(context, all);
  if (name == "hypot") return Hypot(context, all);
  if (name == "pow") return Pow(context, all);
  if (name == "log") return Log(context, all);
  if (name == "atan2") return Atan2(context, all);
  if (name == "mod" || name == "rem") return Modulus(context, name, all);
  if (name == "round") return Rounded(context, all, mode);
  if (name == "calc-size") {
    CheckLength(all, 2);
    return Unresolved(context, name, all);
  }
  return OfOne(context, name, all[0]);
}

}  // namespace tincture::compat::sass
