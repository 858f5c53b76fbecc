#include "compat/rouge/themes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace tincture::rouge {

namespace {

constexpr size_t kTokenCount = 0
#define TOKEN(name, qualified_name, css_class) +1
#include "compat/rouge/tokens.inc"
#undef TOKEN
    ;

constexpr std::string_view kStyles[] = {
#define STYLE(style) style,
#define THEME(name, ...)
#include "compat/rouge/themes.inc"
#undef THEME
#undef STYLE
};

}  // namespace

struct Theme {
  std::string_view name;
  uint8_t styles[kTokenCount];
};

namespace {

constexpr Theme kThemes[] = {
#define STYLE(style)
#define THEME(name, ...) {name, {__VA_ARGS__}},
#include "compat/rouge/themes.inc"
#undef THEME
#undef STYLE
};

}  // namespace

const Theme* FindTheme(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kThemes), std::end(kThemes), [&](const Theme& theme) { return theme.name == name; });
  return found == std::end(kThemes) ? nullptr : found;
}

std::string_view StyleOf(const Theme& theme, Token token) { return kStyles[theme.styles[token]]; }

}  // namespace tincture::rouge
