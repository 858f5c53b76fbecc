#include "liquid/support/white_space.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "liquid/support/utf8.h"

namespace tincture {
namespace {

std::vector<std::string> WordsOf(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (!IsSpace(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string Written(const std::string& text) {
  std::string out(text.size() + kWordsRoom, '#');
  out.resize(static_cast<size_t>(WriteWords(text, out.data()) - out.data()));
  return out;
}

TEST(WhiteSpace, WordsAreRunsBetween) {
  EXPECT_EQ(CountWords("  a b\t\nc-d "), 3U);
  EXPECT_EQ(CountWords("你好hello世界"), 1U);
  EXPECT_EQ(CountWords(""), 0U);
  EXPECT_EQ(Written("  a b\t\nc-d "), "a b c-d");
  EXPECT_EQ(Written(" \n\f\v\r "), "");
}

// Sizes around those of blocks and of steps, much white space and little; NUL and what follows \r are none.
TEST(WhiteSpace, EveryPlaceInABlock) {
  uint32_t random = 1;
  for (size_t size = 0; size < 300; ++size) {
    for (uint32_t round = 0; round < 60; ++round) {
      std::string text;
      for (size_t i = 0; i < size; ++i) {
        random = random * 1664525U + 1013904223U;
        const bool blank = (random >> 24) % 16 <= round % 15;
        text += blank ? " \t\n\v\f\r  "[random >> 21 & 7] : std::string("x\x0e\0\x08y\xc3z\xa0", 8)[random >> 21 & 7];
      }
      const std::vector<std::string> words = WordsOf(text);
      ASSERT_EQ(CountWords(text), words.size()) << text;
      ASSERT_EQ(Written(text), Joined(words)) << text;
    }
  }
}

}  // namespace
}  // namespace tincture
