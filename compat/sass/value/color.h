// Colours: the CSS Color 4 spaces, their conversion and gamut mapping; names.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

enum class ColorSpace : uint8_t {
  kRgb,
  kHsl,
  kHwb,
  kSrgb,
  kSrgbLinear,
  kDisplayP3,
  kDisplayP3Linear,
  kA98Rgb,
  kProphotoRgb,
  kRec2020,
  kXyzD65,
  kXyzD50,
  kLab,
  kLch,
  kOklab,
  kOklch,
  kLms,  // on the way from and to oklab only
};

// What Sass remembers of how a legacy colour was written.
enum class ColorSpelling : uint8_t { kNone, kRgbFunction, kHslFunction, kOriginal };

struct Color {
  ColorSpace space = ColorSpace::kRgb;
  // Bit i: channel i is `none`; bit 3: alpha.
  uint8_t missing = 0;
  ColorSpelling spelling = ColorSpelling::kNone;
  std::array<double, 3> channels = {0, 0, 0};  // a missing channel is 0
  double alpha = 1;
  std::string_view original = {};  // with kOriginal

  bool Missing(int channel) const { return (missing >> channel & 1) != 0; }
};

struct Channel {
  std::string_view name;
  bool polar = false;  // an angle
  double low = 0;
  double high = 0;
  bool low_clamped = false;
  bool high_clamped = false;
  std::string_view unit = {};  // "deg", "%": what color.channel() gives it with
  bool requires_percent = false;
};

Value NewColor(Arena& arena, const Color& color);
// A colour with its hue brought to 0..360 and a negative chroma or saturation turned around.
Color MakeColor(ColorSpace space, const std::array<std::optional<double>, 3>& channels,
                const std::optional<double>& alpha);
Value NewRgb(Arena& arena, double red, double green, double blue, double alpha = 1);

// A colour's literal: `name` case-insensitive. Keeps the view as the colour's spelling.
std::optional<Value> ColorNamed(Arena& arena, std::string_view name);
// `digits` without '#': 3, 4, 6 or 8 (the dialect says which lengths are colours). `spelling` is the whole literal.
std::optional<Value> ColorFromHex(const ValueContext& context, std::string_view digits, std::string_view spelling);
// The name of an opaque colour, as the dialect writes it; empty where it has none.
std::string_view ColorName(const Dialect& dialect, int red, int green, int blue);

std::string_view NameOf(ColorSpace space);
std::optional<ColorSpace> ColorSpaceNamed(std::string_view name);  // lower case
std::span<const Channel, 3> ChannelsOf(ColorSpace space);
bool IsLegacy(ColorSpace space);
bool IsPolar(ColorSpace space);
bool IsBounded(ColorSpace space);

// Missing channels go over to analogous channels and powerless ones become missing, as CSS Color 4 has it; with
// `legacy_missing` false, a legacy space gets zeros for them.
Color ToSpace(const Color& color, ColorSpace space, bool legacy_missing = true);
// In red, green and blue as the dialect sees them: Ruby Sass has whole bytes only.
Color RgbOf(const ValueContext& context, const Color& color);
// As if no channel were missing.
Color ToSpaceKeepingNothing(const Color& color, ColorSpace space);
bool InGamut(const Color& color);
Color ToGamutClip(const Color& color);
Color ToGamutLocalMinde(const Color& color);

}  // namespace tincture::compat::sass
