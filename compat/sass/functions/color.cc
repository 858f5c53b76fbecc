// sass:color, and the global functions of colours as Dart Sass has them.
#include <algorithm>
#include <cmath>
#include <vector>

#include "compat/sass/functions/color_channels.h"
#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

namespace {

std::optional<double> ChannelOf(const Color& color, size_t i) {
  return color.Missing(static_cast<int>(i)) ? std::nullopt : std::optional(color.channels[i]);
}

std::optional<double> AlphaOf(const Color& color) {
  return color.Missing(3) ? std::nullopt : std::optional(color.alpha);
}

Value InSpaceOf(Call& call, const Color& made, const Color& original, bool legacy_missing = false) {
  return NewColor(call.arena(), ToSpace(made, original.space, legacy_missing));
}

std::string CssText(Call& call, const Value& value) {
  std::string text;
  AppendText(call.values(), value, text);
  return text;
}

// ---- single channels of legacy colours

void WarnColorFunction(Call& call, const std::string& text) {
  Warn(call, "color-functions", text + "\n\nMore info: https://sass-lang.com/d/color-functions");
}

template <size_t kIndex>
Value LegacyChannel(Call& call, ColorSpace space, bool global) {
  const Channel& channel = ChannelsOf(space)[kIndex];
  const Color& color = ColorAt(call, 0, "color");
  const std::string name(channel.name);
  if (!IsLegacy(color.space)) {
    Fail("color." + name + "() is only supported for legacy colors. Please use color.channel() instead with an " +
         "explicit $space argument.");
  }
  double value = ToSpace(color, space).channels[kIndex];
  if (space == ColorSpace::kRgb) value = std::round(value);
  WarnColorFunction(call, (global ? "" : "color.") + name +
                              "() is deprecated. Suggestion:\n\ncolor.channel($color, \"" + name +
                              "\", $space: " + std::string(NameOf(space)) + ")");
  return Value::Number(call.arena(), value, channel.unit);
}

Value Red(Call& call) { return LegacyChannel<0>(call, ColorSpace::kRgb, false); }
Value Green(Call& call) { return LegacyChannel<1>(call, ColorSpace::kRgb, false); }
Value Blue(Call& call) { return LegacyChannel<2>(call, ColorSpace::kRgb, false); }
Value Hue(Call& call) { return LegacyChannel<0>(call, ColorSpace::kHsl, false); }
Value Saturation(Call& call) { return LegacyChannel<1>(call, ColorSpace::kHsl, false); }
Value Lightness(Call& call) { return LegacyChannel<2>(call, ColorSpace::kHsl, false); }
Value Whiteness(Call& call) { return LegacyChannel<1>(call, ColorSpace::kHwb, false); }
Value Blackness(Call& call) { return LegacyChannel<2>(call, ColorSpace::kHwb, false); }

// ---- mix and invert

Color MixLegacy(Call& call, const Color& one, const Color& other, const Value& weight) {
  const Color a = ToSpace(one, ColorSpace::kRgb);
  const Color b = ToSpace(other, ColorSpace::kRgb);
  const double scale = CheckRange(call.values(), weight, 0, 100, "weight") / 100;
  // The weight and the difference of the alphas, each from -1 to 1, make the weight of the first colour.
  const double normalized = scale * 2 - 1;
  const double distance = one.alpha - other.alpha;
  const double combined =
      normalized * distance == -1 ? normalized : (normalized + distance) / (1 + normalized * distance);
  const double first = (combined + 1) / 2;
  const double second = 1 - first;
  Color mixed;
  for (size_t i = 0; i < 3; ++i) mixed.channels[i] = a.channels[i] * first + b.channels[i] * second;
  mixed.alpha = a.alpha * scale + b.alpha * (1 - scale);
  return mixed;
}

enum class HueMethod { kShorter, kLonger, kIncreasing, kDecreasing };

struct Interpolation {
  ColorSpace space;
  HueMethod hue = HueMethod::kShorter;
};

std::string LowerOf(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = Lower(c);
  return lower;
}

HueMethod HueMethodFrom(Call& call, const Value& value, std::string_view name) {
  const std::string text = LowerOf(CheckString(call.values(), value, name));
  CheckUnquoted(call.values(), value, "");
  if (text == "shorter") return HueMethod::kShorter;
  if (text == "longer") return HueMethod::kLonger;
  if (text == "increasing") return HueMethod::kIncreasing;
  if (text == "decreasing") return HueMethod::kDecreasing;
  Fail("Unknown hue interpolation method " + Inspect(call.values(), value) + ".", std::string(name));
}

Interpolation InterpolationFrom(Call& call, const Value& value, const std::string& name) {
  const std::span<const Value> items = CommonListItems(call, value, name, false);
  if (items.empty()) Fail("Expected a color interpolation method, got an empty list.", name);
  Interpolation method = {SpaceFrom(call, items[0], name)};
  if (items.size() == 1) return method;
  method.hue = HueMethodFrom(call, items[1], name);
  const std::string text = Inspect(call.values(), value);
  if (items.size() == 2) Fail("Expected unquoted string \"hue\" after " + text + ".", name);
  CheckString(call.values(), items[2], name);
  CheckUnquoted(call.values(), items[2], name);
  if (LowerOf(items[2].text()) != "hue") {
    Fail("Expected unquoted string \"hue\" at the end of " + text + ", was " + Inspect(call.values(), items[2]) + ".",
         name);
  }
  if (items.size() > 3) Fail("Expected nothing after \"hue\" in " + text + ".", name);
  if (!IsPolar(method.space)) {
    Fail("Hue interpolation method \"" + LowerOf(items[1].text()) +
             " hue\" may not be set for rectangular color space " + std::string(NameOf(method.space)) + ".",
         name);
  }
  return method;
}

// https://www.w3.org/TR/css-color-4/#hue-interpolation
double MixHues(double one, double other, HueMethod method, double weight) {
  const double difference = other - one;
  switch (method) {
    case HueMethod::kShorter:
      if (difference > 180) one += 360;
      if (difference < -180) other += 360;
      break;
    case HueMethod::kLonger:
      if (difference > 0 && difference < 180) other += 360;
      if (difference > -180 && difference <= 0) one += 360;
      break;
    case HueMethod::kIncreasing:
      if (other < one) other += 360;
      break;
    case HueMethod::kDecreasing:
      if (one < other) one += 360;
      break;
  }
  return one * weight + other * (1 - weight);
}

// `weight` of `one`, the rest of `other`. Channels are premultiplied by alpha, hues are not.
Color Interpolate(Call& call, const Color& one, const Color& other, const Interpolation& method, double weight,
                  bool legacy_missing) {
  if (FuzzyEqual(call.values(), weight, 0)) return other;
  if (FuzzyEqual(call.values(), weight, 1)) return one;
  const Color a = ToSpace(one, method.space);
  const Color b = ToSpace(other, method.space);
  const double alpha_a = one.Missing(3) ? other.alpha : one.alpha;
  const double alpha_b = other.Missing(3) ? one.alpha : other.alpha;
  const double share_a = (one.Missing(3) ? 1 : one.alpha) * weight;
  const double share_b = (other.Missing(3) ? 1 : other.alpha) * (1 - weight);
  std::optional<double> alpha;
  if (!one.Missing(3) || !other.Missing(3)) alpha = alpha_a * weight + alpha_b * (1 - weight);
  const std::span<const Channel, 3> facts = ChannelsOf(method.space);
  std::array<std::optional<double>, 3> channels;
  for (size_t i = 0; i < 3; ++i) {
    const std::optional<double> x = ChannelOf(a, i) ? ChannelOf(a, i) : ChannelOf(b, i);
    const std::optional<double> y = ChannelOf(b, i) ? ChannelOf(b, i) : ChannelOf(a, i);
    if (!x) continue;
    channels[i] =
        facts[i].polar ? MixHues(*x, *y, method.hue, weight) : (*x * share_a + *y * share_b) / alpha.value_or(1);
  }
  return ToSpace(MakeColor(method.space, channels, alpha), one.space, legacy_missing);
}

Value Mix(Call& call) {
  const Color& one = ColorAt(call, 0, "color1");
  const Color& other = ColorAt(call, 1, "color2");
  const Value weight = call.Has(2) ? NumberAt(call, 2, "weight") : Value::Number(call.arena(), 50, "%");
  if (IsGiven(call, 3)) {
    const Interpolation method = InterpolationFrom(call, call[3], "method");
    const double share = CheckRange(call.values(), weight, 0, 100, "weight", "%") / 100;
    return NewColor(call.arena(), Interpolate(call, one, other, method, share, false));
  }
  CheckPercent(call, weight, "weight");
  for (size_t i = 0; i < 2; ++i) {
    if (IsLegacy(call[i].color().space)) continue;
    Fail("To use color.mix() with non-legacy color " + InspectAt(call, i) + ", you must provide a $method.",
         i == 0 ? "color1" : "color2");
  }
  return NewColor(call.arena(), MixLegacy(call, one, other, weight));
}

[[noreturn]] void FailMissing(Call& call, const Color& color, std::string_view channel) {
  Fail(
      "Because the CSS working group is still deciding on the best behavior, Sass doesn't currently support modifying "
      "missing channels (color: " +
          CssText(call, Value::Of(&color)) + ").",
      std::string(channel));
}

double InvertedChannel(Call& call, const Color& color, size_t i) {
  const Channel& channel = ChannelsOf(color.space)[i];
  if (color.Missing(static_cast<int>(i))) FailMissing(call, color, channel.name);
  const double value = color.channels[i];
  if (channel.polar) return std::fmod(value + 180, 360);
  return channel.low < 0 ? -value : channel.high - value;
}

Color InvertedIn(Call& call, const Color& color) {
  std::array<std::optional<double>, 3> channels = {ChannelOf(color, 0), ChannelOf(color, 1), ChannelOf(color, 2)};
  switch (color.space) {
    case ColorSpace::kHwb:
      channels[0] = InvertedChannel(call, color, 0);
      std::swap(channels[1], channels[2]);
      break;
    case ColorSpace::kHsl:
    case ColorSpace::kLch:
    case ColorSpace::kOklch:
      channels[0] = InvertedChannel(call, color, 0);
      channels[2] = InvertedChannel(call, color, 2);
      break;
    default:
      for (size_t i = 0; i < 3; ++i) channels[i] = InvertedChannel(call, color, i);
  }
  return MakeColor(color.space, channels, color.alpha);
}

Value InvertLegacy(Call& call, const Color& color, const Value& weight) {
  if (!IsLegacy(color.space)) {
    Fail("To use color.invert() with non-legacy color " + InspectAt(call, 0) + ", you must provide a $space.", "color");
  }
  CheckPercent(call, weight, "weight");
  const Color rgb = ToSpace(color, ColorSpace::kRgb);
  Color inverted;
  for (size_t i = 0; i < 3; ++i) inverted.channels[i] = InvertedChannel(call, rgb, i);
  inverted.alpha = color.alpha;
  return InSpaceOf(call, MixLegacy(call, inverted, color, weight), color, true);
}

Value InvertColor(Call& call, bool global) {
  const Value weight = call.Has(1) ? NumberAt(call, 1, "weight") : Value::Number(call.arena(), 100, "%");
  if (call[0].is_number() || (global && IsSpecialNumber(call[0]))) {
    if (weight.number() != 100 || !HasUnit(weight, "%")) {
      Fail("Only one argument may be passed to the plain-CSS invert() function.");
    }
    return CssCall(call, "invert", {&call[0], 1});
  }
  const Color& color = ColorAt(call, 0, "color");
  if (!IsGiven(call, 2)) return InvertLegacy(call, color, weight);
  const ColorSpace space = SpaceFrom(call, call[2], "space");
  const double share = CheckRange(call.values(), weight, 0, 100, "weight", "%") / 100;
  if (FuzzyEqual(call.values(), share, 0)) return call[0];
  const Color inverted = InvertedIn(call, ToSpace(color, space));
  if (FuzzyEqual(call.values(), share, 1)) return InSpaceOf(call, inverted, color);
  return NewColor(call.arena(), Interpolate(call, color, inverted, {space}, 1 - share, false));
}

void WarnModuleCompat(Call& call, std::string_view function, const Value& result) {
  Warn(call, "color-module-compat",
       "Passing a number (" + InspectAt(call, 0) + ") to color." + std::string(function) +
           "() is deprecated.\n\nRecommendation: " + Inspect(call.values(), result));
}

Value GlobalInvert(Call& call) {
  if (!call[0].is_number() && !IsSpecialNumber(call[0])) WarnGlobal(call, "color", "invert");
  return InvertColor(call, true);
}

Value Invert(Call& call) {
  const Value result = InvertColor(call, false);
  if (result.is_string()) WarnModuleCompat(call, "invert", result);
  return result;
}

// ---- grayscale, complement

Value Gray(Call& call) {
  const Color& color = ColorAt(call, 0, "color");
  const bool legacy = IsLegacy(color.space);
  const Color polar = ToSpace(color, legacy ? ColorSpace::kHsl : ColorSpace::kOklch);
  const Color gray = MakeColor(polar.space, {ChannelOf(polar, 0), 0.0, ChannelOf(polar, 2)}, polar.alpha);
  return InSpaceOf(call, gray, color, !legacy);
}

Value GlobalGrayscale(Call& call) {
  if (call[0].is_number() || IsSpecialNumber(call[0])) return CssCall(call, "grayscale", {&call[0], 1});
  WarnGlobal(call, "color", "grayscale");
  return Gray(call);
}

Value Grayscale(Call& call) {
  if (!call[0].is_number()) return Gray(call);
  const Value result = CssCall(call, "grayscale", {&call[0], 1});
  WarnModuleCompat(call, "grayscale", result);
  return result;
}

std::optional<double> AdjustedChannel(Call& call, const Color& color, const Channel& channel,
                                      const std::optional<double>& old, const Value* by);

Value Complement(Call& call) {
  const Color& color = ColorAt(call, 0, "color");
  const bool given = IsGiven(call, 1);
  const ColorSpace space =
      IsLegacy(color.space) && !given ? ColorSpace::kHsl : SpaceFrom(call, given ? call[1] : Value::Null(), "space");
  if (!IsPolar(space)) {
    Fail("Color space " + std::string(NameOf(space)) + " doesn't have a hue channel.", "space");
  }
  const Color polar = ToSpace(color, space, given);
  const size_t hue = IsLegacy(space) ? 0 : 2;
  std::array<std::optional<double>, 3> channels = {ChannelOf(polar, 0), ChannelOf(polar, 1), ChannelOf(polar, 2)};
  const Value half = Value::Number(180);
  channels[hue] = AdjustedChannel(call, polar, ChannelsOf(space)[hue], channels[hue], &half);
  return InSpaceOf(call, MakeColor(space, channels, AlphaOf(polar)), color);
}

// ---- adjust, scale, change

constexpr Channel kAlphaChannel = {.name = "alpha", .low = 0, .high = 1};

std::optional<double> AdjustedChannel(Call& call, const Color& color, const Channel& channel,
                                      const std::optional<double>& old, const Value* by) {
  if (!by) return old;
  if (!old) FailMissing(call, color, channel.name);
  Value change = *by;
  const bool is_alpha = channel.name == "alpha";
  if ((color.space == ColorSpace::kHsl || color.space == ColorSpace::kHwb) && channel.polar) {
    change = Value::Number(AngleOf(call, change, "hue"));
  } else if (color.space == ColorSpace::kHsl && !is_alpha) {
    CheckPercent(call, change, channel.name);
    change = Value::Number(call.arena(), change.number(), "%");
  } else if (is_alpha && change.has_units()) {
    Warn(call, "function-units",
         "$alpha: Passing a number with unit " + UnitText(call.dialect(), change.units()) +
             " is deprecated.\n\nTo preserve current behavior: " + UnitSuggestion(change, "alpha") +
             "\n\nMore info: https://sass-lang.com/d/function-units");
    change = Value::Number(change.number());
  }
  const double result = *old + ChannelFrom(call, channel, change, false);
  if (channel.low_clamped && result < channel.low) return *old < channel.low ? std::max(*old, result) : channel.low;
  if (channel.high_clamped && result > channel.high) return *old > channel.high ? std::min(*old, result) : channel.high;
  return result;
}

std::optional<double> ScaledChannel(Call& call, const Color& color, const Channel& channel,
                                    const std::optional<double>& old, const Value* by) {
  if (!by) return old;
  if (channel.polar) Fail("Channel isn't scalable.", std::string(channel.name));
  if (!old) FailMissing(call, color, channel.name);
  CheckUnit(call.values(), *by, "%", channel.name);
  const double factor = CheckRange(call.values(), *by, -100, 100, channel.name, "%") / 100;
  if (factor == 0) return old;
  if (factor > 0) return *old >= channel.high ? *old : *old + (channel.high - *old) * factor;
  return *old <= channel.low ? *old : *old + (*old - channel.low) * factor;
}

// The arguments of adjust() and its like, by channel; null where one was not given.
struct Changes {
  std::array<const Value*, 3> channels = {};
  const Value* alpha = nullptr;
  const Value* space = nullptr;
  std::vector<std::pair<std::string_view, const Value*>> others;
};

Changes ChangesAt(Call& call, size_t i) {
  const ArgumentListBody& rest = call[i].argument_list();
  if (!rest.items.empty()) {
    Fail("Only one positional argument is allowed. All other arguments must be passed by name.");
  }
  rest.keywords_read = true;
  Changes changes;
  for (const Keyword& keyword : rest.keywords) {
    const std::string_view name = call.host().names().Text(keyword.name);
    if (name == "space") {
      changes.space = &keyword.value;
    } else if (name == "alpha") {
      changes.alpha = &keyword.value;
    } else {
      changes.others.push_back({name, &keyword.value});
    }
  }
  return changes;
}

// Which legacy space has channels of these names.
std::optional<ColorSpace> LegacySpaceOf(const Changes& changes) {
  bool hue = false;
  for (const auto& [name, value] : changes.others) {
    if (name == "red" || name == "green" || name == "blue") return ColorSpace::kRgb;
    if (name == "saturation" || name == "lightness") return ColorSpace::kHsl;
    if (name == "whiteness" || name == "blackness") return ColorSpace::kHwb;
    hue |= name == "hue";
  }
  return hue ? std::optional(ColorSpace::kHsl) : std::nullopt;
}

Color InChangedSpace(Call& call, const Color& original, const Changes& changes) {
  if (changes.space) return ToSpace(original, SpaceFrom(call, *changes.space, "space"));
  const std::optional<ColorSpace> space = IsLegacy(original.space) ? LegacySpaceOf(changes) : std::nullopt;
  return space ? ToSpace(original, *space, false) : original;
}

void AssignChannels(const Color& color, Changes& changes) {
  const std::span<const Channel, 3> facts = ChannelsOf(color.space);
  for (const auto& [name, value] : changes.others) {
    const auto found = std::ranges::find(facts, name, &Channel::name);
    if (found == facts.end()) {
      Fail("Color space " + std::string(NameOf(color.space)) + " doesn't have a channel with this name.",
           std::string(name));
    }
    changes.channels[static_cast<size_t>(found - facts.begin())] = value;
  }
}

std::optional<Value> ChannelForChange(Call& call, const Color& color, size_t i, const Value* argument) {
  if (!argument) {
    const std::optional<double> old = ChannelOf(color, i);
    if (!old) return std::nullopt;
    const bool percent = (color.space == ColorSpace::kHsl || color.space == ColorSpace::kHwb) && i > 0;
    return Value::Number(call.arena(), *old, percent ? "%" : "");
  }
  if (IsNone(*argument)) return std::nullopt;
  if (argument->is_number()) return *argument;
  Fail(Inspect(call.values(), *argument) + " is not a number or unquoted \"none\".",
       std::string(ChannelsOf(color.space)[i].name));
}

std::optional<double> AlphaForChange(Call& call, const Color& color, const Value* argument) {
  if (!argument) return color.alpha;
  if (IsNone(*argument)) return std::nullopt;
  if (!argument->is_number()) {
    Fail(Inspect(call.values(), *argument) + " is not a number or unquoted \"none\".", "alpha");
  }
  if (HasUnit(*argument, "%")) return CheckRange(call.values(), *argument, 0, 100, "alpha", "%") / 100;
  if (argument->has_units()) {
    Warn(call, "function-units",
         "$alpha: Passing a unit other than % (" + Inspect(call.values(), *argument) +
             ") is deprecated.\n\nTo preserve current behavior: " + UnitSuggestion(*argument, "alpha") +
             "\n\nSee https://sass-lang.com/d/function-units");
  }
  return CheckRange(call.values(), *argument, 0, 1, "alpha");
}

Color Changed(Call& call, const Color& color, const Changes& changes) {
  GivenChannels channels;
  for (size_t i = 0; i < 3; ++i) channels[i] = ChannelForChange(call, color, i, changes.channels[i]);
  const std::optional<double> alpha = AlphaForChange(call, color, changes.alpha);
  return ColorFromChannels(call, color.space, channels, alpha, false, false).color();
}

using ChangeChannel = std::optional<double> (*)(Call&, const Color&, const Channel&, const std::optional<double>&,
                                                const Value*);

Color EachChannel(Call& call, const Color& color, const Changes& changes, ChangeChannel change, bool clamp_alpha) {
  const std::span<const Channel, 3> facts = ChannelsOf(color.space);
  for (size_t i = 0; i < 3; ++i) {
    if (changes.channels[i]) CheckNumber(call.values(), *changes.channels[i], facts[i].name);
  }
  if (changes.alpha) CheckNumber(call.values(), *changes.alpha, "alpha");
  std::array<std::optional<double>, 3> channels;
  for (size_t i = 0; i < 3; ++i) channels[i] = change(call, color, facts[i], ChannelOf(color, i), changes.channels[i]);
  std::optional<double> alpha = change(call, color, kAlphaChannel, AlphaOf(color), changes.alpha);
  if (alpha && clamp_alpha) alpha = ClampLikeCss(*alpha, 0, 1);
  return MakeColor(color.space, channels, alpha);
}

enum class Update { kAdjust, kScale, kChange };

Value UpdateColor(Call& call, Update update) {
  Changes changes = ChangesAt(call, 1);
  const Color& original = ColorAt(call, 0, "color");
  if (changes.space) {
    CheckString(call.values(), *changes.space, "space");
    CheckUnquoted(call.values(), *changes.space, "space");
  }
  const Color color = InChangedSpace(call, original, changes);
  AssignChannels(color, changes);
  const Color result = update == Update::kChange  ? Changed(call, color, changes)
                       : update == Update::kScale ? EachChannel(call, color, changes, ScaledChannel, false)
                                                  : EachChannel(call, color, changes, AdjustedChannel, true);
  return InSpaceOf(call, result, original);
}

Value Adjust(Call& call) { return UpdateColor(call, Update::kAdjust); }
Value Scale(Call& call) { return UpdateColor(call, Update::kScale); }
Value Change(Call& call) { return UpdateColor(call, Update::kChange); }

// ---- ie-hex-str

Value IeHexStr(Call& call) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const Color rgb = ToGamutLocalMinde(ToSpace(ColorAt(call, 0, "color"), ColorSpace::kRgb));
  std::string text = "#";
  const auto append = [&](double channel) {
    const int byte = static_cast<int>(FuzzyRound(call.values(), channel));
    text += kDigits[byte >> 4 & 15];
    text += kDigits[byte & 15];
  };
  append(rgb.alpha * 255);
  for (const double channel : rgb.channels) append(channel);
  return NewText(call, text, false);
}

// ---- deprecated ways to adjust

std::string Suggestion(Call& call, const Color& original, double by, const std::string& name) {
  const bool is_alpha = name == "alpha";
  const double high = is_alpha ? 1 : 100;
  const Color hsl = ToSpace(original, ColorSpace::kHsl);
  const double old = is_alpha ? original.alpha : name == "saturation" ? hsl.channels[1] : hsl.channels[2];
  const auto css = [&](double value, std::string_view unit) {
    return CssText(call, Value::Number(call.arena(), value, unit));
  };
  std::string text = "Suggestion";
  if (by == 0) {
    text += ":\n\n";
  } else {
    const double now = old + by;
    const double factor = now > high ? 1 : now < 0 ? -1 : by > 0 ? by / (high - old) : (now - old) / old;
    text += "s:\n\ncolor.scale($color, $" + name + ": " + css(factor * 100, "%") + ")\n";
  }
  return text + "color.adjust($color, $" + name + ": " + css(by, is_alpha ? "" : "%") + ")";
}

const Color& LegacyColorAt(Call& call, const std::string& function) {
  const Color& color = ColorAt(call, 0, "color");
  if (IsLegacy(color.space)) return color;
  Fail(function +
       "() is only supported for legacy colors. Please use color.adjust() instead with an explicit $space argument.");
}

// lighten() and such: `by` is +1 or -1.
Value AdjustHsl(Call& call, const std::string& function, size_t channel, double by) {
  ColorAt(call, 0, "color");
  const Value& amount = NumberAt(call, 1, "amount");
  const Color& color = LegacyColorAt(call, function);
  const Color hsl = ToSpace(color, ColorSpace::kHsl);
  Color changed = hsl;
  changed.missing = 0;
  changed.channels[channel] =
      ClampLikeCss(hsl.channels[channel] + by * CheckRange(call.values(), amount, 0, 100, "amount"), 0, 100);
  WarnColorFunction(call, function + "() is deprecated. " +
                              Suggestion(call, color, by * amount.number(), channel == 1 ? "saturation" : "lightness"));
  const Color result =
      MakeColor(ColorSpace::kHsl, {changed.channels[0], changed.channels[1], changed.channels[2]}, color.alpha);
  return InSpaceOf(call, result, color, true);
}

void WarnGlobalAdjust(Call& call) { WarnGlobal(call, "color", "adjust"); }

Value Lighten(Call& call) {
  WarnGlobalAdjust(call);
  return AdjustHsl(call, "lighten", 2, 1);
}
Value Darken(Call& call) {
  WarnGlobalAdjust(call);
  return AdjustHsl(call, "darken", 2, -1);
}
Value Saturate(Call& call) {
  WarnGlobalAdjust(call);
  return AdjustHsl(call, "saturate", 1, 1);
}
Value Desaturate(Call& call) {
  WarnGlobalAdjust(call);
  return AdjustHsl(call, "desaturate", 1, -1);
}

Value SaturateFilter(Call& call) {
  if (!call[0].is_number() && !IsSpecialNumber(call[0])) NumberAt(call, 0, "amount");
  return CssCall(call, "saturate", {&call[0], 1});
}

Value AdjustHue(Call& call) {
  WarnGlobalAdjust(call);
  const Color& color = ColorAt(call, 0, "color");
  const double degrees = AngleOf(call, NumberAt(call, 1, "degrees"), "degrees");
  LegacyColorAt(call, "adjust-hue");
  WarnColorFunction(call, "adjust-hue() is deprecated. Suggestion:\n\ncolor.adjust($color, $hue: " +
                              CssText(call, Value::Number(call.arena(), degrees, "deg")) + ")");
  const Color hsl = ToSpace(color, ColorSpace::kHsl);
  const Color turned =
      MakeColor(ColorSpace::kHsl, {hsl.channels[0] + degrees, hsl.channels[1], hsl.channels[2]}, color.alpha);
  return InSpaceOf(call, turned, color, true);
}

Value AdjustAlpha(Call& call, const std::string& function, double by) {
  WarnGlobalAdjust(call);
  ColorAt(call, 0, "color");
  const Value& amount = NumberAt(call, 1, "amount");
  const Color& color = LegacyColorAt(call, function);
  Color changed = color;
  changed.missing = 0;
  changed.spelling = ColorSpelling::kNone;
  changed.alpha = ClampLikeCss(color.alpha + by * CheckRange(call.values(), amount, 0, 1, "amount", ""), 0, 1);
  WarnColorFunction(call, function + "() is deprecated. " + Suggestion(call, color, by * amount.number(), "alpha"));
  return NewColor(call.arena(), changed);
}

Value Opacify(Call& call) { return AdjustAlpha(call, "opacify", 1); }
Value FadeIn(Call& call) { return AdjustAlpha(call, "fade-in", 1); }
Value Transparentize(Call& call) { return AdjustAlpha(call, "transparentize", -1); }
Value FadeOut(Call& call) { return AdjustAlpha(call, "fade-out", -1); }

// What is gone from the module.
Value Removed(Call& call, std::string_view function, std::string_view channel, bool negative) {
  Fail("The function " + std::string(function) + "() isn't in the sass:color module.\n\nRecommendation: color.adjust(" +
       InspectAt(call, 0) + ", $" + std::string(channel) + ": " + (negative ? "-" : "") + InspectAt(call, 1) +
       ")\n\nMore info: https://sass-lang.com/documentation/functions/color#" + std::string(function));
}
Value NoAdjustHue(Call& call) { return Removed(call, "adjust-hue", "hue", false); }
Value NoLighten(Call& call) { return Removed(call, "lighten", "lightness", false); }
Value NoDarken(Call& call) { return Removed(call, "darken", "lightness", true); }
Value NoSaturate(Call& call) { return Removed(call, "saturate", "saturation", false); }
Value NoDesaturate(Call& call) { return Removed(call, "desaturate", "saturation", true); }
Value NoOpacify(Call& call) { return Removed(call, "opacify", "alpha", false); }
Value NoFadeIn(Call& call) { return Removed(call, "fade-in", "alpha", false); }
Value NoTransparentize(Call& call) { return Removed(call, "transparentize", "alpha", true); }
Value NoFadeOut(Call& call) { return Removed(call, "fade-out", "alpha", true); }

// ---- alpha

// `alpha(opacity=50)` of old Internet Explorers.
bool IsMicrosoftFilter(const Value& value) {
  if (!value.is_string() || value.quoted()) return false;
  const std::string_view text = value.text();
  size_t i = 0;
  while (i < text.size() && Lower(text[i]) >= 'a' && Lower(text[i]) <= 'z') ++i;
  if (i == 0) return false;
  while (i < text.size() && IsSpace(text[i])) ++i;
  return i < text.size() && text[i] == '=';
}

Value AlphaNumber(Call& call, std::string_view prefix) {
  const Color& color = ColorAt(call, 0, "color");
  if (!IsLegacy(color.space)) {
    Fail(std::string(prefix) + "alpha() is only supported for legacy colors. Please use color.channel() instead.");
  }
  return Value::Number(color.alpha);
}

Value GlobalAlpha(Call& call) {
  if (IsMicrosoftFilter(call[0])) return CssCall(call, "alpha", {&call[0], 1});
  if (call[0].is_color() && IsLegacy(call[0].color().space)) WarnGlobal(call, "color", "alpha");
  return AlphaNumber(call, "");
}

Value AlphaFilter(Call& call) {
  const std::span<const Value> arguments = RestAt(call, 0);
  if (!arguments.empty() && std::ranges::all_of(arguments, IsMicrosoftFilter)) return CssCall(call, "alpha", arguments);
  if (arguments.empty()) Fail("Missing argument $color.");
  Fail("Only 1 argument allowed, but " + std::to_string(arguments.size()) + " were passed.");
}

void WarnMicrosoft(Call& call, const Value& result) {
  Warn(
      call, "color-module-compat",
      "Using color.alpha() for a Microsoft filter is deprecated.\n\nRecommendation: " + Inspect(call.values(), result));
}

Value Alpha(Call& call) {
  if (!IsMicrosoftFilter(call[0])) return AlphaNumber(call, "color.");
  const Value result = CssCall(call, "alpha", {&call[0], 1});
  WarnMicrosoft(call, result);
  return result;
}

Value AlphaOfMany(Call& call) {
  const std::span<const Value> arguments = RestAt(call, 0);
  if (!std::ranges::all_of(arguments, IsMicrosoftFilter)) {
    Fail("Only 1 argument allowed, but " + std::to_string(arguments.size()) + " were passed.");
  }
  const Value result = CssCall(call, "alpha", arguments);
  WarnMicrosoft(call, result);
  return result;
}

Value GlobalOpacity(Call& call) {
  if (call[0].is_number() || IsSpecialNumber(call[0])) return CssCall(call, "opacity", {&call[0], 1});
  WarnGlobal(call, "color", "opacity");
  return Value::Number(ColorAt(call, 0, "color").alpha);
}

Value Opacity(Call& call) {
  if (!call[0].is_number()) return Value::Number(ColorAt(call, 0, "color").alpha);
  const Value result = CssCall(call, "opacity", {&call[0], 1});
  WarnModuleCompat(call, "opacity", result);
  return result;
}

// ---- spaces

Color InSpaceAt(Call& call, size_t i, bool legacy_missing) {
  const Color& color = ColorAt(call, 0, "color");
  return IsGiven(call, i) ? ToSpace(color, SpaceFrom(call, call[i], "space"), legacy_missing) : color;
}

Value Space(Call& call) { return Value::Unquoted(NameOf(ColorAt(call, 0, "color").space)); }
Value IntoSpace(Call& call) { return NewColor(call.arena(), InSpaceAt(call, 1, false)); }
Value IsLegacyColor(Call& call) { return Value::Bool(IsLegacy(ColorAt(call, 0, "color").space)); }
Value IsInGamut(Call& call) { return Value::Bool(InGamut(InSpaceAt(call, 1, true))); }

std::string_view ChannelNameAt(Call& call, size_t i) {
  const std::string_view name = StringAt(call, i, "channel");
  CheckQuoted(call.values(), call[i], "channel");
  return name;
}

// The place of a channel; 3 for alpha. Fails with `message` where there is none.
size_t PlaceOfChannel(const Color& color, std::string_view name, const std::string& message) {
  if (name == "alpha") return 3;
  const std::span<const Channel, 3> facts = ChannelsOf(color.space);
  const auto found = std::ranges::find(facts, name, &Channel::name);
  if (found == facts.end()) Fail(message, "channel");
  return static_cast<size_t>(found - facts.begin());
}

std::string NoSuchChannel(Call& call, const Color& color, std::string_view name) {
  return "Color " + Inspect(call.values(), Value::Of(&color)) + " doesn't have a channel named \"" + std::string(name) +
         "\".";
}

Value IsMissing(Call& call) {
  const Color& color = ColorAt(call, 0, "color");
  const std::string_view name = ChannelNameAt(call, 1);
  return Value::Bool(color.Missing(static_cast<int>(PlaceOfChannel(color, name, NoSuchChannel(call, color, name)))));
}

bool IsPowerless(const ValueContext& context, const Color& color, size_t channel) {
  const auto zero = [&](size_t i) { return FuzzyEqual(context, color.channels[i], 0); };
  switch (color.space) {
    case ColorSpace::kHsl:
      return channel == 0 && zero(1);
    case ColorSpace::kHwb:
      return channel == 0 && FuzzyLessOrEqual(context, 100, color.channels[1] + color.channels[2]);
    case ColorSpace::kLch:
    case ColorSpace::kOklch:
      return channel == 2 && zero(1);
    default:
      return false;
  }
}

Value IsChannelPowerless(Call& call) {
  const Color color = InSpaceAt(call, 2, true);
  const std::string_view name = ChannelNameAt(call, 1);
  return Value::Bool(IsPowerless(call.values(), color, PlaceOfChannel(color, name, NoSuchChannel(call, color, name))));
}

Value ChannelValue(Call& call) {
  const Color color = InSpaceAt(call, 2, true);
  const std::string_view name = ChannelNameAt(call, 1);
  const size_t place = PlaceOfChannel(
      color, name,
      "Color " + Inspect(call.values(), Value::Of(&color)) + " has no channel named " + std::string(name) + ".");
  if (place == 3) return Value::Number(color.alpha);
  const Channel& channel = ChannelsOf(color.space)[place];
  double value = color.channels[place];
  if (channel.unit == "%") value = value * 100 / channel.high;
  return Value::Number(call.arena(), value, channel.unit);
}

Value ToGamut(Call& call) {
  const Color& color = ColorAt(call, 0, "color");
  const ColorSpace space = IsGiven(call, 1) ? SpaceFrom(call, call[1], "space") : color.space;
  if (!IsGiven(call, 2)) {
    Fail(
        "color.to-gamut() requires a $method argument for forwards-compatibility with changes in the CSS spec. "
        "Suggestion:\n\n$method: local-minde",
        "method");
  }
  const std::string_view method = StringAt(call, 2, "method");
  CheckUnquoted(call.values(), call[2], "method");
  if (method != "clip" && method != "local-minde") Fail("Unknown gamut map method \"" + std::string(method) + "\".");
  if (!IsBounded(space)) return call[0];
  const Color inside = ToSpace(color, space);
  return InSpaceOf(call, method == "clip" ? ToGamutClip(inside) : ToGamutLocalMinde(inside), color);
}

Value Same(Call& call) {
  const Color& one = ColorAt(call, 0, "color1");
  const Color& other = ColorAt(call, 1, "color2");
  const bool convert = one.space != other.space;
  const Color a = convert ? ToSpaceKeepingNothing(one, ColorSpace::kXyzD65) : one;
  const Color b = convert ? ToSpaceKeepingNothing(other, ColorSpace::kXyzD65) : other;
  for (size_t i = 0; i < 3; ++i) {
    if (!FuzzyEqual(call.values(), a.channels[i], b.channels[i])) return Value::Bool(false);
  }
  return Value::Bool(FuzzyEqual(call.values(), a.alpha, b.alpha));
}

template <size_t kIndex, ColorSpace kSpace>
Value GlobalChannel(Call& call) {
  WarnGlobal(call, "color", ChannelsOf(kSpace)[kIndex].name);
  return LegacyChannel<kIndex>(call, kSpace, true);
}

constexpr BuiltIn kFunctions[] = {
    {"red", "", "", "$color", GlobalChannel<0, ColorSpace::kRgb>, kInDart},
    {"green", "", "", "$color", GlobalChannel<1, ColorSpace::kRgb>, kInDart},
    {"blue", "", "", "$color", GlobalChannel<2, ColorSpace::kRgb>, kInDart},
    {"hue", "", "", "$color", GlobalChannel<0, ColorSpace::kHsl>, kInDart},
    {"saturation", "", "", "$color", GlobalChannel<1, ColorSpace::kHsl>, kInDart},
    {"lightness", "", "", "$color", GlobalChannel<2, ColorSpace::kHsl>, kInDart},
    {"", "color", "red", "$color", Red},
    {"", "color", "green", "$color", Green},
    {"", "color", "blue", "$color", Blue},
    {"", "color", "hue", "$color", Hue},
    {"", "color", "saturation", "$color", Saturation},
    {"", "color", "lightness", "$color", Lightness},
    {"", "color", "whiteness", "$color", Whiteness},
    {"", "color", "blackness", "$color", Blackness},
    {"mix", "color", "mix", "$color1, $color2, $weight: 50%, $method: null", Mix, kInDart},
    {"invert", "", "", "$color, $weight: 100%, $space: null", GlobalInvert, kInDart},
    {"", "color", "invert", "$color, $weight: 100%, $space: null", Invert},
    {"grayscale", "", "", "$color", GlobalGrayscale, kInDart},
    {"", "color", "grayscale", "$color", Grayscale},
    {"complement", "color", "complement", "$color, $space: null", Complement, kInDart},
    {"adjust-hue", "", "", "$color, $degrees", AdjustHue, kInDart},
    {"lighten", "", "", "$color, $amount", Lighten, kInDart},
    {"darken", "", "", "$color, $amount", Darken, kInDart},
    {"saturate", "", "", "$amount", SaturateFilter, kInDart},
    {"saturate", "", "", "$color, $amount", Saturate, kInDart},
    {"desaturate", "", "", "$color, $amount", Desaturate, kInDart},
    {"opacify", "", "", "$color, $amount", Opacify, kInDart},
    {"fade-in", "", "", "$color, $amount", FadeIn, kInDart},
    {"transparentize", "", "", "$color, $amount", Transparentize, kInDart},
    {"fade-out", "", "", "$color, $amount", FadeOut, kInDart},
    {"", "color", "adjust-hue", "$color, $amount", NoAdjustHue},
    {"", "color", "lighten", "$color, $amount", NoLighten},
    {"", "color", "darken", "$color, $amount", NoDarken},
    {"", "color", "saturate", "$color, $amount", NoSaturate},
    {"", "color", "desaturate", "$color, $amount", NoDesaturate},
    {"", "color", "opacify", "$color, $amount", NoOpacify},
    {"", "color", "fade-in", "$color, $amount", NoFadeIn},
    {"", "color", "transparentize", "$color, $amount", NoTransparentize},
    {"", "color", "fade-out", "$color, $amount", NoFadeOut},
    {"alpha", "", "", "$color", GlobalAlpha, kInDart},
    {"alpha", "", "", "$args...", AlphaFilter, kInDart},
    {"", "color", "alpha", "$color", Alpha},
    {"", "color", "alpha", "$args...", AlphaOfMany},
    {"opacity", "", "", "$color", GlobalOpacity, kInDart},
    {"", "color", "opacity", "$color", Opacity},
    {"adjust-color", "color", "adjust", "$color, $kwargs...", Adjust, kInDart},
    {"scale-color", "color", "scale", "$color, $kwargs...", Scale, kInDart},
    {"change-color", "color", "change", "$color, $kwargs...", Change, kInDart},
    {"ie-hex-str", "", "", "$color", IeHexStr, kInDart},
    {"", "color", "ie-hex-str", "$color", IeHexStr},
    {"", "color", "space", "$color", Space},
    {"", "color", "to-space", "$color, $space", IntoSpace},
    {"", "color", "is-legacy", "$color", IsLegacyColor},
    {"", "color", "is-missing", "$color, $channel", IsMissing},
    {"", "color", "is-in-gamut", "$color, $space: null", IsInGamut},
    {"", "color", "to-gamut", "$color, $space: null, $method: null", ToGamut},
    {"", "color", "channel", "$color, $channel, $space: null", ChannelValue},
    {"", "color", "same", "$color1, $color2", Same},
    {"", "color", "is-powerless", "$color, $channel, $space: null", IsChannelPowerless},
};

}  // namespace

std::span<const BuiltIn> ColorFunctions() {
  static const std::vector<BuiltIn> all = [] {
    const std::span<const BuiltIn> constructors = ColorConstructors();
    std::vector<BuiltIn> functions(constructors.begin(), constructors.end());
    functions.insert(functions.end(), std::begin(kFunctions), std::end(kFunctions));
    return functions;
  }();
  return all;
}

}  // namespace tincture::compat::sass
