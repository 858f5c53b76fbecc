#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class ArrayFilters : public JekyllRender {};

TEST_F(ArrayFilters, TakeOffAndPutOn) {
  constexpr const char* kList = "x: [a, b, c]";
  EXPECT_EQ(Render("{{ x | pop | join }} {{ x | pop: 2 | join }} {{ x | shift | join }}", kList), "a b a b c");
  EXPECT_EQ(Render("{{ x | push: 'd' | join }} {{ x | unshift: 'z' | join }}", kList), "a b c d z a b c");
  EXPECT_EQ(Render("{{ x | pop: -1 }}", kList), "Liquid::ArgumentError: Liquid error (line 1): negative array size");
  EXPECT_EQ(Render("{{ x | pop: 'q' }}", kList), "Liquid::ArgumentError: Liquid error (line 1): invalid integer");
  EXPECT_EQ(Render("{{ 'abc' | pop }}"), "abc");
}

TEST_F(ArrayFilters, Sentence) {
  EXPECT_EQ(Render("{{ x | array_to_sentence_string }}", "x: [1, 2, 3]"), "1, 2, and 3");
  EXPECT_EQ(Render("{{ x | array_to_sentence_string: 'or' }}", "x: [1, 2]"), "1 or 2");
  EXPECT_EQ(Render("{{ 'ab' | array_to_sentence_string }}"), "a and b");
  EXPECT_EQ(Render("{{ 'abc' | array_to_sentence_string }}"),
            "NoMethodError: undefined method `join' for \"ab\":String");
}

// Whatever is chosen is chosen again in the next build.
TEST_F(ArrayFilters, SampleIsOfTheArrayAndRepeats) {
  const std::string one = Render("{{ x | sample }}", "x: [a, b, c, d, e]");
  EXPECT_NE(std::string("abcde").find(one), std::string::npos);
  EXPECT_EQ(Render("{{ x | sample }}", "x: [a, b, c, d, e]"), one);
  EXPECT_EQ(Render("{{ x | sample: 9 | sort | join: '' }}", "x: [a, b, c, d, e]"), "abcde");
  EXPECT_EQ(Render("{{ x | sample }}", "x: []"), "");
}

}  // namespace
}  // namespace tincture::engine
