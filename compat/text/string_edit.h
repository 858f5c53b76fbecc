// Ruby's sub, gsub and squeeze over plain texts.
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

// sub and gsub of a plain text.
std::string ReplaceFirst(std::string_view text, std::string_view what, std::string_view with);
std::string ReplaceAll(std::string_view text, std::string_view what, std::string_view with);
// squeeze(c).
std::string Squeeze(std::string_view text, char c);

}  // namespace tincture::text
