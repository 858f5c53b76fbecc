// Checks of arguments: each gives what it asked for, or fails with the reference's message about argument `name`
// (without `$`; may be empty).
#pragma once

#include <string>
#include <string_view>

#include "compat/sass/error.h"
#include "compat/sass/value/context.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

const Value& CheckNumber(const ValueContext& context, const Value& value, std::string_view name);
const Color& CheckColor(const ValueContext& context, const Value& value, std::string_view name);
std::string_view CheckString(const ValueContext& context, const Value& value, std::string_view name);
const MapBody& CheckMap(const ValueContext& context, const Value& value, std::string_view name);
const CalculationBody& CheckCalculation(const ValueContext& context, const Value& value, std::string_view name);

// Of a number.
int64_t CheckInt(const ValueContext& context, const Value& number, std::string_view name);
void CheckNoUnits(const ValueContext& context, const Value& number, std::string_view name);
void CheckUnit(const ValueContext& context, const Value& number, std::string_view unit, std::string_view name);
// Bounds are meant in `unit`; without one, in the number's own.
double CheckRange(const ValueContext& context, const Value& number, double low, double high, std::string_view name);
double CheckRange(const ValueContext& context, const Value& number, double low, double high, std::string_view name,
                  std::string_view unit);
// In the units of `other`: both have units or neither.
double ConvertToMatch(const ValueContext& context, const Value& number, const Value& other, std::string_view name,
                      std::string_view other_name);
// In `unit`, which a number without units counts as having.
double CoerceToUnit(const ValueContext& context, const Value& number, std::string_view unit, std::string_view name);

// Of a string.
void CheckUnquoted(const ValueContext& context, const Value& string, std::string_view name);
void CheckQuoted(const ValueContext& context, const Value& string, std::string_view name);

// `$name / 1px * 1%`: how an author gets from a number to one of `unit`, for deprecations.
std::string UnitSuggestion(const Value& number, std::string_view name, std::string_view unit = {});

// var(), attr(), ... or something with them: it may stand for any number of CSS values.
bool IsSpecialVariable(const Value& value);
// The same, or calc() and such: it may stand for a number.
bool IsSpecialNumber(const Value& value);

}  // namespace tincture::compat::sass
