// Han, Hiragana and Katakana: scripts that put no space between words.
#pragma once

#include <string>
#include <string_view>

namespace tincture::kramdown {

// Without the line breaks that stand between two characters of these scripts.
std::string JoinCjkLines(std::string_view text);

}  // namespace tincture::kramdown
