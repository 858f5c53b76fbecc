#include <gtest/gtest.h>

#include "engine/read/document_reader.h"

namespace tincture::engine {
namespace {

TEST(MatchDatedName, ReadsDateSlugAndExtension) {
  const auto parts = MatchDatedName("blog/_posts/2020-1-02-my-post.v2.md", false);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->date, "2020-1-02");
  EXPECT_EQ(parts->slug, "my-post.v2");
  EXPECT_EQ(parts->ext, ".md");
}

TEST(MatchDatedName, NeedsADateAndAnExtension) {
  EXPECT_FALSE(MatchDatedName("_posts/post.md", false));
  EXPECT_FALSE(MatchDatedName("_posts/2020-01-02-post", false));
  EXPECT_FALSE(MatchDatedName("_posts/2020-01-post.md", false));
}

TEST(MatchDatedName, AFolderMayHaveTheDateInJekyll3) {
  EXPECT_FALSE(MatchDatedName("_posts/2020-01-02-trip/day.md", false));
  const auto parts = MatchDatedName("_posts/2020-01-02-trip/day.md", true);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->slug, "trip/day");
}

TEST(MatchDatelessName, TakesTheLastDot) {
  const auto parts = MatchDatelessName("_notes/a.b.md");
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->slug, "a.b");
  EXPECT_EQ(parts->ext, ".md");
  EXPECT_FALSE(MatchDatelessName("_notes/readme"));
}

}  // namespace
}  // namespace tincture::engine
