#include "liquid/syntax/fragment.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture::liquid {
namespace {

std::string First(std::string_view text) {
  const auto found = FindFragment(text);
  return found ? std::string(found->In(text)) : "none";
}

TEST(Fragment, AQuotedStringStandsAlone) {
  EXPECT_EQ(First("'a b' c"), "'a b'");
  EXPECT_EQ(First("\"a\"b"), "\"a\"");
  EXPECT_EQ(First("a\"b c\"d e"), "a\"b c\"d");
}

TEST(Fragment, QuotesThatNothingClosesAreSkipped) {
  EXPECT_EQ(First("'abc"), "abc");
  EXPECT_EQ(First(" ,|' x"), "x");
  EXPECT_EQ(First("'"), "none");
}

TEST(Fragment, AttributesAreFoundAnywhere) {
  const std::string_view text = "item in list, limit:2 a: , offset : 'x y'";
  size_t at = 0;
  auto attribute = NextAttribute(text, &at);
  ASSERT_TRUE(attribute);
  EXPECT_EQ(attribute->key, "limit");
  EXPECT_EQ(attribute->value, "2");
  attribute = NextAttribute(text, &at);
  ASSERT_TRUE(attribute);
  EXPECT_EQ(attribute->key, "offset");
  EXPECT_EQ(attribute->value, "'x y'");
  EXPECT_FALSE(NextAttribute(text, &at));
}

TEST(Fragment, LongInputTakesLinearTime) {
  const std::string words(1'000'000, 'a');
  size_t at = 0;
  EXPECT_FALSE(NextAttribute(words, &at));
  EXPECT_EQ(First(std::string(1'000'000, '|')), "none");
}

}  // namespace
}  // namespace tincture::liquid
