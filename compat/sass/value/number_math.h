// What calculations and sass:math compute alike.
#pragma once

#include <string_view>

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

// sqrt, sin, cos, tan, asin, acos, atan of a number; angles come as degrees.
Value MathOfOne(const ValueContext& context, std::string_view name, const Value& number);
Value ArcTangent(const ValueContext& context, const Value& y, const Value& x);

}  // namespace tincture::compat::sass
