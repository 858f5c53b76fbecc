// Numbers: units, their conversion, and what "equal" means for doubles in each dialect.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

struct Units {
  std::span<const std::string_view> numerators;
  std::span<const std::string_view> denominators;

  bool none() const { return numerators.empty() && denominators.empty(); }
  bool single() const { return numerators.size() == 1 && denominators.empty(); }
  bool complex() const { return numerators.size() > 1 || !denominators.empty(); }
};

// A number that does not fit into a Value.
struct NumberBody {
  double value = 0;
  Units units;
  Value left;  // of a slash; absent where there is none
  Value right;
};

bool operator==(const Units& a, const Units& b);

Value NewNumber(Arena& arena, double value, const Units& units);
// Cancels what can be cancelled, converting.
Value NewSimplifiedNumber(const ValueContext& context, double value, const Units& units);

// `1 to` is how many `from`: value_in_to = value_in_from * factor. Nothing where they cannot be converted.
std::optional<double> ConversionFactor(const Dialect& dialect, std::string_view to, std::string_view from);
// "length", "angle", "time", "frequency", "pixel density"; empty for other units.
std::string_view UnitType(std::string_view unit);
// "in, cm, pc, ...": the units of a type.
std::string UnitsOfType(std::string_view type);
// How many of its dimension's first unit one of it makes.
double CanonicalFactor(std::string_view unit);

// The unit or units as error messages and math.unit() have it: "px", "px*em/s", "em^-1", "(em*rad)^-1", "no units".
std::string UnitText(const Dialect& dialect, const Units& units);

bool HasUnit(const Value& number, std::string_view unit);
bool Comparable(const ValueContext& context, const Value& a, const Value& b);
bool SameDimension(const ValueContext& context, const Value& a, const Value& b);  // comparable, or fails for unitless

// `number`'s magnitude in `units`; a number without units counts as having any, and anything goes into no units.
std::optional<double> Coerce(const ValueContext& context, const Value& number, const Units& units);
// The same, but units must be there on both sides or on neither.
std::optional<double> Convert(const ValueContext& context, const Value& number, const Units& units);

// Doubles as the dialect compares them.
double Epsilon(const ValueContext& context);
bool FuzzyEqual(const ValueContext& context, double a, double b);
bool FuzzyLess(const ValueContext& context, double a, double b);
bool FuzzyLessOrEqual(const ValueContext& context, double a, double b);
std::optional<int64_t> FuzzyInt(const ValueContext& context, double value);
// To the next whole number, a half (or what is within an epsilon of it) away from zero.
double RoundHalf(const ValueContext& context, double value);
double FuzzyRound(const ValueContext& context, double value);
std::optional<double> FuzzyInRange(const ValueContext& context, double value, double low, double high);

}  // namespace tincture::compat::sass
