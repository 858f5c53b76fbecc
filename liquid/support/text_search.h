// What std::string_view does too, faster for the texts at hand.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "liquid/support/words.h"

namespace tincture {

// a == b. Names are short: a call of memcmp would cost more than the comparison.
inline bool SameText(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char* const x = a.data();
  const char* const y = b.data();
  const size_t size = a.size();
  if (size > 16) return std::memcmp(x, y, size) == 0;
  if (size >= 8) return WordAt(x) == WordAt(y) && WordAt(x + size - 8) == WordAt(y + size - 8);
  for (size_t i = 0; i < size; ++i) {
    if (x[i] != y[i]) return false;
  }
  return true;
}

// text.find(pattern, from): quick where the pattern's first character is frequent, as a space or `<` is.
size_t FindText(std::string_view text, std::string_view pattern, size_t from = 0);

}  // namespace tincture
