// Rouge's themes as styles in place of classes (Formatters::HTMLInline). Immutable.
#pragma once

#include <string_view>

#include "compat/rouge/token.h"

namespace tincture::rouge {

struct Theme;

// "github", "base16.dark"...; null where there is none.
const Theme* FindTheme(std::string_view name);
// The `style` attribute of a token's span; may be empty.
std::string_view StyleOf(const Theme& theme, Token token);

}  // namespace tincture::rouge
