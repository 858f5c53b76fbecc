// The global functions of colours as libsass and Ruby Sass have them: red, green, blue or hue, saturation, lightness,
// nothing else. Where the two differ, ValueRules says how.
#include <algorithm>
#include <cmath>
#include <vector>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/color.h"

namespace tincture::compat::sass {

namespace {

bool Bytes(Call& call) { return call.dialect().values.colors_are_bytes; }

Color Rgb(Call& call, const Color& color) { return RgbOf(call.values(), color); }

// By the formula of CSS 3, which both compilers use.
Color Hsl(Call& call, const Color& color) {
  if (color.space == ColorSpace::kHsl) return color;
  const Color rgb = Rgb(call, color);
  const double r = rgb.channels[0] / 255;
  const double g = rgb.channels[1] / 255;
  const double b = rgb.channels[2] / 255;
  const double high = std::max({r, g, b});
  const double low = std::min({r, g, b});
  const double delta = high - low;
  const double lightness = (high + low) / 2;
  Color hsl;
  hsl.space = ColorSpace::kHsl;
  hsl.alpha = color.alpha;
  hsl.channels[2] = lightness * 100;
  if (delta == 0) return hsl;
  const double hue = high == r   ? 60 * (g - b) / delta
                     : high == g ? 60 * (b - r) / delta + 120
                                 : 60 * (r - g) / delta + 240;
  hsl.channels[0] = hue < 0 ? hue + 360 : hue;
  hsl.channels[1] = (lightness < 0.5 ? delta / (high + low) : delta / (2 - high - low)) * 100;
  return hsl;
}

Value NewHsl(Call& call, double hue, double saturation, double lightness, double alpha) {
  const double rest = std::fmod(hue, 360);
  Color color;
  color.space = ColorSpace::kHsl;
  color.channels = {rest < 0 ? rest + 360 : rest, std::clamp(saturation, 0.0, 100.0),
                    std::clamp(lightness, 0.0, 100.0)};
  color.alpha = Bytes(call) ? std::clamp(alpha, 0.0, 1.0) : alpha;
  return NewColor(call.arena(), color);
}

Value NewRgbOf(Call& call, std::array<double, 3> channels, double alpha) {
  if (Bytes(call)) {
    for (double& channel : channels) channel = std::clamp(RoundHalf(call.values(), channel), 0.0, 255.0);
    alpha = std::clamp(alpha, 0.0, 1.0);
  }
  return NewRgb(call.arena(), channels[0], channels[1], channels[2], alpha);
}

// `calc(...)`, `var(...)`: what only the browser knows. Ruby Sass finds them anywhere in the text.
bool IsSpecial(Call& call, const Value& value, bool variables_only = false) {
  if (!value.is_string()) return false;
  const std::string_view text = value.text();
  if (Bytes(call)) {
    return text.find("var(") != text.npos || (!variables_only && text.find("calc(") != text.npos);
  }
  return text.starts_with("var(") || (!variables_only && text.starts_with("calc("));
}

std::vector<Value> Arguments(Call& call) {
  std::vector<Value> arguments;
  for (size_t i = 0; i < call.size(); ++i) arguments.push_back(call[i]);
  return arguments;
}

bool AnySpecial(Call& call, bool variables_only = false) {
  const std::vector<Value> arguments = Arguments(call);
  return std::ranges::any_of(arguments, [&](const Value& value) { return IsSpecial(call, value, variables_only); });
}

// Fewer arguments than it takes are fine where one is a variable that may hold the others.
Value TooFew(Call& call, std::string_view function) {
  if (AnySpecial(call, true)) return CssCall(call, function, Arguments(call));
  Fail("wrong number of arguments (" + std::to_string(call.size()) + ") for `" + std::string(function) + "'");
}

double ByteAt(Call& call, size_t i, std::string_view name) {
  const Value& number = NumberAt(call, i, name);
  const double value = HasUnit(number, "%") ? number.number() * 255 / 100 : number.number();
  return std::clamp(value, 0.0, 255.0);
}

double AlphaAt(Call& call, size_t i) {
  const Value& number = NumberAt(call, i, "alpha");
  if (!HasUnit(number, "%")) return std::clamp(number.number(), 0.0, 1.0);
  return Bytes(call) ? std::clamp(number.number() / 100, 0.0, 1.0) : std::clamp(number.number(), 0.0, 100.0);
}

Value RgbFunction(Call& call) {
  if (AnySpecial(call)) return CssCall(call, "rgb", Arguments(call));
  return NewRgbOf(call, {ByteAt(call, 0, "red"), ByteAt(call, 1, "green"), ByteAt(call, 2, "blue")}, 1);
}

Value RgbaFunction(Call& call) {
  if (AnySpecial(call)) return CssCall(call, "rgba", Arguments(call));
  return NewRgbOf(call, {ByteAt(call, 0, "red"), ByteAt(call, 1, "green"), ByteAt(call, 2, "blue")}, AlphaAt(call, 3));
}

Value RgbaOfColor(Call& call) {
  const std::vector<Value> arguments = Arguments(call);
  if (IsSpecial(call, call[0], Bytes(call))) return CssCall(call, "rgba", arguments);
  if (IsSpecial(call, call[1]) && !call[0].is_color()) return CssCall(call, "rgba", arguments);
  const Color& color = ColorAt(call, 0, "color");
  if (IsSpecial(call, call[1])) {
    const Color rgb = Rgb(call, color);
    const Value parts[] = {Value::Number(std::trunc(rgb.channels[0])), Value::Number(std::trunc(rgb.channels[1])),
                           Value::Number(std::trunc(rgb.channels[2])), call[1]};
    return CssCall(call, "rgba", parts);
  }
  Color changed = Bytes(call) ? color : Rgb(call, color);
  changed.alpha = AlphaAt(call, 1);
  changed.spelling = ColorSpelling::kNone;
  return NewColor(call.arena(), changed);
}

Value RgbTooFew(Call& call) { return TooFew(call, "rgb"); }
Value RgbaTooFew(Call& call) { return TooFew(call, "rgba"); }
Value HslTooFew(Call& call) { return TooFew(call, "hsl"); }
Value HslaTooFew(Call& call) { return TooFew(call, "hsla"); }

double DoubleAt(Call& call, size_t i, std::string_view name) { return NumberAt(call, i, name).number(); }

Value HslFunction(Call& call) {
  if (AnySpecial(call)) return CssCall(call, "hsl", Arguments(call));
  return NewHsl(call, DoubleAt(call, 0, "hue"), DoubleAt(call, 1, "saturation"), DoubleAt(call, 2, "lightness"), 1);
}

Value HslaFunction(Call& call) {
  if (AnySpecial(call)) return CssCall(call, "hsla", Arguments(call));
  const double alpha = Bytes(call) ? AlphaAt(call, 3) : DoubleAt(call, 3, "alpha");
  return NewHsl(call, DoubleAt(call, 0, "hue"), DoubleAt(call, 1, "saturation"), DoubleAt(call, 2, "lightness"), alpha);
}

// ---- channels

template <size_t kIndex>
Value RgbChannel(Call& call) {
  return Value::Number(Rgb(call, ColorAt(call, 0, "color")).channels[kIndex]);
}

template <size_t kIndex>
Value HslChannel(Call& call) {
  return Value::Number(call.arena(), Hsl(call, ColorAt(call, 0, "color")).channels[kIndex], kIndex == 0 ? "deg" : "%");
}

bool IsFilterText(const Value& value) {
  if (!value.is_string() || value.quoted()) return false;
  const std::string_view text = value.text();
  size_t i = 0;
  while (i < text.size() && Lower(text[i]) >= 'a' && Lower(text[i]) <= 'z') ++i;
  const size_t letters = i;
  while (i < text.size() && IsSpace(text[i])) ++i;
  return letters > 0 && i < text.size() && text[i] == '=';
}

Value Alpha(Call& call) {
  const std::span<const Value> arguments = RestAt(call, 0);
  if (std::ranges::all_of(arguments, IsFilterText)) return CssCall(call, "alpha", arguments);
  if (arguments.size() != 1) {
    Fail("wrong number of arguments (" + std::to_string(arguments.size()) + " for 1) for `alpha'");
  }
  if (arguments[0].is_string() && !Bytes(call)) return CssCall(call, "alpha", arguments);
  if (arguments[0].is_number() && !Bytes(call)) return CssCall(call, "opacity", arguments);
  return Value::Number(CheckColor(call.values(), arguments[0], "color").alpha);
}

Value AlphaNamed(Call& call) { return Value::Number(ColorAt(call, 0, "color").alpha); }

Value Opacity(Call& call) {
  if (call[0].is_number()) return CssCall(call, "opacity", {&call[0], 1});
  if (call[0].is_string() && !Bytes(call)) return CssCall(call, "alpha", {&call[0], 1});
  return Value::Number(ColorAt(call, 0, "color").alpha);
}

// ---- adjusting

double AmountAt(Call& call, double high) {
  return CheckRange(call.values(), NumberAt(call, 1, "amount"), 0, high, "amount");
}

Value WithHsl(Call& call, size_t channel, double by) {
  const Color& color = ColorAt(call, 0, "color");
  Color hsl = Hsl(call, color);
  hsl.channels[channel] += by;
  return NewHsl(call, hsl.channels[0], hsl.channels[1], hsl.channels[2], color.alpha);
}

Value Lighten(Call& call) { return WithHsl(call, 2, AmountAt(call, 100)); }
Value Darken(Call& call) { return WithHsl(call, 2, -AmountAt(call, 100)); }
Value Saturate(Call& call) { return WithHsl(call, 1, AmountAt(call, 100)); }
Value Desaturate(Call& call) { return WithHsl(call, 1, -AmountAt(call, 100)); }
Value AdjustHue(Call& call) { return WithHsl(call, 0, DoubleAt(call, 1, "degrees")); }
Value Complement(Call& call) { return WithHsl(call, 0, Bytes(call) ? 180 : -180); }

Value SaturateFilter(Call& call) { return CssCall(call, "saturate", {&call[0], 1}); }

Value Grayscale(Call& call) {
  if (call[0].is_number()) return CssCall(call, "grayscale", {&call[0], 1});
  return WithHsl(call, 1, -100);
}

Value WithAlpha(Call& call, double by) {
  Color color = ColorAt(call, 0, "color");
  color.alpha = std::clamp(color.alpha + by, 0.0, 1.0);
  color.spelling = ColorSpelling::kNone;
  return NewColor(call.arena(), color);
}

Value Opacify(Call& call) { return WithAlpha(call, AmountAt(call, 1)); }
Value Transparentize(Call& call) { return WithAlpha(call, -AmountAt(call, 1)); }

// ---- mixing

Value Mixed(Call& call, const Color& one, const Color& other, double weight) {
  const Color a = Rgb(call, one);
  const Color b = Rgb(call, other);
  const double share = weight / 100;
  const double w = share * 2 - 1;
  const double distance = one.alpha - other.alpha;
  const double first = ((w * distance == -1 ? w : (w + distance) / (1 + w * distance)) + 1) / 2;
  const double second = 1 - first;
  std::array<double, 3> channels;
  for (size_t i = 0; i < 3; ++i) {
    channels[i] = RoundHalf(call.values(), a.channels[i] * first + b.channels[i] * second);
  }
  return NewRgbOf(call, channels, one.alpha * share + other.alpha * (1 - share));
}

double WeightAt(Call& call, size_t i, double otherwise) {
  return call.Has(i) ? CheckRange(call.values(), NumberAt(call, i, "weight"), 0, 100, "weight") : otherwise;
}

Value Mix(Call& call) {
  const Color& one = ColorAt(call, 0, "color1");
  const Color& other = ColorAt(call, 1, "color2");
  return Mixed(call, one, other, WeightAt(call, 2, 50));
}

Value Invert(Call& call) {
  const double weight = WeightAt(call, 1, 100);
  if (call[0].is_number()) {
    if (weight < 100 && !Bytes(call)) Fail("Only one argument may be passed to the plain-CSS invert() function.");
    return CssCall(call, "invert", {&call[0], 1});
  }
  const Color& color = ColorAt(call, 0, "color");
  Color inverted = Rgb(call, color);
  inverted.spelling = ColorSpelling::kNone;
  for (double& channel : inverted.channels) channel = std::clamp(255 - channel, 0.0, 255.0);
  return Mixed(call, inverted, color, weight);
}

// ---- adjust-color, scale-color, change-color

struct Channelled {
  std::string_view name;
  ColorSpace space;
  size_t index;
  double high;
};

constexpr Channelled kChannels[] = {
    {"red", ColorSpace::kRgb, 0, 255},        {"green", ColorSpace::kRgb, 1, 255},
    {"blue", ColorSpace::kRgb, 2, 255},       {"hue", ColorSpace::kHsl, 0, 360},
    {"saturation", ColorSpace::kHsl, 1, 100}, {"lightness", ColorSpace::kHsl, 2, 100},
};

// Arguments 1 to 7: the six channels and alpha.
constexpr size_t kAlphaArgument = 7;

bool IsChange(const Value& value) { return value.is_number(); }

// The one space whose channels are given; nothing for alpha alone.
std::optional<ColorSpace> GivenSpace(Call& call, std::string_view function) {
  bool rgb = false;
  bool hsl = false;
  for (size_t i = 0; i < std::size(kChannels); ++i) {
    if (call.Has(i + 1) && call[i + 1].truthy()) CheckNumber(call.values(), call[i + 1], kChannels[i].name);
    if (!IsChange(call[i + 1])) continue;
    (kChannels[i].space == ColorSpace::kRgb ? rgb : hsl) = true;
  }
  if (rgb && hsl) {
    Fail("Cannot specify HSL and RGB values for a color at the same time for `" + std::string(function) + "'");
  }
  if (rgb) return ColorSpace::kRgb;
  return hsl ? std::optional(ColorSpace::kHsl) : std::nullopt;
}

// What becomes of a channel: `change` is checked; `high` is the channel's own bound.
using Change = double (*)(Call& call, double old, const Value& change, const Channelled& channel);

double Adjusted(Call& call, double old, const Value& change, const Channelled& channel) {
  if (channel.name == "hue") return old + change.number();
  const double now = old + CheckRange(call.values(), change, -channel.high, channel.high, channel.name);
  return std::clamp(now, 0.0, channel.high);
}

double Scaled(Call& call, double old, const Value& change, const Channelled& channel) {
  if (Bytes(call)) CheckUnit(call.values(), change, "%", channel.name);
  const double factor = CheckRange(call.values(), change, -100, 100, channel.name) / 100;
  return old + factor * (factor > 0 ? channel.high - old : old);
}

double Changed(Call& call, double, const Value& change, const Channelled& channel) {
  if (channel.name == "hue") return change.number();
  return CheckRange(call.values(), change, 0, channel.high, channel.name);
}

Value Updated(Call& call, std::string_view function, Change change) {
  const Color& color = ColorAt(call, 0, "color");
  const std::optional<ColorSpace> space = GivenSpace(call, function);
  if (!space && !IsChange(call[kAlphaArgument]) && !Bytes(call)) {
    Fail("not enough arguments for `" + std::string(function) + "'");
  }
  Color result = !space ? color : *space == ColorSpace::kRgb ? Rgb(call, color) : Hsl(call, color);
  for (size_t i = 0; i < std::size(kChannels); ++i) {
    if (!IsChange(call[i + 1])) continue;
    double& channel = result.channels[kChannels[i].index];
    channel = change(call, channel, call[i + 1], kChannels[i]);
  }
  if (IsChange(call[kAlphaArgument])) {
    constexpr Channelled kAlpha = {"alpha", ColorSpace::kRgb, 3, 1};
    result.alpha = std::clamp(change(call, color.alpha, call[kAlphaArgument], kAlpha), 0.0, 1.0);
  }
  if (result.space == ColorSpace::kHsl) {
    return NewHsl(call, result.channels[0], result.channels[1], result.channels[2], result.alpha);
  }
  return NewRgbOf(call, result.channels, result.alpha);
}

Value AdjustColor(Call& call) { return Updated(call, "adjust-color", Adjusted); }
Value ScaleColor(Call& call) { return Updated(call, "scale-color", Scaled); }
Value ChangeColor(Call& call) { return Updated(call, "change-color", Changed); }

Value IeHexStr(Call& call) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const Color rgb = Rgb(call, ColorAt(call, 0, "color"));
  std::string text = "#";
  const auto append = [&](double channel) {
    const int byte = static_cast<int>(RoundHalf(call.values(), std::clamp(channel, 0.0, 255.0)));
    text += kDigits[byte >> 4 & 15];
    text += kDigits[byte & 15];
  };
  append(std::clamp(rgb.alpha, 0.0, 1.0) * 255);
  for (const double channel : rgb.channels) append(channel);
  return NewText(call, text, false);
}

constexpr std::string_view kUpdateParameters =
    "$color, $red: false, $green: false, $blue: false, $hue: false, $saturation: false, $lightness: false, "
    "$alpha: false";

constexpr BuiltIn kFunctions[] = {
    {"rgb", "", "", "$red, $green, $blue", RgbFunction, kInOld},
    {"rgb", "", "", "$red, $green", RgbTooFew, kInRuby},
    {"rgb", "", "", "$red", RgbTooFew, kInRuby},
    {"rgba", "", "", "$red, $green, $blue, $alpha", RgbaFunction, kInOld},
    {"rgba", "", "", "$red, $green, $blue", RgbaTooFew, kInRuby},
    {"rgba", "", "", "$color, $alpha", RgbaOfColor, kInOld},
    {"rgba", "", "", "$red", RgbaTooFew, kInRuby},
    {"hsl", "", "", "$hue, $saturation, $lightness", HslFunction, kInOld},
    {"hsl", "", "", "$hue, $saturation", HslTooFew, kInRuby},
    {"hsl", "", "", "$hue", HslTooFew, kInRuby},
    {"hsla", "", "", "$hue, $saturation, $lightness, $alpha", HslaFunction, kInOld},
    {"hsla", "", "", "$hue, $saturation, $lightness", HslaTooFew, kInRuby},
    {"hsla", "", "", "$hue, $saturation", HslaTooFew, kInRuby},
    {"hsla", "", "", "$hue", HslaTooFew, kInRuby},
    {"red", "", "", "$color", RgbChannel<0>, kInOld},
    {"green", "", "", "$color", RgbChannel<1>, kInOld},
    {"blue", "", "", "$color", RgbChannel<2>, kInOld},
    {"hue", "", "", "$color", HslChannel<0>, kInOld},
    {"saturation", "", "", "$color", HslChannel<1>, kInOld},
    {"lightness", "", "", "$color", HslChannel<2>, kInOld},
    {"alpha", "", "", "$args...", Alpha, kInOld},
    {"alpha", "", "", "$color", AlphaNamed, kInOld},
    {"opacity", "", "", "$color", Opacity, kInOld},
    {"lighten", "", "", "$color, $amount", Lighten, kInOld},
    {"darken", "", "", "$color, $amount", Darken, kInOld},
    {"saturate", "", "", "$color, $amount", Saturate, kInOld},
    {"saturate", "", "", "$amount", SaturateFilter, kInOld},
    {"desaturate", "", "", "$color, $amount", Desaturate, kInOld},
    {"adjust-hue", "", "", "$color, $degrees", AdjustHue, kInOld},
    {"complement", "", "", "$color", Complement, kInOld},
    {"grayscale", "", "", "$color", Grayscale, kInOld},
    {"opacify", "", "", "$color, $amount", Opacify, kInOld},
    {"fade-in", "", "", "$color, $amount", Opacify, kInOld},
    {"transparentize", "", "", "$color, $amount", Transparentize, kInOld},
    {"fade-out", "", "", "$color, $amount", Transparentize, kInOld},
    {"mix", "", "", "$color1, $color2, $weight: 50%", Mix, kInOld},
    {"invert", "", "", "$color, $weight: 100%", Invert, kInOld},
    {"adjust-color", "", "", kUpdateParameters, AdjustColor, kInOld},
    {"scale-color", "", "", kUpdateParameters, ScaleColor, kInOld},
    {"change-color", "", "", kUpdateParameters, ChangeColor, kInOld},
    {"ie-hex-str", "", "", "$color", IeHexStr, kInOld},
};

}  // namespace

std::span<const BuiltIn> LegacyColorFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
