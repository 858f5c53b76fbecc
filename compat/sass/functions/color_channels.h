// How a colour's channels come out of arguments: shared by the constructors and by adjust, scale and change.
#pragma once

#include <array>
#include <optional>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/value/color.h"

namespace tincture::compat::sass {

// A channel as it was given: a number, or nothing for `none`.
using GivenChannels = std::array<std::optional<Value>, 3>;

bool IsNone(const Value& value);
// NaN is the lower bound, as CSS has it.
double ClampLikeCss(double number, double low, double high);
// In degrees; other units are deprecated and count as degrees.
double AngleOf(Call& call, const Value& number, std::string_view name);
// Warns of a number without %.
void CheckPercent(Call& call, const Value& number, std::string_view name);
// 50% of `high`, or the number itself.
double PercentageOrUnitless(Call& call, const Value& number, double high, std::string_view name);
double ChannelFrom(Call& call, const Channel& channel, const Value& number, bool clamp);
Value ColorFromChannels(Call& call, ColorSpace space, const GivenChannels& channels, std::optional<double> alpha,
                        bool clamp, bool from_rgb_function);

// The space that `value` names.
ColorSpace SpaceFrom(Call& call, const Value& value, std::string_view name);
// `color` as items of a list without commas and brackets; fails otherwise.
std::span<const Value> CommonListItems(Call& call, const Value& value, std::string_view name, bool slash);

std::span<const BuiltIn> ColorConstructors();

}  // namespace tincture::compat::sass
