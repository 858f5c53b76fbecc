#include "compat/sass/value/operations.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "compat/sass/error.h"
#include "compat/sass/value/color.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/print.h"
#include "liquid/support/symbol.h"

namespace tincture::compat::sass {

std::string_view TextOf(Operator op) {
  constexpr std::string_view kTexts[] = {"==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"};
  return kTexts[static_cast<size_t>(op)];
}

namespace {

// How libsass and Ruby Sass call an operator in messages.
std::string_view WordOf(Operator op) {
  constexpr std::string_view kWords[] = {"eq", "neq", "lt", "lte", "gt", "gte", "plus", "minus", "times", "div", "mod"};
  return kWords[static_cast<size_t>(op)];
}

std::string Shown(const ValueContext& context, const Value& value) {
  if (context.dialect.values.operators_by_symbol) return Inspect(context, value);
  std::string text;
  AppendText(context, value, text);
  return text;
}

[[noreturn]] void FailUndefined(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (context.dialect.values.operators_by_symbol) {
    Fail("Undefined operation \"" + Inspect(context, left) + " " + std::string(TextOf(op)) + " " +
         Inspect(context, right) + "\".");
  }
  Fail("Undefined operation: \"" + Shown(context, left) + " " + std::string(WordOf(op)) + " " + Shown(context, right) +
       "\".");
}

[[noreturn]] void FailNull(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  Fail("Invalid null operation: \"" + Inspect(context, left) + " " + std::string(WordOf(op)) + " " +
       Inspect(context, right) + "\".");
}

std::string_view Css(const ValueContext& context, const Value& value) {
  std::string text;
  AppendText(context, value, text);
  return context.arena.Copy(text);
}

// `left` + `between` + `right` as an unquoted string.
Value Joined(const ValueContext& context, std::string_view left, std::string_view between, std::string_view right,
             bool quoted = false) {
  char* const text = context.arena.AllocateChars(left.size() + between.size() + right.size());
  char* end = std::copy(left.begin(), left.end(), text);
  end = std::copy(between.begin(), between.end(), end);
  std::copy(right.begin(), right.end(), end);
  return Value::String({text, left.size() + between.size() + right.size()}, quoted);
}

// ---- numbers

std::string JoinedUnits(const Units& units) {
  std::string text;
  for (const std::string_view unit : units.numerators) text += (text.empty() ? "" : "*") + std::string(unit);
  return text;
}

[[noreturn]] void FailUnits(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (context.dialect.values.operators_by_symbol) {
    Fail(Inspect(context, left) + " and " + Inspect(context, right) + " have incompatible units.");
  }
  const bool comparison = op <= Operator::kGreaterOrEqual && context.dialect.values.comparison_names_left_unit_first;
  const std::string a = comparison ? JoinedUnits(left.units()) : JoinedUnits(right.units());
  const std::string b = comparison ? JoinedUnits(right.units()) : JoinedUnits(left.units());
  Fail("Incompatible units: '" + a + "' and '" + b + "'.");
}

// What of `x/y` is left takes the sign of y.
double Modulo(double x, double y) {
  if (std::isinf(x)) return std::nan("");
  if (std::isinf(y)) return std::signbit(x) == std::signbit(y) ? x : std::nan("");
  if (y == 0) return std::nan("");
  const double rest = std::fmod(x, y);
  if (rest == 0) return std::signbit(y) ? 0 : std::abs(rest);
  return std::signbit(rest) == std::signbit(y) ? rest : rest + y;
}

double Compute(Operator op, double a, double b) {
  switch (op) {
    case Operator::kPlus:
      return a + b;
    case Operator::kMinus:
      return a - b;
    case Operator::kTimes:
      return a * b;
    case Operator::kDivide:
      return a / b;
    default:
      return Modulo(a, b);
  }
}

Value Compare(const ValueContext& context, Operator op, double a, double b) {
  switch (op) {
    case Operator::kLess:
      return Value::Bool(FuzzyLess(context, a, b));
    case Operator::kLessOrEqual:
      return Value::Bool(FuzzyLessOrEqual(context, a, b));
    case Operator::kGreater:
      return Value::Bool(FuzzyLess(context, b, a));
    default:
      return Value::Bool(FuzzyLessOrEqual(context, b, a));
  }
}

// Takes out of `units` the first that converts with `unit`; `value` is divided by the factor.
bool Cancel(const Dialect& dialect, std::string_view unit, std::vector<std::string_view>& units, double& value) {
  for (auto other = units.begin(); other != units.end(); ++other) {
    const std::optional<double> factor = ConversionFactor(dialect, unit, *other);
    if (!factor) continue;
    value /= *factor;
    units.erase(other);
    return true;
  }
  return false;
}

Value WithMultipliedUnits(const ValueContext& context, double value, const Units& a,
                          std::span<const std::string_view> numerators,
                          std::span<const std::string_view> denominators) {
  std::vector<std::string_view> above;
  std::vector<std::string_view> own_below(a.denominators.begin(), a.denominators.end());
  std::vector<std::string_view> other_below(denominators.begin(), denominators.end());
  for (const std::string_view unit : a.numerators) {
    if (!Cancel(context.dialect, unit, other_below, value)) above.push_back(unit);
  }
  for (const std::string_view unit : numerators) {
    if (!Cancel(context.dialect, unit, own_below, value)) above.push_back(unit);
  }
  own_below.insert(own_below.end(), other_below.begin(), other_below.end());
  return NewNumber(context.arena, value, Units{above, own_below});
}

Value MultiplyNumbers(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  const double value = Compute(op, left.number(), right.number());
  if (!right.has_units()) return left.WithNumber(context.arena, value);
  const Units& units = right.units();
  return op == Operator::kTimes
             ? WithMultipliedUnits(context, value, left.units(), units.numerators, units.denominators)
             : WithMultipliedUnits(context, value, left.units(), units.denominators, units.numerators);
}

// libsass: dividing by zero gives these words, and a modulus of zero too.
Value ZeroDivision(Operator op, double dividend) {
  return Value::Quoted(op == Operator::kDivide && dividend != 0 ? "Infinity" : "NaN");
}

Value OnNumbers(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (right.number() == 0 && context.dialect.values.zero_division_is_text &&
      (op == Operator::kDivide || op == Operator::kModulo)) {
    return Value::Unquoted(ZeroDivision(op, left.number()).text());
  }
  if (op == Operator::kTimes || op == Operator::kDivide) return MultiplyNumbers(context, op, left, right);
  const std::optional<double> other =
      left.has_units() || !right.has_units() ? Coerce(context, right, left.units()) : right.number();
  if (!other) FailUnits(context, op, left, right);
  if (op < Operator::kPlus) return Compare(context, op, left.number(), *other);
  const Value& units_of = left.has_units() || !right.has_units() ? left : right;
  return units_of.WithNumber(context.arena, Compute(op, left.number(), *other));
}

// ---- colours with numbers and colours (libsass, Ruby Sass)

std::string_view DoingWord(Operator op) {
  switch (op) {
    case Operator::kPlus:
      return "add";
    case Operator::kMinus:
      return "subtract";
    case Operator::kTimes:
      return "multiply";
    case Operator::kDivide:
      return "divide";
    default:
      return "modulo";
  }
}

struct Operand {
  std::array<double, 3> channels;
  std::optional<double> alpha;
};

Operand ChannelsOf(const ValueContext& context, const Value& value) {
  if (value.is_number()) return {{value.number(), value.number(), value.number()}, std::nullopt};
  const Color rgb = RgbOf(context, value.color());
  return {rgb.channels, rgb.alpha};
}

[[noreturn]] void FailUnitsWithColor(const ValueContext& context, Operator op, const Value& number,
                                     const Value& color) {
  Fail("Cannot " + std::string(DoingWord(op)) + " a number with units (" + Shown(context, number) + ") to a color (" +
       Shown(context, color) + ").");
}

void CheckColorOperands(const ValueContext& context, Operator op, const Value& left, const Value& right,
                        const Operand& a, const Operand& b) {
  const bool strict = context.dialect.values.color_math_needs_unitless;
  if (strict && left.is_number() && left.has_units()) FailUnitsWithColor(context, op, left, right);
  if (strict && right.is_number() && right.has_units()) FailUnitsWithColor(context, op, right, left);
  if (a.alpha && b.alpha && *a.alpha != *b.alpha) {
    Fail("Alpha channels must be equal: " + Shown(context, left) + " " + std::string(strict ? TextOf(op) : WordOf(op)) +
         " " + Shown(context, right) + (strict ? "" : "."));
  }
  if ((op == Operator::kDivide || op == Operator::kModulo) && !strict) {
    for (const double channel : b.channels) {
      if (channel == 0) Fail("divided by 0");
    }
  }
}

Value OnColors(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (left.is_number() && (op == Operator::kMinus || op == Operator::kDivide)) {
    return Joined(context, Css(context, left), TextOf(op), Css(context, right));
  }
  if (left.is_number() && op == Operator::kModulo) FailUndefined(context, op, left, right);
  // Ruby Sass asks the colour, whichever side it is on.
  const bool swap = left.is_number() && context.dialect.values.color_math_needs_unitless;
  const Operand a = ChannelsOf(context, swap ? right : left);
  const Operand b = ChannelsOf(context, swap ? left : right);
  CheckColorOperands(context, op, left, right, a, b);
  Color result;
  for (size_t i = 0; i < 3; ++i) {
    const double value = Compute(op, a.channels[i], b.channels[i]);
    result.channels[i] =
        context.dialect.values.colors_are_bytes ? RoundHalf(context, std::clamp(value, 0.0, 255.0)) : value;
  }
  result.alpha = a.alpha ? *a.alpha : *b.alpha;
  return NewColor(context.arena, result);
}

// ---- everything else becomes text

bool IsArithmeticPair(const Value& a, const Value& b) {
  return (a.is_color() && (b.is_color() || b.is_number())) || (a.is_number() && b.is_color());
}

Value Concatenate(const ValueContext& context, const Value& left, const Value& right) {
  const std::string_view a = left.is_string() ? left.text() : InterpolatedText(context, left);
  const std::string_view b = right.is_string() ? right.text() : InterpolatedText(context, right);
  const bool quoted = left.is_string() ? left.quoted() : right.is_string() && right.quoted();
  return Joined(context, a, "", b, quoted);
}

bool UndefinedAsText(const Value& left, Operator op, const Value& right) {
  if (op == Operator::kPlus) {
    if (left.is_calculation()) return !right.is_string();
    return right.is_calculation() && !left.is_string();
  }
  if (op == Operator::kMinus) return left.is_calculation() || right.is_calculation();
  return false;
}

Value AsText(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (UndefinedAsText(left, op, right)) FailUndefined(context, op, left, right);
  switch (op) {
    case Operator::kPlus:
      return Concatenate(context, left, right);
    case Operator::kMinus:
    case Operator::kDivide:
      return Joined(context, Css(context, left), TextOf(op), Css(context, right));
    default:
      FailUndefined(context, op, left, right);
  }
}

}  // namespace

Value Apply(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  if (op == Operator::kEqual) return Value::Bool(Equal(context, left, right));
  if (op == Operator::kNotEqual) return Value::Bool(!Equal(context, left, right));
  if (left.is_number() && right.is_number()) {
    const Value result = OnNumbers(context, op, left, right);
    // In libsass a sum remembers how its first number was written.
    return context.dialect.values.digits == NumberDigits::kFixed ? result : result.WithoutLiteral();
  }
  if ((left.null() || right.null()) && !context.dialect.values.null_operands) FailNull(context, op, left, right);
  if (op >= Operator::kPlus && IsArithmeticPair(left, right)) {
    if (context.dialect.values.color_math) return OnColors(context, op, left, right);
    if (op != Operator::kDivide || left.is_color()) FailUndefined(context, op, left, right);
  }
  return AsText(context, op, left, right);
}

Value ApplyToSimpleNumbers(const ValueContext& context, Operator op, const Value& left, const Value& right) {
  const double a = left.number();
  const double b = right.number();
  switch (op) {
    case Operator::kEqual:
      return Value::Bool(FuzzyEqual(context, a, b));
    case Operator::kNotEqual:
      return Value::Bool(!FuzzyEqual(context, a, b));
    case Operator::kPlus:
    case Operator::kMinus:
    case Operator::kTimes:
      return left.WithMagnitude(Compute(op, a, b));
    default:
      return Compare(context, op, a, b);
  }
}

Value Apply(const ValueContext& context, UnaryOperator op, const Value& operand) {
  if (op == UnaryOperator::kNot) return Value::Bool(!operand.truthy());
  if (operand.is_number() && op == UnaryOperator::kPlus) return operand;
  if (operand.is_number() && op == UnaryOperator::kMinus) return operand.WithNumber(context.arena, -operand.number());
  const std::string_view sign = op == UnaryOperator::kPlus ? "+" : op == UnaryOperator::kMinus ? "-" : "/";
  if (operand.is_calculation() && op != UnaryOperator::kDivide) {
    Fail("Undefined operation \"" + std::string(sign) + Inspect(context, operand) + "\".");
  }
  if (operand.null() && !context.dialect.values.null_operands) return Joined(context, sign, "null", "");
  return Joined(context, sign, "", Css(context, operand));
}

// ---- equality

namespace {

bool SameNumber(const ValueContext& context, const Value& a, const Value& b) {
  if (!a.has_units() && !b.has_units()) return FuzzyEqual(context, a.number(), b.number());
  if (a.has_units() && b.has_units()) {
    const std::optional<double> other = Convert(context, b, a.units());
    return other && FuzzyEqual(context, a.number(), *other);
  }
  return context.dialect.values.unitless_equals_any && FuzzyEqual(context, a.number(), b.number());
}

bool SameChannels(const ValueContext& context, const Color& a, const Color& b) {
  if (a.missing != b.missing || !FuzzyEqual(context, a.alpha, b.alpha)) return false;
  for (size_t i = 0; i < 3; ++i) {
    if (!FuzzyEqual(context, a.channels[i], b.channels[i])) return false;
  }
  return true;
}

bool SameColor(const ValueContext& context, const Color& a, const Color& b) {
  if (a.space == b.space && !context.dialect.values.colors_are_bytes) return SameChannels(context, a, b);
  if (!IsLegacy(a.space) || !IsLegacy(b.space) || context.dialect.values.spaces_never_equal) return false;
  return SameChannels(context, RgbOf(context, a), RgbOf(context, b));
}

bool SameItems(const ValueContext& context, std::span<const Value> a, std::span<const Value> b) {
  return std::ranges::equal(a, b, [&](const Value& x, const Value& y) { return Equal(context, x, y); });
}

bool SameMap(const ValueContext& context, const MapBody& a, const MapBody& b) {
  if (a.entries.size() != b.entries.size()) return false;
  return std::ranges::all_of(a.entries, [&](const MapEntry& entry) {
    const Value* const other = Find(context, b, entry.key);
    return other && Equal(context, entry.value, *other);
  });
}

bool IsEmptyCollection(const Value& value) {
  return value.is_map() ? value.map().entries.empty() : value.is_list() && value.items().empty() && !value.brackets();
}

bool SameList(const ValueContext& context, const Value& a, const Value& b) {
  if (a.brackets() != b.brackets() || !SameItems(context, a.items(), b.items())) return false;
  if (a.separator() == b.separator()) return true;
  return context.dialect.values.undecided_separator_is_space &&
         (a.separator() == Separator::kUndecided ? Separator::kSpace : a.separator()) ==
             (b.separator() == Separator::kUndecided ? Separator::kSpace : b.separator());
}

bool SameOperation(const ValueContext& context, const OperationBody& a, const OperationBody& b) {
  return a.op == b.op && Equal(context, a.left, b.left) && Equal(context, a.right, b.right);
}

}  // namespace

bool Equal(const ValueContext& context, const Value& a, const Value& b) {
  if (a.is_list() && b.is_list()) return SameList(context, a, b);
  if (a.kind() != b.kind()) {
    return (a.is_map() || b.is_map()) && context.dialect.values.empty_list_equals_map && IsEmptyCollection(a) &&
           IsEmptyCollection(b);
  }
  switch (a.kind()) {
    case Kind::kNumber:
      return SameNumber(context, a, b);
    case Kind::kString:
      return a.text() == b.text();
    case Kind::kColor:
      return SameColor(context, a.color(), b.color());
    case Kind::kMap:
      return SameMap(context, a.map(), b.map());
    case Kind::kCalculation:
      return a.calculation().name == b.calculation().name &&
             SameItems(context, a.calculation().arguments, b.calculation().arguments);
    case Kind::kOperation:
      return SameOperation(context, a.operation(), b.operation());
    case Kind::kFunction:
    case Kind::kMixin:
      return a.callable().callable == b.callable().callable &&
             (a.callable().callable || a.callable().name == b.callable().name);
    default:
      return true;
  }
}

// ---- hashes

namespace {

uint64_t Mix(uint64_t hash, uint64_t more) { return (hash ^ more) * 0x9E3779B97F4A7C15ull + (hash >> 29); }

uint64_t HashOfText(std::string_view text) { return Mix(0x51ED270B, HashText(text)); }

uint64_t HashOfDouble(const ValueContext& context, double value) {
  if (!std::isfinite(value)) return std::bit_cast<uint64_t>(value);
  const double rounded = std::round(value / Epsilon(context));
  return std::bit_cast<uint64_t>(rounded == 0 ? 0.0 : rounded);
}

// Numbers that are equal in different units have one hash where the dialect compares keys so (Dart).
uint64_t HashOfNumber(const ValueContext& context, const Value& value) {
  const Units& units = value.units();
  double number = value.number();
  if (!context.dialect.values.keys_convert_units) {
    uint64_t hash = HashOfDouble(context, number);
    for (const std::string_view unit : units.numerators) hash = Mix(hash, HashOfText(unit));
    for (const std::string_view unit : units.denominators) hash = Mix(hash, ~HashOfText(unit));
    return hash;
  }
  for (const std::string_view unit : units.numerators) number *= CanonicalFactor(unit);
  for (const std::string_view unit : units.denominators) number /= CanonicalFactor(unit);
  return HashOfDouble(context, number);
}

uint64_t HashOfColor(const ValueContext& context, const Color& color) {
  const bool legacy = IsLegacy(color.space) && !context.dialect.values.spaces_never_equal;
  const Color plain = legacy ? RgbOf(context, color) : color;
  uint64_t hash = legacy ? 0 : static_cast<uint64_t>(color.space);
  for (const double channel : plain.channels) hash = Mix(hash, HashOfDouble(context, channel));
  return Mix(hash, HashOfDouble(context, plain.alpha));
}

uint64_t HashOfItems(const ValueContext& context, std::span<const Value> items) {
  uint64_t hash = 0xABCD;
  for (const Value& item : items) hash = Mix(hash, Hash(context, item));
  return hash;
}

}  // namespace

uint64_t Hash(const ValueContext& context, const Value& value) {
  switch (value.kind()) {
    case Kind::kNumber:
      return Mix(11, HashOfNumber(context, value));
    case Kind::kString:
      return HashOfText(value.text());
    case Kind::kColor:
      return Mix(13, HashOfColor(context, value.color()));
    case Kind::kList:
    case Kind::kArgumentList:
      return HashOfItems(context, value.items());
    case Kind::kMap: {
      uint64_t hash = 0xABCD;  // an empty map equals an empty list
      for (const MapEntry& entry : value.map().entries) hash += Mix(entry.hash, Hash(context, entry.value));
      return hash;
    }
    case Kind::kCalculation:
      return Mix(HashOfText(value.calculation().name), HashOfItems(context, value.calculation().arguments));
    case Kind::kOperation:
      return Mix(Hash(context, value.operation().left), Hash(context, value.operation().right));
    case Kind::kFunction:
    case Kind::kMixin:
      return HashOfText(value.callable().name);
    default:
      return static_cast<uint64_t>(value.kind());
  }
}

bool IsBlank(const ValueContext& context, const Value& value) {
  switch (value.kind()) {
    case Kind::kNull:
      return true;
    case Kind::kString:
      return !value.quoted() && value.text().empty() && context.dialect.values.empty_strings_are_blank;
    case Kind::kList:
    case Kind::kArgumentList:
      if (value.brackets()) return false;
      if (!context.dialect.values.lists_of_blanks_are_blank) return value.items().empty();
      return std::ranges::all_of(value.items(), [&](const Value& item) { return IsBlank(context, item); });
    default:
      return false;
  }
}

}  // namespace tincture::compat::sass
