#include "engine/verify/context_match.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture::engine {
namespace {

// The text of `other` from where `at` of `text` is found in it.
std::string Found(std::string_view text, std::string_view at, std::string_view other) {
  const auto place = FindByContext(text, text.find(at), other);
  return place ? std::string(other.substr(*place)) : "nothing";
}

TEST(FindByContext, FindsMarkdownBehindHtml) {
  const std::string_view source = "# One two\n\nthree *four* five\n\nsix **four** seven eight nine\n";
  EXPECT_EQ(Found("<p>six <strong>four</strong> seven eight nine</p>", "four", source), "four** seven eight nine\n");
  EXPECT_EQ(Found("<p>three <em>four</em> five</p>", "four", source), "four* five\n\nsix **four** seven eight nine\n");
}

TEST(FindByContext, FindsThePlaceWithinAWordAndAtItsEnd) {
  const std::string_view page = "<p class=\"a\">one two three</p>";
  EXPECT_EQ(Found(page, "o three", "one  two\n three"), "o\n three");
  EXPECT_EQ(Found(page, " three", "one  two\n three"), "\n three");
}

TEST(FindByContext, TextInTagsCountsWhereItIsThere) {
  const std::string_view page = "<a  class=\"x y\"\n href=\"/z\">w</a> <b id=\"k\">v</b>";
  EXPECT_EQ(Found("<a class=\"x y\" href=\"/z\">w</a><b id=\"k\">v</b>", "y\"", page),
            "y\"\n href=\"/z\">w</a> <b id=\"k\">v</b>");
}

TEST(FindByContext, FewWordsAreNoContext) {
  EXPECT_EQ(Found("one two", "two", "two three"), "nothing");
  EXPECT_EQ(Found("", "", "a b c"), "nothing");
  EXPECT_EQ(Found("a b c", "b", ""), "nothing");
}

}  // namespace
}  // namespace tincture::engine
