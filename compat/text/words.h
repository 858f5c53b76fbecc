// Counting words, as Jekyll's `number_of_words` does.
#pragma once

#include <cstddef>
#include <string_view>

namespace tincture::text {

struct CjkCount {
  size_t characters = 0;  // Han, Katakana, Hiragana, Hangul: each is a word
  size_t words = 0;       // runs of anything else but white space
};
CjkCount CountCjkWords(std::string_view text);

}  // namespace tincture::text
