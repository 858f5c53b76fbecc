// Places in a text as a reader looks for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tincture::engine {

struct TextPlace {
  size_t line = 1;
  size_t column = 1;  // in characters
};

TextPlace PlaceOf(std::string_view text, size_t offset);

// The line around `offset`, cut to what fits on a screen, and what does not print made visible.
struct TextExcerpt {
  std::string text;
  size_t caret = 0;  // characters before the place
};
TextExcerpt ExcerptAt(std::string_view text, size_t offset);

}  // namespace tincture::engine
