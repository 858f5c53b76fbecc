// What String#split(" ") makes of a text, without the list: words are runs of what is not ASCII white space.
#pragma once

#include <cstddef>
#include <string_view>

namespace tincture {

size_t CountWords(std::string_view text);

// The words with one space between them, to `out`, which has room for text.size() + kWordsRoom bytes: where they end.
constexpr size_t kWordsRoom = 32;
char* WriteWords(std::string_view text, char* out);

}  // namespace tincture
