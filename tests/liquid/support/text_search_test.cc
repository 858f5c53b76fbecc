#include "liquid/support/text_search.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture {
namespace {

// Every text of a few letters, so that a pattern begins at each place of a word, ends at the text's end, and overlaps
// with itself. \x01 is what an eight-byte comparison may take for a match.
TEST(FindText, IsStringViewsFind) {
  uint32_t random = 1;
  const auto text_of = [&random](size_t size) {
    std::string text;
    for (size_t i = 0; i < size; ++i) {
      random = random * 1664525u + 1013904223u;
      text += "ab\x01\x80"[random >> 30];
    }
    return text;
  };
  for (size_t size = 0; size < 60; ++size) {
    for (int round = 0; round < 200; ++round) {
      const std::string text = text_of(size);
      const std::string pattern = text_of(static_cast<size_t>(round) % 6);
      for (const size_t from : {size_t{0}, size / 3, size, size + 1}) {
        EXPECT_EQ(FindText(text, pattern, from), std::string_view(text).find(pattern, from)) << text << "|" << pattern;
      }
    }
  }
}

TEST(SameText, LooksAtEveryByte) {
  for (size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'x');
    EXPECT_TRUE(SameText(text, std::string(size, 'x')));
    EXPECT_FALSE(SameText(text, text + "x"));
    for (size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = 'y';
      EXPECT_FALSE(SameText(text, other)) << size << " " << i;
    }
  }
}

}  // namespace
}  // namespace tincture
