// Colour spaces and conversion, after https://www.w3.org/TR/css-color-4/#color-conversion, in the steps that Dart Sass
// takes: a missing channel stays missing where the other space has one like it, and a hue or chroma that means nothing
// there becomes missing.
#include "compat/sass/value/color.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "compat/sass/value/number.h"

namespace tincture::compat::sass {

namespace {

constexpr double kPi = std::numbers::pi;

// Matrix rows between linear-light bases.
enum LinearBase { kBaseSrgb, kBaseP3, kBaseA98, kBaseProphoto, kBaseRec2020, kBaseXyz65, kBaseXyz50, kBaseLms };

constexpr double kMatrices[8 * 8][9] = {
#include "compat/sass/value/color_matrices.inc"
};

// Constants of Oklab, by its author's revision that CSS Color 4 has.
constexpr double kLmsToOklab[9] = {0.21045426830931400, 0.79361777470230540,  -0.00407204301161930,
                                   1.97799853243116840, -2.42859224204858000, 0.45059370961741100,
                                   0.02590404246554780, 0.78277171245752960,  -0.80867575492307740};
constexpr double kOklabToLms[9] = {1.00000000000000020, 0.39633777737617490,  0.21580375730991360,
                                   0.99999999999999980, -0.10556134581565854, -0.06385417282581334,
                                   0.99999999999999990, -0.08948417752981180, -1.29148554801940940};
constexpr double kD50[3] = {0.3457 / 0.3585, 1.0, (1.0 - 0.3457 - 0.3585) / 0.3585};
constexpr double kKappa = 24389.0 / 27;
constexpr double kEpsilon = 216.0 / 24389;
constexpr double kNear = 1e-11;

constexpr Channel Polar() { return {.name = "hue", .polar = true, .low = 0, .high = 360, .unit = "deg"}; }
constexpr Channel Plain(std::string_view name, double low = 0, double high = 1) {
  return {.name = name, .low = low, .high = high};
}
constexpr Channel Percent(std::string_view name, bool low_clamped = false) {
  return {.name = name, .high = 100, .low_clamped = low_clamped, .unit = "%", .requires_percent = true};
}
constexpr Channel Clamped(std::string_view name, double high, std::string_view unit = {}) {
  return {.name = name, .high = high, .low_clamped = true, .high_clamped = true, .unit = unit};
}
constexpr Channel Chroma(double high) { return {.name = "chroma", .high = high, .low_clamped = true}; }

constexpr Channel kRgbChannels[] = {Clamped("red", 255), Clamped("green", 255), Clamped("blue", 255)};
constexpr Channel kHslChannels[] = {Polar(), Percent("saturation", true), Percent("lightness")};
constexpr Channel kHwbChannels[] = {Polar(), Percent("whiteness"), Percent("blackness")};
constexpr Channel kUnitChannels[] = {Plain("red"), Plain("green"), Plain("blue")};
constexpr Channel kXyzChannels[] = {Plain("x"), Plain("y"), Plain("z")};
constexpr Channel kLabChannels[] = {Clamped("lightness", 100, "%"), Plain("a", -125, 125), Plain("b", -125, 125)};
constexpr Channel kLchChannels[] = {Clamped("lightness", 100, "%"), Chroma(150), Polar()};
constexpr Channel kOklabChannels[] = {Clamped("lightness", 1, "%"), Plain("a", -0.4, 0.4), Plain("b", -0.4, 0.4)};
constexpr Channel kOklchChannels[] = {Clamped("lightness", 1, "%"), Chroma(0.4), Polar()};
constexpr Channel kLmsChannels[] = {Plain("long"), Plain("medium"), Plain("short")};

struct SpaceFacts {
  ColorSpace space;
  std::string_view name;
  std::span<const Channel, 3> channels;
  bool bounded;
};

constexpr SpaceFacts kSpaces[] = {
    {ColorSpace::kRgb, "rgb", kRgbChannels, true},
    {ColorSpace::kHsl, "hsl", kHslChannels, true},
    {ColorSpace::kHwb, "hwb", kHwbChannels, true},
    {ColorSpace::kSrgb, "srgb", kUnitChannels, true},
    {ColorSpace::kSrgbLinear, "srgb-linear", kUnitChannels, true},
    {ColorSpace::kDisplayP3, "display-p3", kUnitChannels, true},
    {ColorSpace::kDisplayP3Linear, "display-p3-linear", kUnitChannels, true},
    {ColorSpace::kA98Rgb, "a98-rgb", kUnitChannels, true},
    {ColorSpace::kProphotoRgb, "prophoto-rgb", kUnitChannels, true},
    {ColorSpace::kRec2020, "rec2020", kUnitChannels, true},
    {ColorSpace::kXyzD65, "xyz", kXyzChannels, false},
    {ColorSpace::kXyzD50, "xyz-d50", kXyzChannels, false},
    {ColorSpace::kLab, "lab", kLabChannels, false},
    {ColorSpace::kLch, "lch", kLchChannels, false},
    {ColorSpace::kOklab, "oklab", kOklabChannels, false},
    {ColorSpace::kOklch, "oklch", kOklchChannels, false},
    {ColorSpace::kLms, "lms", kLmsChannels, false},
};

const SpaceFacts& FactsOf(ColorSpace space) { return kSpaces[static_cast<size_t>(space)]; }

bool Near(double a, double b) {
  return a == b || (std::abs(a - b) <= kNear && std::round(a / kNear) == std::round(b / kNear));
}

// Three channels, each of which may be missing.
using Channels = std::array<std::optional<double>, 3>;

// What the colour that a conversion began with lacked, in terms of what the space at its end may have.
struct Lacks {
  bool lightness = false;
  bool chroma = false;
  bool hue = false;
  bool a = false;
  bool b = false;

  // No chroma and no hue is no a and no b.
  void Settle() {
    if (a && b) {
      chroma = hue = true;
    } else if (chroma && hue) {
      a = b = true;
    }
  }
  bool All() const { return lightness && chroma && hue; }
};

bool NoneOf(const Channels& channels) { return !channels[0] && !channels[1] && !channels[2]; }

double Value0(const std::optional<double>& channel) { return channel.value_or(0); }

std::optional<double> NormalHue(const std::optional<double>& hue, bool turned) {
  if (!hue) return hue;
  const double rest = std::fmod(*hue, 360);
  return std::fmod((rest < 0 ? rest + 360 : rest) + 360 + (turned ? 180 : 0), 360);
}

bool IsNegative(const std::optional<double>& value) { return value && *value < 0 && !Near(*value, 0); }

std::optional<double> Magnitude(const std::optional<double>& value) {
  return value ? std::optional<double>(std::abs(*value)) : value;
}

Color Made(ColorSpace space, Channels channels, const std::optional<double>& alpha) {
  if (space == ColorSpace::kHsl) {
    channels[0] = NormalHue(channels[0], IsNegative(channels[1]));
    channels[1] = Magnitude(channels[1]);
  } else if (space == ColorSpace::kHwb) {
    channels[0] = NormalHue(channels[0], false);
  } else if (space == ColorSpace::kLch || space == ColorSpace::kOklch) {
    channels[2] = NormalHue(channels[2], IsNegative(channels[1]));
    channels[1] = Magnitude(channels[1]);
  }
  Color color;
  color.space = space;
  for (size_t i = 0; i < 3; ++i) {
    color.channels[i] = Value0(channels[i]);
    if (!channels[i]) color.missing |= static_cast<uint8_t>(1 << i);
  }
  color.alpha = Value0(alpha);
  if (!alpha) color.missing |= 8;
  return color;
}

// Sign-keeping power.
double SignedPower(double value, double exponent) { return std::copysign(std::pow(std::abs(value), exponent), value); }

double SrgbToLinear(double value) {
  const double magnitude = std::abs(value);
  return magnitude <= 0.04045 ? value / 12.92 : std::copysign(std::pow((magnitude + 0.055) / 1.055, 2.4), value);
}

double SrgbFromLinear(double value) {
  const double magnitude = std::abs(value);
  if (magnitude <= 0.0031308) return value * 12.92;
  return std::copysign(1.055 * std::pow(magnitude, 1 / 2.4) - 0.055, value);
}

double ToLinear(ColorSpace space, double value) {
  switch (space) {
    case ColorSpace::kRgb:
      return SrgbToLinear(value / 255);
    case ColorSpace::kSrgb:
    case ColorSpace::kDisplayP3:
      return SrgbToLinear(value);
    case ColorSpace::kA98Rgb:
      return SignedPower(value, 563.0 / 256);
    case ColorSpace::kProphotoRgb:
      return std::abs(value) <= 16.0 / 512 ? value / 16 : SignedPower(value, 1.8);
    case ColorSpace::kRec2020:
      return SignedPower(value, 2.40);
    default:
      return value;
  }
}

double FromLinear(ColorSpace space, double value) {
  switch (space) {
    case ColorSpace::kRgb:
      return SrgbFromLinear(value) * 255;
    case ColorSpace::kSrgb:
    case ColorSpace::kDisplayP3:
      return SrgbFromLinear(value);
    case ColorSpace::kA98Rgb:
      return SignedPower(value, 256.0 / 563);
    case ColorSpace::kProphotoRgb:
      return std::abs(value) >= 1.0 / 512 ? SignedPower(value, 1 / 1.8) : 16 * value;
    case ColorSpace::kRec2020:
      return SignedPower(value, 1 / 2.40);
    default:
      return value;
  }
}

LinearBase BaseOf(ColorSpace space) {
  switch (space) {
    case ColorSpace::kDisplayP3:
    case ColorSpace::kDisplayP3Linear:
      return kBaseP3;
    case ColorSpace::kA98Rgb:
      return kBaseA98;
    case ColorSpace::kProphotoRgb:
      return kBaseProphoto;
    case ColorSpace::kRec2020:
      return kBaseRec2020;
    case ColorSpace::kXyzD65:
      return kBaseXyz65;
    case ColorSpace::kXyzD50:
    case ColorSpace::kLab:
    case ColorSpace::kLch:
      return kBaseXyz50;
    case ColorSpace::kLms:
    case ColorSpace::kOklab:
    case ColorSpace::kOklch:
      return kBaseLms;
    default:
      return kBaseSrgb;
  }
}

double Row(const double* row, double x, double y, double z) { return row[0] * x + row[1] * y + row[2] * z; }

Color FromSrgb(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks);
Color FromXyzD50(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks);
Color FromLms(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks);

// The rectangular space on the way to a space.
ColorSpace Waypoint(ColorSpace space) {
  switch (space) {
    case ColorSpace::kHsl:
    case ColorSpace::kHwb:
      return ColorSpace::kSrgb;
    case ColorSpace::kLab:
    case ColorSpace::kLch:
      return ColorSpace::kXyzD50;
    case ColorSpace::kOklab:
    case ColorSpace::kOklch:
      return ColorSpace::kLms;
    default:
      return space;
  }
}

Channels Transform(ColorSpace from, ColorSpace to, const Channels& channels) {
  if (from == to) return channels;
  const double x = ToLinear(from, Value0(channels[0]));
  const double y = ToLinear(from, Value0(channels[1]));
  const double z = ToLinear(from, Value0(channels[2]));
  const LinearBase base = BaseOf(from);
  const LinearBase other = BaseOf(to);
  if (base == other) return {FromLinear(to, x), FromLinear(to, y), FromLinear(to, z)};
  const double* const matrix = kMatrices[base * 8 + other];
  return {FromLinear(to, Row(matrix, x, y, z)), FromLinear(to, Row(matrix + 3, x, y, z)),
          FromLinear(to, Row(matrix + 6, x, y, z))};
}

// Between rectangular spaces by their matrix, and on from there.
Color ThroughMatrix(ColorSpace from, ColorSpace to, const Channels& channels, const std::optional<double>& alpha,
                    Lacks lacks) {
  lacks.Settle();
  if (lacks.All() || NoneOf(channels)) return Made(to, {}, alpha);
  const ColorSpace waypoint = Waypoint(to);
  Channels moved = Transform(from, waypoint, channels);
  switch (waypoint) {
    case ColorSpace::kSrgb:
      if (to != ColorSpace::kSrgb) return FromSrgb(to, moved, alpha, lacks);
      break;
    case ColorSpace::kXyzD50:
      if (to != ColorSpace::kXyzD50) return FromXyzD50(to, moved, alpha, lacks);
      break;
    case ColorSpace::kLms:
      if (to != ColorSpace::kLms) return FromLms(to, moved, alpha, lacks);
      break;
    default:
      break;
  }
  for (size_t i = 0; i < 3; ++i) {
    if (!channels[i]) moved[i] = std::nullopt;
  }
  return Made(to, moved, alpha);
}

// What is no number stays so.
double Larger(double a, double b) { return std::isnan(a) || a > b ? a : b; }

Color HslOrHwbFromSrgb(ColorSpace to, const Channels& channels, const std::optional<double>& alpha,
                       const Lacks& lacks) {
  const double red = Value0(channels[0]);
  const double green = Value0(channels[1]);
  const double blue = Value0(channels[2]);
  const double high = Larger(Larger(red, green), blue);
  const double low = -Larger(Larger(-red, -green), -blue);
  const double delta = high - low;
  double hue = 0;
  if (high != low) {
    hue = high == red     ? 60 * (green - blue) / delta + 360
          : high == green ? 60 * (blue - red) / delta + 120
                          : 60 * (red - green) / delta + 240;
  }
  const auto turned = [](double angle) {
    const double rest = std::fmod(angle, 360);
    return rest < 0 ? rest + 360 : rest;
  };
  if (to == ColorSpace::kHwb) {
    const double whiteness = low * 100;
    const double blackness = 100 - high * 100;
    const bool gray = whiteness + blackness > 100 || Near(whiteness + blackness, 100);
    Channels result = {turned(hue), whiteness, blackness};
    if (lacks.hue || gray) result[0] = std::nullopt;
    if (lacks.chroma && lacks.lightness) result[1] = result[2] = std::nullopt;
    return Made(to, result, alpha);
  }
  const double lightness = (low + high) / 2;
  double saturation =
      lightness == 0 || lightness == 1 ? 0 : 100 * (high - lightness) / std::min(lightness, 1 - lightness);
  if (saturation < 0) {
    hue += 180;
    saturation = -saturation;
  }
  Channels result = {turned(hue), saturation, lightness * 100};
  if (lacks.hue || Near(saturation, 0)) result[0] = std::nullopt;
  if (lacks.chroma) result[1] = std::nullopt;
  if (lacks.lightness) result[2] = std::nullopt;
  return Made(to, result, alpha);
}

Channels Each(const Channels& channels, double (*function)(double)) {
  Channels result;
  for (size_t i = 0; i < 3; ++i) {
    if (channels[i]) result[i] = function(*channels[i]);
  }
  return result;
}

Color FromSrgb(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks) {
  if (NoneOf(channels) || lacks.All()) return Made(to, {}, alpha);
  switch (to) {
    case ColorSpace::kHsl:
    case ColorSpace::kHwb:
      return HslOrHwbFromSrgb(to, channels, alpha, lacks);
    case ColorSpace::kRgb:
      return Made(to, Each(channels, [](double value) { return value * 255; }), alpha);
    case ColorSpace::kSrgbLinear:
      return Made(to, Each(channels, SrgbToLinear), alpha);
    default:
      return ThroughMatrix(ColorSpace::kSrgb, to, channels, alpha, lacks);
  }
}

// Lab or Oklab to their cylinders.
Color CylinderOf(ColorSpace to, const std::optional<double>& lightness, const std::optional<double>& a,
                 const std::optional<double>& b, const std::optional<double>& alpha, bool no_chroma, bool no_hue) {
  no_chroma = no_chroma || (!a && !b);
  no_hue = no_hue || (!a && !b);
  const double chroma = std::sqrt(Value0(a) * Value0(a) + Value0(b) * Value0(b));
  std::optional<double> hue;
  if (!no_hue && !Near(chroma, 0)) {
    hue = std::atan2(Value0(b), Value0(a)) * 180 / kPi;
    if (*hue < 0) *hue += 360;
  }
  return Made(to, {lightness, no_chroma ? std::nullopt : std::optional<double>(chroma), hue}, alpha);
}

double LabCurve(double value) { return value > kEpsilon ? std::pow(value, 1.0 / 3) : (kKappa * value + 16) / 116; }

Color FromXyzD50(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks) {
  lacks.Settle();
  if (lacks.All() || NoneOf(channels)) return Made(to, {}, alpha);
  if (to != ColorSpace::kLab && to != ColorSpace::kLch) {
    return ThroughMatrix(ColorSpace::kXyzD50, to, channels, alpha, lacks);
  }
  const double x = LabCurve(Value0(channels[0]) / kD50[0]);
  const double y = LabCurve(Value0(channels[1]) / kD50[1]);
  const double z = LabCurve(Value0(channels[2]) / kD50[2]);
  std::optional<double> lightness = 116 * y - 16;
  if (lacks.lightness) lightness = std::nullopt;
  const double a = 500 * (x - y);
  const double b = 200 * (y - z);
  if (to == ColorSpace::kLch) return CylinderOf(to, lightness, a, b, alpha, lacks.chroma, lacks.hue);
  return Made(
      to,
      {lightness, lacks.a ? std::nullopt : std::optional<double>(a), lacks.b ? std::nullopt : std::optional<double>(b)},
      alpha);
}

double CubeRoot(double value) { return SignedPower(value, 1.0 / 3); }

Color FromLms(ColorSpace to, Channels channels, const std::optional<double>& alpha, Lacks lacks) {
  lacks.Settle();
  if (lacks.All() || NoneOf(channels)) return Made(to, {}, alpha);
  if (to != ColorSpace::kOklab && to != ColorSpace::kOklch) {
    return ThroughMatrix(ColorSpace::kLms, to, channels, alpha, lacks);
  }
  const double l = CubeRoot(Value0(channels[0]));
  const double m = CubeRoot(Value0(channels[1]));
  const double s = CubeRoot(Value0(channels[2]));
  std::optional<double> lightness = Row(kLmsToOklab, l, m, s);
  if (lacks.lightness) lightness = std::nullopt;
  const double a = Row(kLmsToOklab + 3, l, m, s);
  const double b = Row(kLmsToOklab + 6, l, m, s);
  if (to == ColorSpace::kOklch) return CylinderOf(to, lightness, a, b, alpha, lacks.chroma, lacks.hue);
  return Made(
      to,
      {lightness, lacks.a ? std::nullopt : std::optional<double>(a), lacks.b ? std::nullopt : std::optional<double>(b)},
      alpha);
}

double LabCurveBack(double value) {
  const double cube = std::pow(value, 3);
  return cube > kEpsilon ? cube : (116 * value - 16) / kKappa;
}

Color FromLab(ColorSpace to, const std::optional<double>& light, std::optional<double> a, std::optional<double> b,
              const std::optional<double>& alpha, Lacks lacks) {
  if (lacks.chroma && lacks.hue) {
    a = b = std::nullopt;
  } else if (!a && !b) {
    lacks.chroma = lacks.hue = true;
  }
  if (to == ColorSpace::kLab) {
    const bool powerless = !light || Near(*light, 0);
    if (powerless) a = b = std::nullopt;
    return Made(to, {light, a, b}, alpha);
  }
  if (to == ColorSpace::kLch) return CylinderOf(to, light, a, b, alpha, false, false);
  const double lightness = Value0(light);
  const double y = (lightness + 16) / 116;
  lacks.lightness = !light;
  lacks.a = !a;
  lacks.b = !b;
  const Channels xyz = {
      LabCurveBack(Value0(a) / 500 + y) * kD50[0],
      (lightness > kKappa * kEpsilon ? std::pow((lightness + 16) / 116, 3) : lightness / kKappa) * kD50[1],
      LabCurveBack(y - Value0(b) / 200) * kD50[2]};
  return FromXyzD50(to, xyz, alpha, lacks);
}

Color FromOklab(ColorSpace to, const std::optional<double>& light, std::optional<double> a, std::optional<double> b,
                const std::optional<double>& alpha, Lacks lacks) {
  if (to == ColorSpace::kOklch) return CylinderOf(to, light, a, b, alpha, lacks.chroma, lacks.hue);
  if (lacks.chroma && lacks.hue) {
    a = b = std::nullopt;
  } else if (!a && !b) {
    lacks.chroma = lacks.hue = true;
  }
  lacks.lightness = !light;
  lacks.a = !a;
  lacks.b = !b;
  const auto cube = [](double value) { return std::pow(value, 3); };
  const double l = Value0(light);
  const Channels lms = {cube(Row(kOklabToLms, l, Value0(a), Value0(b))),
                        cube(Row(kOklabToLms + 3, l, Value0(a), Value0(b))),
                        cube(Row(kOklabToLms + 6, l, Value0(a), Value0(b)))};
  return FromLms(to, lms, alpha, lacks);
}

double HueToRgb(double low, double high, double hue) {
  if (hue < 0) hue += 1;
  if (hue > 1) hue -= 1;
  if (hue < 1.0 / 6) return low + (high - low) * hue * 6;
  if (hue < 1.0 / 2) return high;
  if (hue < 2.0 / 3) return low + (high - low) * (2.0 / 3 - hue) * 6;
  return low;
}

double FractionOfTurn(double hue) {
  const double rest = std::fmod(hue / 360, 1);
  return rest < 0 ? rest + 1 : rest;
}

Color FromHsl(ColorSpace to, const Channels& channels, const std::optional<double>& alpha) {
  const double hue = FractionOfTurn(Value0(channels[0]));
  const double saturation = Value0(channels[1]) / 100;
  const double lightness = Value0(channels[2]) / 100;
  const double high = lightness <= 0.5 ? lightness * (saturation + 1) : lightness + saturation - lightness * saturation;
  const double low = lightness * 2 - high;
  Lacks lacks;
  lacks.hue = !channels[0];
  lacks.chroma = !channels[1];
  lacks.lightness = !channels[2];
  return FromSrgb(to,
                  {HueToRgb(low, high, hue + 1.0 / 3), HueToRgb(low, high, hue), HueToRgb(low, high, hue - 1.0 / 3)},
                  alpha, lacks);
}

Color FromHwb(ColorSpace to, const Channels& channels, const std::optional<double>& alpha) {
  if (!channels[1] && !channels[2]) {
    if (!channels[0]) return Made(to, {}, alpha);
    const Color vivid = FromHwb(to, {channels[0], 0.0, 0.0}, alpha);
    if (to == ColorSpace::kHsl) return Made(to, {vivid.channels[0], std::nullopt, std::nullopt}, vivid.alpha);
    if (to == ColorSpace::kLch || to == ColorSpace::kOklch) {
      return Made(to, {std::nullopt, std::nullopt, vivid.channels[2]}, vivid.alpha);
    }
    return vivid;
  }
  const double rest = std::fmod(Value0(channels[0]), 360);
  const double hue = (rest < 0 ? rest + 360 : rest) / 360;
  double white = Value0(channels[1]) / 100;
  double black = Value0(channels[2]) / 100;
  const double sum = white + black;
  if (sum > 1) {
    white /= sum;
    black /= sum;
  }
  const double factor = 1 - white - black;
  const auto channel = [&](double at) { return HueToRgb(0, 1, at) * factor + white; };
  Lacks lacks;
  lacks.hue = !channels[0];
  return FromSrgb(to, {channel(hue + 1.0 / 3), channel(hue), channel(hue - 1.0 / 3)}, alpha, lacks);
}

Color Converted(ColorSpace from, ColorSpace to, const Channels& c, const std::optional<double>& alpha) {
  Lacks lacks;
  switch (from) {
    case ColorSpace::kRgb:
      return FromSrgb(to, Each(c, [](double value) { return value / 255; }), alpha, {});
    case ColorSpace::kHsl:
      return FromHsl(to, c, alpha);
    case ColorSpace::kHwb:
      return FromHwb(to, c, alpha);
    case ColorSpace::kSrgb:
      return FromSrgb(to, c, alpha, {});
    case ColorSpace::kSrgbLinear:
      if (to == ColorSpace::kRgb || to == ColorSpace::kHsl || to == ColorSpace::kHwb || to == ColorSpace::kSrgb) {
        const Channels srgb = Each(c, SrgbFromLinear);
        return to == ColorSpace::kSrgb ? Made(to, srgb, alpha) : FromSrgb(to, srgb, alpha, {});
      }
      return ThroughMatrix(from, to, c, alpha, {});
    case ColorSpace::kDisplayP3:
      if (to == ColorSpace::kDisplayP3Linear) return Made(to, Each(c, SrgbToLinear), alpha);
      return ThroughMatrix(from, to, c, alpha, {});
    case ColorSpace::kDisplayP3Linear:
      if (to == ColorSpace::kDisplayP3) return Made(to, Each(c, SrgbFromLinear), alpha);
      return ThroughMatrix(from, to, c, alpha, {});
    case ColorSpace::kXyzD50:
      return FromXyzD50(to, c, alpha, {});
    case ColorSpace::kLms:
      return FromLms(to, c, alpha, {});
    case ColorSpace::kLab:
      return FromLab(to, c[0], c[1], c[2], alpha, {});
    case ColorSpace::kOklab:
      return FromOklab(to, c[0], c[1], c[2], alpha, {});
    case ColorSpace::kLch:
    case ColorSpace::kOklch: {
      const double angle = Value0(c[2]) * kPi / 180;
      lacks.chroma = !c[1];
      lacks.hue = !c[2];
      const double a = Value0(c[1]) * std::cos(angle);
      const double b = Value0(c[1]) * std::sin(angle);
      return from == ColorSpace::kLch ? FromLab(to, c[0], a, b, alpha, lacks) : FromOklab(to, c[0], a, b, alpha, lacks);
    }
    default:
      return ThroughMatrix(from, to, c, alpha, {});
  }
}

Channels OptionalChannels(const Color& color) {
  Channels channels;
  for (int i = 0; i < 3; ++i) {
    if (!color.Missing(i)) channels[static_cast<size_t>(i)] = color.channels[static_cast<size_t>(i)];
  }
  return channels;
}

}  // namespace

Value NewColor(Arena& arena, const Color& color) { return Value::Of(arena.New<Color>(color)); }

Value NewRgb(Arena& arena, double red, double green, double blue, double alpha) {
  Color color;
  color.channels = {red, green, blue};
  color.alpha = alpha;
  return NewColor(arena, color);
}

Color MakeColor(ColorSpace space, const std::array<std::optional<double>, 3>& channels,
                const std::optional<double>& alpha) {
  return Made(space, channels, alpha);
}

std::string_view NameOf(ColorSpace space) { return FactsOf(space).name; }

std::optional<ColorSpace> ColorSpaceNamed(std::string_view name) {
  if (name == "xyz-d65") return ColorSpace::kXyzD65;
  for (const SpaceFacts& facts : kSpaces) {
    if (facts.name == name && facts.space != ColorSpace::kLms) return facts.space;
  }
  return std::nullopt;
}

std::span<const Channel, 3> ChannelsOf(ColorSpace space) { return FactsOf(space).channels; }

bool IsLegacy(ColorSpace space) { return space <= ColorSpace::kHwb; }

bool IsPolar(ColorSpace space) {
  return space == ColorSpace::kHsl || space == ColorSpace::kHwb || space == ColorSpace::kLch ||
         space == ColorSpace::kOklch;
}

bool IsBounded(ColorSpace space) { return FactsOf(space).bounded; }

Color ToSpace(const Color& color, ColorSpace space, bool legacy_missing) {
  if (color.space == space) return color;
  std::optional<double> alpha = color.alpha;
  Color result = Converted(color.space, space, OptionalChannels(color), alpha);
  if (!legacy_missing && IsLegacy(space)) result.missing = 0;
  return result;
}

Color RgbOf(const ValueContext& context, const Color& color) {
  Color rgb = ToSpace(color, ColorSpace::kRgb);
  if (!context.dialect.values.colors_are_bytes) return rgb;
  for (double& channel : rgb.channels) channel = RoundHalf(context, channel);
  return rgb;
}

Color ToSpaceKeepingNothing(const Color& color, ColorSpace space) {
  return Converted(color.space, space, {color.channels[0], color.channels[1], color.channels[2]}, color.alpha);
}

bool InGamut(const Color& color) {
  if (!IsBounded(color.space)) return true;
  const std::span<const Channel, 3> channels = ChannelsOf(color.space);
  for (size_t i = 0; i < 3; ++i) {
    if (channels[i].polar) continue;
    const double value = color.channels[i];
    if (!(value >= channels[i].low || Near(value, channels[i].low))) return false;
    if (!(value <= channels[i].high || Near(value, channels[i].high))) return false;
  }
  return true;
}

Color ToGamutClip(const Color& color) {
  if (InGamut(color)) return color;
  Channels channels = OptionalChannels(color);
  const std::span<const Channel, 3> facts = ChannelsOf(color.space);
  for (size_t i = 0; i < 3; ++i) {
    if (!channels[i] || facts[i].polar) continue;
    channels[i] = std::isnan(*channels[i]) ? facts[i].low : std::clamp(*channels[i], facts[i].low, facts[i].high);
  }
  return Made(color.space, channels, color.Missing(3) ? std::nullopt : std::optional<double>(color.alpha));
}

namespace {

double DifferenceInOklab(const Color& a, const Color& b) {
  const Color x = ToSpace(a, ColorSpace::kOklab);
  const Color y = ToSpace(b, ColorSpace::kOklab);
  double sum = 0;
  for (size_t i = 0; i < 3; ++i) sum += (x.channels[i] - y.channels[i]) * (x.channels[i] - y.channels[i]);
  return std::sqrt(sum);
}

Color WhiteOrBlack(const Color& color, double byte) {
  const std::optional<double> alpha = color.Missing(3) ? std::nullopt : std::optional<double>(color.alpha);
  if (byte > 0 && !IsLegacy(color.space)) return Made(color.space, {1.0, 1.0, 1.0}, alpha);
  return ToSpace(Made(ColorSpace::kRgb, {byte, byte, byte}, alpha), color.space);
}

}  // namespace

// https://www.w3.org/TR/css-color-4/#css-gamut-mapping-algorithm
Color ToGamutLocalMinde(const Color& color) {
  constexpr double kNoticeable = 0.02;
  constexpr double kClose = 0.0001;
  if (InGamut(color)) return color;
  const Color origin = ToSpace(color, ColorSpace::kOklch);
  const double lightness = origin.channels[0];
  if (lightness >= 1 || Near(lightness, 1)) return WhiteOrBlack(color, 255);
  if (lightness <= 0 || Near(lightness, 0)) return WhiteOrBlack(color, 0);
  Color clipped = ToGamutClip(color);
  if (DifferenceInOklab(clipped, color) < kNoticeable) return clipped;
  const Channels whole = OptionalChannels(origin);
  const std::optional<double> alpha = origin.Missing(3) ? std::nullopt : std::optional<double>(origin.alpha);
  double low = 0;
  double high = origin.channels[1];
  bool low_in_gamut = true;
  while (high - low > kClose) {
    const double chroma = (low + high) / 2;
    const Color current = Converted(ColorSpace::kOklch, color.space, {whole[0], chroma, whole[2]}, alpha);
    if (low_in_gamut && InGamut(current)) {
      low = chroma;
      continue;
    }
    clipped = ToGamutClip(current);
    const double difference = DifferenceInOklab(clipped, current);
    if (difference >= kNoticeable) {
      high = chroma;
      continue;
    }
    if (kNoticeable - difference < kClose) return clipped;
    low_in_gamut = false;
    low = chroma;
  }
  return clipped;
}

}  // namespace tincture::compat::sass
