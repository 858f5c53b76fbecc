// Names of colours, both ways. Table: https://www.w3.org/TR/css-color-4/#named-colors
#include <algorithm>
#include <array>
#include <cmath>

#include "compat/sass/value/color.h"

namespace tincture::compat::sass {

namespace {

struct Named {
  std::string_view name;
  uint32_t rgb;
};

constexpr Named kNames[] = {
#include "compat/sass/value/color_names.inc"
};

constexpr size_t kLongest = 20;  // lightgoldenrodyellow

// Of two names of one colour, that which a compiler writes.
constexpr bool IsSecondName(std::string_view name) {
  return name.find("grey") != name.npos || name == "aqua" || name == "fuchsia";
}

constexpr auto kByColor = [] {
  std::array<Named, std::size(kNames)> sorted = {};
  std::copy(std::begin(kNames), std::end(kNames), sorted.begin());
  std::sort(sorted.begin(), sorted.end(), [](const Named& a, const Named& b) {
    return a.rgb != b.rgb ? a.rgb < b.rgb : IsSecondName(a.name) < IsSecondName(b.name);
  });
  return sorted;
}();

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

int HexValue(char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

}  // namespace

std::optional<Value> ColorNamed(Arena& arena, std::string_view name) {
  if (name.size() < 3 || name.size() > kLongest) return std::nullopt;
  char lower[kLongest];
  std::transform(name.begin(), name.end(), lower, Lower);
  const std::string_view key(lower, name.size());
  Color color;
  color.spelling = ColorSpelling::kOriginal;
  color.original = name;
  if (key == "transparent") {
    color.alpha = 0;
    return NewColor(arena, color);
  }
  const auto found = std::ranges::lower_bound(kNames, key, {}, &Named::name);
  if (found == std::end(kNames) || found->name != key) return std::nullopt;
  color.channels = {static_cast<double>(found->rgb >> 16), static_cast<double>(found->rgb >> 8 & 255),
                    static_cast<double>(found->rgb & 255)};
  return NewColor(arena, color);
}

std::optional<Value> ColorFromHex(const ValueContext& context, std::string_view digits, std::string_view spelling) {
  const size_t size = digits.size();
  if (size != 3 && size != 4 && size != 6 && size != 8) return std::nullopt;
  const size_t width = size > 4 ? 2 : 1;
  std::array<double, 4> bytes = {0, 0, 0, 255};
  for (size_t i = 0; i * width < size; ++i) {
    const int high = HexValue(digits[i * width]);
    bytes[i] = high * 16 + (width == 2 ? HexValue(digits[i * 2 + 1]) : high);
  }
  Color color;
  color.channels = {bytes[0], bytes[1], bytes[2]};
  color.alpha = bytes[3] / 255;
  // Dart Sass: browsers that know #rrggbbaa were few, so it is written as rgba().
  if (size == 3 || size == 6 || !context.dialect.values.hex_alpha_becomes_rgba) {
    color.spelling = ColorSpelling::kOriginal;
    color.original = spelling;
  }
  return NewColor(context.arena, color);
}

std::string_view ColorName(const Dialect& dialect, int red, int green, int blue) {
  const uint32_t rgb = static_cast<uint32_t>(red << 16 | green << 8 | blue);
  auto found = std::ranges::lower_bound(kByColor, rgb, {}, &Named::rgb);
  if (found == kByColor.end() || found->rgb != rgb) return {};
  const bool two = found + 1 != kByColor.end() && (found + 1)->rgb == rgb;
  if (two && dialect.values.names_aqua_and_fuchsia && (found + 1)->name.find("grey") == std::string_view::npos) ++found;
  return found->name;
}

}  // namespace tincture::compat::sass
