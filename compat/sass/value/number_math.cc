#include "compat/sass/value/number_math.h"

#include <cmath>
#include <numbers>

#include "compat/sass/value/checks.h"

namespace tincture::compat::sass {

namespace {

Value Degrees(const ValueContext& context, double radians) {
  return Value::Number(context.arena, radians * (180 / std::numbers::pi), "deg");
}

}  // namespace

Value MathOfOne(const ValueContext& context, std::string_view name, const Value& number) {
  if (name == "sin") return Value::Number(std::sin(CoerceToUnit(context, number, "rad", "number")));
  if (name == "cos") return Value::Number(std::cos(CoerceToUnit(context, number, "rad", "number")));
  if (name == "tan") return Value::Number(std::tan(CoerceToUnit(context, number, "rad", "number")));
  CheckNoUnits(context, number, "number");
  if (name == "sqrt") return Value::Number(std::sqrt(number.number()));
  if (name == "asin") return Degrees(context, std::asin(number.number()));
  if (name == "acos") return Degrees(context, std::acos(number.number()));
  return Degrees(context, std::atan(number.number()));
}

Value ArcTangent(const ValueContext& context, const Value& y, const Value& x) {
  return Degrees(context, std::atan2(y.number(), ConvertToMatch(context, x, y, "x", "y")));
}

}  // namespace tincture::compat::sass
