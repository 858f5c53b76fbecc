// Tokens by Rouge's qualified name, as lexer options write them.
#pragma once

#include <optional>
#include <string_view>

#include "compat/rouge/token.h"

namespace tincture::rouge {

// Nothing where no token has this name.
std::optional<Token> TokenNamed(std::string_view qualified_name);

}  // namespace tincture::rouge
