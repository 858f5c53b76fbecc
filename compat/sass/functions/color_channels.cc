// rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch(), color():
// https://sass-lang.com/documentation/modules/#global-functions
#include "compat/sass/functions/color_channels.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

namespace {

std::string LowerText(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = Lower(c);
  return lower;
}

bool IsWord(const Value& value, std::string_view lower) {
  return value.is_string() && !value.quoted() && LowerText(value.text()) == lower;
}

}  // namespace

bool IsNone(const Value& value) { return IsWord(value, "none"); }

double ClampLikeCss(double number, double low, double high) {
  return std::isnan(number) ? low : std::clamp(number, low, high);
}

double AngleOf(Call& call, const Value& number, std::string_view name) {
  CheckNumber(call.values(), number, name);
  const std::string_view degrees = "deg";
  const std::optional<double> angle = Coerce(call.values(), number, Units{{&degrees, 1}, {}});
  if (angle) return *angle;
  Warn(call, "function-units",
       "$" + std::string(name) + ": Passing a unit other than deg (" + Inspect(call.values(), number) +
           ") is deprecated.\n\nTo preserve current behavior: " + UnitSuggestion(number, name) +
           "\n\nSee https://sass-lang.com/d/function-units");
  return number.number();
}

void CheckPercent(Call& call, const Value& number, std::string_view name) {
  if (HasUnit(number, "%")) return;
  Warn(call, "function-units",
       "$" + std::string(name) + ": Passing a number without unit % (" + Inspect(call.values(), number) +
           ") is deprecated.\n\nTo preserve current behavior: " + UnitSuggestion(number, name, "%") +
           "\n\nMore info: https://sass-lang.com/d/function-units");
}

double PercentageOrUnitless(Call& call, const Value& number, double high, std::string_view name) {
  if (number.units().none()) return number.number();
  if (HasUnit(number, "%")) return high * number.number() / 100;
  Fail("Expected " + Inspect(call.values(), number) + " to have unit \"%\" or no units.", std::string(name));
}

double ChannelFrom(Call& call, const Channel& channel, const Value& number, bool clamp) {
  if (channel.polar) {
    const double rest = std::fmod(CoerceToUnit(call.values(), number, "deg", channel.name), 360);
    return rest < 0 ? rest + 360 : rest;
  }
  if (channel.requires_percent) CheckUnit(call.values(), number, "%", channel.name);
  const double value = PercentageOrUnitless(call, number, channel.high, channel.name);
  if (!clamp || (!channel.low_clamped && !channel.high_clamped)) return value;
  return ClampLikeCss(value, channel.low_clamped ? channel.low : -HUGE_VAL,
                      channel.high_clamped ? channel.high : HUGE_VAL);
}

namespace {

// hsl()'s percentages: the unit is not insisted upon yet.
std::optional<Value> AsPercent(Call& call, const std::optional<Value>& number, std::string_view name) {
  if (!number) return number;
  CheckPercent(call, *number, name);
  return HasUnit(*number, "%") ? *number : Value::Number(call.arena(), number->number(), "%");
}

using Doubles = std::array<std::optional<double>, 3>;

Doubles HwbChannels(Call& call, const GivenChannels& given) {
  Doubles channels;
  if (given[1]) CheckUnit(call.values(), *given[1], "%", "whiteness");
  if (given[2]) CheckUnit(call.values(), *given[2], "%", "blackness");
  if (given[0]) channels[0] = AngleOf(call, *given[0], "hue");
  for (size_t i = 1; i < 3; ++i) {
    if (given[i]) channels[i] = given[i]->number();
  }
  if (channels[1] && channels[2] && *channels[1] + *channels[2] > 100) {
    const double sum = *channels[1] + *channels[2];
    channels[1] = *channels[1] / sum * 100;
    channels[2] = *channels[2] / sum * 100;
  }
  return channels;
}

}  // namespace

Value ColorFromChannels(Call& call, ColorSpace space, const GivenChannels& given, std::optional<double> alpha,
                        bool clamp, bool from_rgb_function) {
  const std::span<const Channel, 3> facts = ChannelsOf(space);
  GivenChannels numbers = given;
  Doubles channels;
  if (space == ColorSpace::kHwb) {
    channels = HwbChannels(call, given);
  } else {
    size_t first = 0;
    if (space == ColorSpace::kHsl) {
      numbers[1] = AsPercent(call, given[1], "saturation");
      numbers[2] = AsPercent(call, given[2], "lightness");
      if (given[0]) channels[0] = AngleOf(call, *given[0], "hue");
      first = 1;
    }
    for (size_t i = first; i < 3; ++i) {
      if (numbers[i]) channels[i] = ChannelFrom(call, facts[i], *numbers[i], clamp);
    }
  }
  Color color = MakeColor(space, channels, alpha);
  if (space == ColorSpace::kRgb && from_rgb_function) color.spelling = ColorSpelling::kRgbFunction;
  return NewColor(call.arena(), color);
}

ColorSpace SpaceFrom(Call& call, const Value& value, std::string_view name) {
  const std::string_view text = CheckString(call.values(), value, name);
  CheckUnquoted(call.values(), value, name);
  const std::optional<ColorSpace> space = ColorSpaceNamed(LowerText(text));
  if (!space) Fail("Unknown color space \"" + std::string(text) + "\".", std::string(name));
  return *space;
}

std::span<const Value> CommonListItems(Call& call, const Value& value, std::string_view name, bool slash) {
  const Separator separator = SeparatorOf(value);
  const bool bad = separator == Separator::kComma || (!slash && separator == Separator::kSlash);
  const bool brackets = value.is_list() && value.brackets();
  if (!bad && !brackets) return AsList(call.arena(), value);
  std::string message = "Expected";
  if (brackets) message += " an unbracketed";
  if (bad) message += std::string(brackets ? "," : " a") + " space-" + (slash ? " or slash-" : "") + "separated";
  Fail(message + " list, was " + Inspect(call.values(), value), std::string(name));
}

namespace {

// What stands before and after the slash; `alpha` absent where there is none.
struct Slashed {
  Value components;
  Value alpha;
};

Value NumberOrString(Call& call, std::string_view text) {
  double number = 0;
  const char* begin = text.data();
  const char* const end = begin + text.size();
  const bool plus = begin != end && *begin == '+';
  if (plus) ++begin;
  const auto parsed = std::from_chars(begin, end, number);
  if (parsed.ec != std::errc() || text.empty()) return Value::Unquoted(text);
  const std::string_view unit(parsed.ptr, static_cast<size_t>(end - parsed.ptr));
  if (!unit.empty() && unit != "%" && !IsNameStart(unit[0])) return Value::Unquoted(text);
  for (const char c : unit) {
    if (c != '%' && !IsNameCharacter(c)) return Value::Unquoted(text);
  }
  return Value::Number(call.arena(), number, unit);
}

Value WithLast(Call& call, std::span<const Value> items, const Value& last) {
  std::vector<Value> changed(items.begin(), items.end());
  changed.back() = last;
  return Value::NewList(call.arena(), changed, Separator::kSpace);
}

// Nothing where only the browser can tell.
std::optional<Slashed> SplitSlash(Call& call, const Value& input, std::string_view name) {
  const std::span<const Value> items = CommonListItems(call, input, name, true);
  if (SeparatorOf(input) == Separator::kSlash) {
    if (items.size() == 2) return Slashed{items[0], items[1]};
    Fail("Only 2 slash-separated elements allowed, but " + std::to_string(items.size()) +
             (items.size() == 1 ? " was" : " were") + " passed.",
         std::string(name));
  }
  if (items.empty()) return Slashed{input, {}};
  const Value& last = items.back();
  if (last.is_string() && !last.quoted()) {
    const std::string_view text = last.text();
    const size_t slash = text.find('/');
    if (slash == text.npos) return Slashed{input, {}};
    if (text.find('/', slash + 1) != text.npos) return std::nullopt;
    return Slashed{WithLast(call, items, NumberOrString(call, text.substr(0, slash))),
                   NumberOrString(call, text.substr(slash + 1))};
  }
  if (last.is_number() && last.has_slash()) {
    return Slashed{WithLast(call, items, last.slash_left()), last.slash_right()};
  }
  return Slashed{input, {}};
}

struct Parsed {
  std::optional<ColorSpace> space;
  std::vector<Value> channels;
};

void CheckChannels(Call& call, const Parsed& parsed, std::string_view name) {
  for (size_t i = 0; i < parsed.channels.size(); ++i) {
    const Value& channel = parsed.channels[i];
    if (channel.is_number() || IsSpecialNumber(channel) || IsNone(channel)) continue;
    const std::string channel_name = parsed.space && i < 3 ? std::string(ChannelsOf(*parsed.space)[i].name) + " channel"
                                                           : "channel " + std::to_string(i + 1);
    Fail("Expected " + channel_name + " to be a number, was " + Inspect(call.values(), channel) + ".",
         std::string(name));
  }
}

bool HasOwnFunction(ColorSpace space) {
  return IsLegacy(space) || space == ColorSpace::kLab || space == ColorSpace::kLch || space == ColorSpace::kOklab ||
         space == ColorSpace::kOklch;
}

void TakeSpaceName(Call& call, const Value& first, std::string_view name, Parsed& parsed) {
  CheckString(call.values(), first, name);
  CheckUnquoted(call.values(), first, name);
  if (IsSpecialVariable(first)) return;
  parsed.space = SpaceFrom(call, first, name);
  if (!HasOwnFunction(*parsed.space)) return;
  const std::string space(NameOf(*parsed.space));
  Fail("The color() function doesn't support the color space " + space + ". Use the " + space + "() function instead.",
       std::string(name));
}

// Old browsers know these with commas.
bool PrefersCommas(const Parsed& parsed) {
  return parsed.channels.size() == 3 && (parsed.space == ColorSpace::kRgb || parsed.space == ColorSpace::kHsl);
}

Value CssOf(Call& call, std::string_view function, const Value& input, const Parsed& parsed, const Value& alpha) {
  if (!PrefersCommas(parsed)) return CssCall(call, function, {&input, 1});
  std::vector<Value> arguments = parsed.channels;
  if (!alpha.absent()) arguments.push_back(alpha);
  return CssCall(call, function, arguments);
}

std::optional<double> AlphaOf(Call& call, const Value& alpha, std::string_view name) {
  if (alpha.absent()) return 1;
  if (alpha.is_string() && !alpha.quoted() && alpha.text() == "none") return std::nullopt;
  return ClampLikeCss(PercentageOrUnitless(call, CheckNumber(call.values(), alpha, name), 1, "alpha"), 0, 1);
}

std::optional<Value> AsChannel(const Value& value) { return value.is_number() ? std::optional(value) : std::nullopt; }

Value ParseChannels(Call& call, std::string_view function, const Value& input, std::optional<ColorSpace> space,
                    std::string_view name) {
  if (IsSpecialVariable(input)) return CssCall(call, function, {&input, 1});
  const std::optional<Slashed> slashed = SplitSlash(call, input, name);
  if (!slashed) return CssCall(call, function, {&input, 1});
  const Value& components = slashed->components;
  const std::span<const Value> items = CommonListItems(call, components, name, false);
  if (items.empty()) Fail("Color component list may not be empty.", std::string(name));
  if (IsWord(items[0], "from")) return CssCall(call, function, {&input, 1});
  Parsed parsed = {space, {}};
  if (IsSpecialVariable(components)) {
    parsed.channels = {components};
  } else {
    parsed.channels.assign(items.begin() + (space ? 0 : 1), items.end());
    if (!space) TakeSpaceName(call, items[0], name, parsed);
    CheckChannels(call, parsed, name);
  }
  if (IsSpecialNumber(slashed->alpha)) return CssOf(call, function, input, parsed, slashed->alpha);
  const std::optional<double> alpha = AlphaOf(call, slashed->alpha, name);
  if (!parsed.space) return CssCall(call, function, {&input, 1});
  if (std::ranges::any_of(parsed.channels, IsSpecialNumber)) {
    return CssOf(call, function, input, parsed, slashed->alpha);
  }
  if (parsed.channels.size() != 3) {
    Fail("The " + std::string(NameOf(*parsed.space)) + " color space has 3 channels but " +
             Inspect(call.values(), input) + " has " + std::to_string(parsed.channels.size()) + ".",
         std::string(name));
  }
  return ColorFromChannels(
      call, *parsed.space,
      {AsChannel(parsed.channels[0]), AsChannel(parsed.channels[1]), AsChannel(parsed.channels[2])}, alpha, true,
      parsed.space == ColorSpace::kRgb);
}

// rgb(1, 2, 3, .5) and hsl(...).
Value FromCommas(Call& call, std::string_view function, ColorSpace space) {
  std::vector<Value> arguments;
  for (size_t i = 0; i < call.size(); ++i) arguments.push_back(call[i]);
  if (std::ranges::any_of(arguments, IsSpecialNumber)) return CssCall(call, function, arguments);
  const std::span<const Channel, 3> facts = ChannelsOf(space);
  GivenChannels channels;
  for (size_t i = 0; i < 3; ++i) channels[i] = NumberAt(call, i, facts[i].name);
  double alpha = 1;
  if (call.size() > 3) alpha = ClampLikeCss(PercentageOrUnitless(call, NumberAt(call, 3, "alpha"), 1, "alpha"), 0, 1);
  return ColorFromChannels(call, space, channels, alpha, true, space == ColorSpace::kRgb);
}

// rgb(red, .5).
Value WithAlpha(Call& call, std::string_view function) {
  const Value arguments[] = {call[0], call[1]};
  if (IsSpecialVariable(call[0]) || (!call[0].is_color() && IsSpecialVariable(call[1]))) {
    return CssCall(call, function, arguments);
  }
  const Color& color = ColorAt(call, 0, "color");
  if (!IsLegacy(color.space)) {
    const std::string text = InspectAt(call, 0);
    Fail("Expected " + text + " to be in the legacy RGB, HSL, or HWB color space.\n\nRecommendation: color.change(" +
             text + ", $alpha: " + InspectAt(call, 1) + ")",
         std::string(function));
  }
  Color rgb = ToSpace(color, ColorSpace::kRgb);
  if (IsSpecialNumber(call[1])) {
    const Value parts[] = {Value::Number(rgb.channels[0]), Value::Number(rgb.channels[1]),
                           Value::Number(rgb.channels[2]), call[1]};
    return CssCall(call, function, parts);
  }
  const double alpha = PercentageOrUnitless(call, NumberAt(call, 1, "alpha"), 1, "alpha");
  rgb.alpha = ClampLikeCss(alpha, 0, 1);
  rgb.missing = 0;
  rgb.spelling = ColorSpelling::kNone;
  return NewColor(call.arena(), rgb);
}

// hsl(1, var(--b)): the variable may hold two channels.
Value TwoOfThree(Call& call, std::string_view function) {
  const Value arguments[] = {call[0], call[1]};
  if (IsSpecialVariable(call[0]) || IsSpecialVariable(call[1])) return CssCall(call, function, arguments);
  Fail("Missing argument $lightness.");
}

Value Rgb(Call& call) { return FromCommas(call, "rgb", ColorSpace::kRgb); }
Value Rgba(Call& call) { return FromCommas(call, "rgba", ColorSpace::kRgb); }
Value RgbWithAlpha(Call& call) { return WithAlpha(call, "rgb"); }
Value RgbaWithAlpha(Call& call) { return WithAlpha(call, "rgba"); }
Value RgbOfChannels(Call& call) { return ParseChannels(call, "rgb", call[0], ColorSpace::kRgb, "channels"); }
Value RgbaOfChannels(Call& call) { return ParseChannels(call, "rgba", call[0], ColorSpace::kRgb, "channels"); }
Value Hsl(Call& call) { return FromCommas(call, "hsl", ColorSpace::kHsl); }
Value Hsla(Call& call) { return FromCommas(call, "hsla", ColorSpace::kHsl); }
Value HslOfTwo(Call& call) { return TwoOfThree(call, "hsl"); }
Value HslaOfTwo(Call& call) { return TwoOfThree(call, "hsla"); }
Value HslOfChannels(Call& call) { return ParseChannels(call, "hsl", call[0], ColorSpace::kHsl, "channels"); }
Value HslaOfChannels(Call& call) { return ParseChannels(call, "hsla", call[0], ColorSpace::kHsl, "channels"); }
Value Hwb(Call& call) { return ParseChannels(call, "hwb", call[0], ColorSpace::kHwb, "channels"); }
Value Lab(Call& call) { return ParseChannels(call, "lab", call[0], ColorSpace::kLab, "channels"); }
Value Lch(Call& call) { return ParseChannels(call, "lch", call[0], ColorSpace::kLch, "channels"); }
Value Oklab(Call& call) { return ParseChannels(call, "oklab", call[0], ColorSpace::kOklab, "channels"); }
Value Oklch(Call& call) { return ParseChannels(call, "oklch", call[0], ColorSpace::kOklch, "channels"); }
Value ColorFunction(Call& call) { return ParseChannels(call, "color", call[0], std::nullopt, "description"); }

Value HwbOfParts(Call& call) {
  const Value channels[] = {call[0], call[1], call[2]};
  const Value parts[] = {Value::NewList(call.arena(), channels, Separator::kSpace),
                         call.Has(3) ? call[3] : Value::Number(1)};
  return ParseChannels(call, "hwb", Value::NewList(call.arena(), parts, Separator::kSlash), ColorSpace::kHwb, "");
}

constexpr BuiltIn kFunctions[] = {
    {"rgb", "", "", "$red, $green, $blue, $alpha", Rgb, kInDart},
    {"rgb", "", "", "$red, $green, $blue", Rgb, kInDart},
    {"rgb", "", "", "$color, $alpha", RgbWithAlpha, kInDart},
    {"rgb", "", "", "$channels", RgbOfChannels, kInDart},
    {"rgba", "", "", "$red, $green, $blue, $alpha", Rgba, kInDart},
    {"rgba", "", "", "$red, $green, $blue", Rgba, kInDart},
    {"rgba", "", "", "$color, $alpha", RgbaWithAlpha, kInDart},
    {"rgba", "", "", "$channels", RgbaOfChannels, kInDart},
    {"hsl", "", "", "$hue, $saturation, $lightness, $alpha", Hsl, kInDart},
    {"hsl", "", "", "$hue, $saturation, $lightness", Hsl, kInDart},
    {"hsl", "", "", "$hue, $saturation", HslOfTwo, kInDart},
    {"hsl", "", "", "$channels", HslOfChannels, kInDart},
    {"hsla", "", "", "$hue, $saturation, $lightness, $alpha", Hsla, kInDart},
    {"hsla", "", "", "$hue, $saturation, $lightness", Hsla, kInDart},
    {"hsla", "", "", "$hue, $saturation", HslaOfTwo, kInDart},
    {"hsla", "", "", "$channels", HslaOfChannels, kInDart},
    {"hwb", "", "", "$channels", Hwb, kInDart},
    {"", "color", "hwb", "$hue, $whiteness, $blackness, $alpha: 1", HwbOfParts},
    {"", "color", "hwb", "$channels", Hwb},
    {"lab", "", "", "$channels", Lab, kInDart},
    {"lch", "", "", "$channels", Lch, kInDart},
    {"oklab", "", "", "$channels", Oklab, kInDart},
    {"oklch", "", "", "$channels", Oklch, kInDart},
    {"color", "", "", "$description", ColorFunction, kInDart},
};

}  // namespace

std::span<const BuiltIn> ColorConstructors() { return kFunctions; }

}  // namespace tincture::compat::sass
