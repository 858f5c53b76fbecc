#include "engine/model/url.h"

#include <gtest/gtest.h>

#include <array>

namespace tincture::engine {
namespace {

std::optional<std::string> KnowsMonthAndTitle(std::string_view name) {
  if (name == "month") return "02";
  if (name == "title") return "a b";
  return std::nullopt;
}

TEST(UrlFromDrop, ReplacesEscapedValues) {
  EXPECT_EQ(*UrlFromDrop("/:month/:title/", KnowsMonthAndTitle), "/02/a%20b/");
  EXPECT_EQ(*UrlFromDrop("a:b", [](std::string_view) { return std::optional<std::string>("x"); }), "ax");
  EXPECT_EQ(*UrlFromDrop("/12:/x", KnowsMonthAndTitle), "/12:/x");
}

TEST(UrlFromDrop, AnUnderscoreMayFollowAPlaceholder) {
  EXPECT_EQ(*UrlFromDrop("/:month_:title", KnowsMonthAndTitle), "/02_a%20b");
}

TEST(UrlFromDrop, UnknownPlaceholdersStopTheBuild) {
  const Result<std::string> url = UrlFromDrop("/:basename", KnowsMonthAndTitle);
  ASSERT_FALSE(url.ok());
  EXPECT_EQ(url.error().message, "The URL template doesn't have basename keys. Check your permalink template!");
}

TEST(UrlFromHash, LeavesWhatItDoesNotKnow) {
  const std::array<Placeholder, 2> placeholders = {{{"path", "sub"}, {"basename", "a#b"}}};
  EXPECT_EQ(UrlFromHash("/:path/:basename/:title/", placeholders), "/sub/a%23b/:title/");
}

TEST(SanitizeUrl, LeavesNoWayUpwards) {
  EXPECT_EQ(SanitizeUrl("../../etc/passwd"), "/etc/passwd");
  EXPECT_EQ(SanitizeUrl("//a//./b"), "/a/b");
}

TEST(AddPermalinkSuffix, FollowsTheStyle) {
  EXPECT_EQ(AddPermalinkSuffix("/:basename", "pretty"), "/:basename/");
  EXPECT_EQ(AddPermalinkSuffix("/:basename", "ordinal"), "/:basename:output_ext");
  EXPECT_EQ(AddPermalinkSuffix("/:basename", "/:year/:title/"), "/:basename/");
  EXPECT_EQ(AddPermalinkSuffix("/:basename", "/:year/:title"), "/:basename");
}

}  // namespace
}  // namespace tincture::engine
