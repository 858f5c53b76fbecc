#include "compat/sass/value/checks.h"

#include <algorithm>

#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

[[noreturn]] void FailKind(const ValueContext& context, const Value& value, std::string_view kind,
                           std::string_view name) {
  Fail(Inspect(context, value) + " is not " + std::string(kind) + ".", std::string(name));
}

[[noreturn]] void FailExpected(const ValueContext& context, const Value& value, const std::string& what,
                               std::string_view name) {
  Fail("Expected " + Inspect(context, value) + " " + what + ".", std::string(name));
}

std::string NumberText(const ValueContext& context, double number) {
  std::string text;
  AppendNumber(context, number, text);
  return text;
}

}  // namespace

const Value& CheckNumber(const ValueContext& context, const Value& value, std::string_view name) {
  if (!value.is_number()) FailKind(context, value, "a number", name);
  return value;
}

const Color& CheckColor(const ValueContext& context, const Value& value, std::string_view name) {
  if (!value.is_color()) FailKind(context, value, "a color", name);
  return value.color();
}

std::string_view CheckString(const ValueContext& context, const Value& value, std::string_view name) {
  if (!value.is_string()) FailKind(context, value, "a string", name);
  return value.text();
}

const MapBody& CheckMap(const ValueContext& context, const Value& value, std::string_view name) {
  const MapBody* const map = AsMap(value);
  if (!map) FailKind(context, value, "a map", name);
  return *map;
}

const CalculationBody& CheckCalculation(const ValueContext& context, const Value& value, std::string_view name) {
  if (!value.is_calculation()) FailKind(context, value, "a calculation", name);
  return value.calculation();
}

int64_t CheckInt(const ValueContext& context, const Value& number, std::string_view name) {
  const std::optional<int64_t> integer = FuzzyInt(context, number.number());
  if (!integer) FailKind(context, number, "an int", name);
  return *integer;
}

void CheckNoUnits(const ValueContext& context, const Value& number, std::string_view name) {
  if (number.has_units() && !number.units().none()) FailExpected(context, number, "to have no units", name);
}

void CheckUnit(const ValueContext& context, const Value& number, std::string_view unit, std::string_view name) {
  if (!HasUnit(number, unit)) FailExpected(context, number, "to have unit \"" + std::string(unit) + "\"", name);
}

double CheckRange(const ValueContext& context, const Value& number, double low, double high, std::string_view name) {
  const std::string unit = number.units().none() ? "" : UnitText(context.dialect, number.units());
  return CheckRange(context, number, low, high, name, unit);
}

double CheckRange(const ValueContext& context, const Value& number, double low, double high, std::string_view name,
                  std::string_view unit) {
  const std::optional<double> value = FuzzyInRange(context, number.number(), low, high);
  if (value) return *value;
  FailExpected(context, number,
               "to be within " + NumberText(context, low) + std::string(unit) + " and " + NumberText(context, high) +
                   std::string(unit),
               name);
}

double ConvertToMatch(const ValueContext& context, const Value& number, const Value& other, std::string_view name,
                      std::string_view other_name) {
  const std::optional<double> value = Convert(context, number, other.units());
  if (value) return *value;
  std::string message = Inspect(context, number) + " and";
  if (!other_name.empty()) message += " $" + std::string(other_name) + ":";
  message += " " + Inspect(context, other) + " have incompatible units";
  if (number.units().none() || other.units().none()) message += " (one has units and the other doesn't)";
  Fail(message + ".", std::string(name));
}

double CoerceToUnit(const ValueContext& context, const Value& number, std::string_view unit, std::string_view name) {
  const std::optional<double> value = Coerce(context, number, Units{{&unit, 1}, {}});
  if (value) return *value;
  const std::string_view type = UnitType(unit);
  if (type.empty()) FailExpected(context, number, "to have unit " + std::string(unit), name);
  const std::string article = type == "angle" ? "an " : "a ";
  FailExpected(context, number, "to have " + article + std::string(type) + " unit (" + UnitsOfType(type) + ")", name);
}

void CheckUnquoted(const ValueContext& context, const Value& string, std::string_view name) {
  if (string.quoted()) FailExpected(context, string, "to be an unquoted string", name);
}

void CheckQuoted(const ValueContext& context, const Value& string, std::string_view name) {
  if (!string.quoted()) FailExpected(context, string, "to be a quoted string", name);
}

std::string UnitSuggestion(const Value& number, std::string_view name, std::string_view unit) {
  std::string text = "$" + std::string(name);
  const Units& units = number.units();
  for (const std::string_view below : units.denominators) text += " * 1" + std::string(below);
  for (const std::string_view above : units.numerators) text += " / 1" + std::string(above);
  if (!unit.empty()) text += " * 1" + std::string(unit);
  return units.numerators.empty() ? text : "calc(" + text + ")";
}

namespace {

bool BeginsWith(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) { return a == (b | 32) || a == b; });
}

}  // namespace

bool IsSpecialVariable(const Value& value) {
  if (!value.is_string() || value.quoted()) return false;
  const std::string_view text = value.text();
  if (text.size() < 6) return false;
  return BeginsWith(text, "var(") || BeginsWith(text, "attr(") || BeginsWith(text, "if(");
}

bool IsSpecialNumber(const Value& value) {
  if (value.is_calculation()) return true;
  if (!value.is_string() || value.quoted() || value.text().size() < 6) return false;
  constexpr std::string_view kFunctions[] = {"calc(", "clamp(", "var(", "env(", "min(", "max(", "attr(", "if("};
  return std::ranges::any_of(kFunctions, [&](std::string_view name) { return BeginsWith(value.text(), name); });
}

}  // namespace tincture::compat::sass
