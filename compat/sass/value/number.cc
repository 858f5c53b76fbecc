#include "compat/sass/value/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tincture::compat::sass {

namespace {

// The units that a Value holds by number; place 0 is no unit. Others live in a NumberBody.
constexpr std::string_view kCommonUnits[] = {
    "",   "px", "em",  "rem", "%",   "vh",   "vw",   "s",   "ms",  "deg", "fr",   "pt",   "in",   "cm",
    "mm", "pc", "ex",  "ch",  "rad", "grad", "turn", "Hz",  "kHz", "dpi", "dpcm", "dppx", "vmin", "vmax",
    "q",  "x",  "cqw", "cqh", "lh",  "rlh",  "dvh",  "dvw", "svh", "svw", "lvh",  "lvw",  "Q",    "cap",
};
constexpr size_t kCommonCount = std::size(kCommonUnits);

constexpr auto kCommonUnitLists = [] {
  std::array<Units, kCommonCount> lists = {};
  for (size_t i = 1; i < kCommonCount; ++i) lists[i].numerators = {&kCommonUnits[i], 1};
  return lists;
}();

size_t PlaceOfUnit(std::string_view unit) {
  for (size_t i = 1; i < kCommonCount; ++i) {
    if (kCommonUnits[i] == unit) return i;
  }
  return 0;
}

std::span<const std::string_view> CopyTexts(Arena& arena, std::span<const std::string_view> texts) {
  return arena.CopySpan(texts);
}

}  // namespace

const Units& Value::units() const { return boxed() ? body().units : kCommonUnitLists[unit_]; }

Value Value::Number(Arena& arena, double value, std::string_view unit) {
  Value result = Number(value);
  if (unit.empty()) return result;
  result.unit_ = static_cast<uint16_t>(PlaceOfUnit(unit));
  if (result.unit_ != 0) return result;
  return NewNumber(arena, value, Units{{&unit, 1}, {}});
}

Value NewNumber(Arena& arena, double value, const Units& units) {
  Value result = Value::Number(value);
  if (units.none()) return result;
  if (units.single()) {
    result.unit_ = static_cast<uint16_t>(PlaceOfUnit(units.numerators[0]));
    if (result.unit_ != 0) return result;
  }
  const Units copy = {CopyTexts(arena, units.numerators), CopyTexts(arena, units.denominators)};
  result.flags_ |= Value::kBoxedFlag;
  result.pointer_ = arena.New<NumberBody>(NumberBody{value, copy, {}, {}});
  return result;
}

bool operator==(const Units& a, const Units& b) {
  return std::ranges::equal(a.numerators, b.numerators) && std::ranges::equal(a.denominators, b.denominators);
}

namespace {

enum Dimension : int { kLength, kAngle, kTime, kFrequency, kDensity, kDimensions };

struct UnitFact {
  std::string_view unit;
  Dimension dimension;
  int place;
};

constexpr std::string_view kDimensionNames[] = {"length", "angle", "time", "frequency", "pixel density"};

constexpr UnitFact kFacts[] = {
    {"in", kLength, 0},   {"cm", kLength, 1},    {"pc", kLength, 2},    {"mm", kLength, 3},    {"q", kLength, 4},
    {"pt", kLength, 5},   {"px", kLength, 6},    {"deg", kAngle, 0},    {"grad", kAngle, 1},   {"rad", kAngle, 2},
    {"turn", kAngle, 3},  {"s", kTime, 0},       {"ms", kTime, 1},      {"Hz", kFrequency, 0}, {"kHz", kFrequency, 1},
    {"dpi", kDensity, 0}, {"dpcm", kDensity, 1}, {"dppx", kDensity, 2},
};

const UnitFact* FactOf(std::string_view unit) {
  for (const UnitFact& fact : kFacts) {
    if (fact.unit == unit) return &fact;
  }
  return nullptr;
}

constexpr double kPi = std::numbers::pi;

// kLengths[to][from]: 1 from = kLengths[to][from] to. Written as Dart Sass evaluates them.
constexpr double kLengths[7][7] = {
    {1, 1 / 2.54, 1.0 / 6, 1 / 25.4, 1 / 101.6, 1.0 / 72, 1.0 / 96},
    {2.54, 1, 2.54 / 6, 1.0 / 10, 1.0 / 40, 2.54 / 72, 2.54 / 96},
    {6, 6 / 2.54, 1, 6 / 25.4, 6 / 101.6, 1.0 / 12, 1.0 / 16},
    {25.4, 10, 25.4 / 6, 1, 1.0 / 4, 25.4 / 72, 25.4 / 96},
    {101.6, 40, 101.6 / 6, 4, 1, 101.6 / 72, 101.6 / 96},
    {72, 72 / 2.54, 12, 72 / 25.4, 72 / 101.6, 1, 3.0 / 4},
    {96, 96 / 2.54, 16, 96 / 25.4, 96 / 101.6, 4.0 / 3, 1},
};
constexpr double kAngles[4][4] = {
    {1, 9.0 / 10, 180 / kPi, 360},
    {10.0 / 9, 1, 200 / kPi, 400},
    {kPi / 180, kPi / 200, 1, 2 * kPi},
    {1.0 / 360, 1.0 / 400, 1 / (2 * kPi), 1},
};
constexpr double kTimes[2][2] = {{1, 1.0 / 1000}, {1000, 1}};
constexpr double kFrequencies[2][2] = {{1, 1000}, {1.0 / 1000, 1}};
constexpr double kDensities[3][3] = {{1, 2.54, 96}, {1 / 2.54, 1, 96 / 2.54}, {1.0 / 96, 2.54 / 96, 1}};

double Factor(Dimension dimension, int to, int from) {
  switch (dimension) {
    case kLength:
      return kLengths[to][from];
    case kAngle:
      return kAngles[to][from];
    case kTime:
      return kTimes[to][from];
    case kFrequency:
      return kFrequencies[to][from];
    default:
      return kDensities[to][from];
  }
}

}  // namespace

std::optional<double> ConversionFactor(const Dialect&, std::string_view to, std::string_view from) {
  if (to == from) return 1;
  const UnitFact* const a = FactOf(to);
  const UnitFact* const b = a ? FactOf(from) : nullptr;
  if (!b || a->dimension != b->dimension) return std::nullopt;
  return Factor(a->dimension, a->place, b->place);
}

std::string_view UnitType(std::string_view unit) {
  const UnitFact* const fact = FactOf(unit);
  return fact ? kDimensionNames[fact->dimension] : std::string_view();
}

std::string UnitsOfType(std::string_view type) {
  std::string text;
  for (const UnitFact& fact : kFacts) {
    if (kDimensionNames[fact.dimension] != type) continue;
    if (!text.empty()) text += ", ";
    text += fact.unit;
  }
  return text;
}

double CanonicalFactor(std::string_view unit) {
  const UnitFact* const fact = FactOf(unit);
  return fact ? 1 / Factor(fact->dimension, fact->place, 0) : 1;
}

Value NewSimplifiedNumber(const ValueContext& context, double value, const Units& units) {
  if (units.numerators.empty() || units.denominators.empty()) return NewNumber(context.arena, value, units);
  std::vector<std::string_view> numerators(units.numerators.begin(), units.numerators.end());
  std::vector<std::string_view> denominators;
  for (const std::string_view denominator : units.denominators) {
    const auto match = std::ranges::find_if(numerators, [&](std::string_view numerator) {
      return ConversionFactor(context.dialect, denominator, numerator).has_value();
    });
    if (match == numerators.end()) {
      denominators.push_back(denominator);
    } else {
      value *= *ConversionFactor(context.dialect, denominator, *match);
      numerators.erase(match);
    }
  }
  return NewNumber(context.arena, value, Units{numerators, denominators});
}

namespace {

std::string Joined(std::span<const std::string_view> texts) {
  std::string joined;
  for (const std::string_view text : texts) {
    if (!joined.empty()) joined += '*';
    joined += text;
  }
  return joined;
}

std::string Sorted(std::span<const std::string_view> texts) {
  std::vector<std::string_view> sorted(texts.begin(), texts.end());
  std::ranges::sort(sorted);
  return Joined(sorted);
}

}  // namespace

std::string UnitText(const Dialect& dialect, const Units& units) {
  if (!dialect.values.unit_text_powers) {
    std::string text = Sorted(units.numerators);
    if (!units.denominators.empty()) text += "/" + Sorted(units.denominators);
    return text;
  }
  if (units.none()) return "no units";
  const std::string below = Joined(units.denominators);
  if (units.numerators.empty()) return (units.denominators.size() == 1 ? below : "(" + below + ")") + "^-1";
  const std::string above = Joined(units.numerators);
  if (units.denominators.empty()) return above;
  return above + "/" + (units.denominators.size() == 1 ? below : "(" + below + ")");
}

bool HasUnit(const Value& number, std::string_view unit) {
  const Units& units = number.units();
  return units.single() && units.numerators[0] == unit;
}

namespace {

// Multiplies `value` by what turns each of `from` into one of `to`, or divides.
bool ConvertEach(const Dialect& dialect, std::span<const std::string_view> to, std::span<const std::string_view> from,
                 bool divide, double& value) {
  if (to.size() != from.size()) return false;
  std::vector<std::string_view> rest(from.begin(), from.end());
  for (const std::string_view unit : to) {
    const auto match = std::ranges::find_if(
        rest, [&](std::string_view other) { return ConversionFactor(dialect, unit, other).has_value(); });
    if (match == rest.end()) return false;
    const double factor = *ConversionFactor(dialect, unit, *match);
    value = divide ? value / factor : value * factor;
    rest.erase(match);
  }
  return true;
}

}  // namespace

std::optional<double> Convert(const ValueContext& context, const Value& number, const Units& units) {
  const Units& own = number.units();
  double value = number.number();
  if (&own == &units || own == units) return value;
  if (own.single() && units.single()) {
    const std::optional<double> factor = ConversionFactor(context.dialect, units.numerators[0], own.numerators[0]);
    return factor ? std::optional<double>(value * *factor) : std::nullopt;
  }
  if (!ConvertEach(context.dialect, units.numerators, own.numerators, false, value)) return std::nullopt;
  if (!ConvertEach(context.dialect, units.denominators, own.denominators, true, value)) return std::nullopt;
  return value;
}

std::optional<double> Coerce(const ValueContext& context, const Value& number, const Units& units) {
  if (units.none() || !number.has_units() || number.units().none()) return number.number();
  return Convert(context, number, units);
}

bool Comparable(const ValueContext& context, const Value& a, const Value& b) {
  return Coerce(context, a, b.units()).has_value();
}

bool SameDimension(const ValueContext& context, const Value& a, const Value& b) {
  return Convert(context, a, b.units()).has_value();
}

namespace {

// Of the digits that are printed: the one behind the last.
double UnitInLastPlace(const ValueContext& context) {
  static const std::array<double, 32> kPowers = [] {
    std::array<double, 32> powers{};
    for (size_t i = 0; i < powers.size(); ++i) powers[i] = std::pow(10.0, -static_cast<int>(i) - 1);
    return powers;
  }();
  const auto precision = static_cast<size_t>(context.precision);
  return precision < kPowers.size() ? kPowers[precision] : std::pow(10.0, -context.precision - 1);
}

}  // namespace

double Epsilon(const ValueContext& context) {
  const ValueRules& rules = context.dialect.values;
  return rules.epsilon_follows_precision ? UnitInLastPlace(context) : rules.epsilon;
}

bool FuzzyEqual(const ValueContext& context, double a, double b) {
  if (a == b) return true;
  const double epsilon = Epsilon(context);
  if (!context.dialect.values.equal_when_rounded_equal) return std::abs(a - b) < epsilon;
  return std::abs(a - b) <= epsilon && std::round(a / epsilon) == std::round(b / epsilon);
}

bool FuzzyLess(const ValueContext& context, double a, double b) { return a < b && !FuzzyEqual(context, a, b); }

bool FuzzyLessOrEqual(const ValueContext& context, double a, double b) { return a < b || FuzzyEqual(context, a, b); }

std::optional<int64_t> FuzzyInt(const ValueContext& context, double value) {
  if (!std::isfinite(value) || std::abs(value) > 9e18) return std::nullopt;
  const double rounded = std::round(value);
  if (!FuzzyEqual(context, value, rounded)) return std::nullopt;
  return static_cast<int64_t>(rounded);
}

double RoundHalf(const ValueContext& context, double value) {
  const double fraction = value - std::floor(value);
  const bool is_half = std::abs(fraction - 0.5) < UnitInLastPlace(context);
  if (value > 0) return is_half || fraction >= 0.5 ? std::ceil(value) : std::floor(value);
  return is_half || fraction < 0.5 ? std::floor(value) : std::ceil(value);
}

double FuzzyRound(const ValueContext& context, double value) {
  const double fraction = value - std::floor(value);
  if (value > 0) return FuzzyLess(context, fraction, 0.5) ? std::floor(value) : std::ceil(value);
  return FuzzyLessOrEqual(context, fraction, 0.5) ? std::floor(value) : std::ceil(value);
}

std::optional<double> FuzzyInRange(const ValueContext& context, double value, double low, double high) {
  if (FuzzyEqual(context, value, low)) return low;
  if (FuzzyEqual(context, value, high)) return high;
  if (value > low && value < high) return value;
  return std::nullopt;
}

}  // namespace tincture::compat::sass
