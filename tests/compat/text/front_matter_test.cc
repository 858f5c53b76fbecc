#include "compat/text/front_matter.h"

#include <gtest/gtest.h>

#include "compat/text/file_name.h"

namespace tincture::text {
namespace {

TEST(FrontMatter, NeedsDashesAtTheVeryStart) {
  EXPECT_TRUE(HasYamlHeader("---\na: 1\n---\n"));
  EXPECT_TRUE(HasYamlHeader("--- \t\r\nx"));
  EXPECT_FALSE(HasYamlHeader("---"));
  EXPECT_FALSE(HasYamlHeader("\xef\xbb\xbf---\n"));
  EXPECT_FALSE(HasYamlHeader("\n---\n"));
  EXPECT_FALSE(HasYamlHeader("---a\n"));
}

TEST(FrontMatter, EndsAtTheFirstLineOfDashesOrDots) {
  const auto split = SplitFrontMatter("---\na: 1\n---  \nbody\n---\n");
  ASSERT_TRUE(split);
  EXPECT_EQ(split->yaml, "---\na: 1\n");
  EXPECT_EQ(split->body, "body\n---\n");
  EXPECT_EQ(SplitFrontMatter("---\na: 1\n...\nbody")->body, "body");
  EXPECT_FALSE(SplitFrontMatter("---\na: 1\n"));
  EXPECT_FALSE(SplitFrontMatter("---\na: 1\n---x\n"));
}

TEST(FrontMatter, MayBeEmpty) {
  const auto split = SplitFrontMatter("---\n---\nx");
  ASSERT_TRUE(split);
  EXPECT_EQ(split->yaml, "---\n");
  EXPECT_EQ(split->body, "x");
}

TEST(FrontMatter, SeesLiquid) {
  EXPECT_TRUE(HasLiquidConstruct("a {{ b }}"));
  EXPECT_TRUE(HasLiquidConstruct("{% raw %}"));
  EXPECT_FALSE(HasLiquidConstruct("a { b }"));
}

TEST(FileName, ReadsDateSlugAndExtension) {
  const auto name = MatchDatedName("blog/_posts/2020-01-2-my.post.md");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->date, "2020-01-2");
  EXPECT_EQ(name->slug, "my.post");
  EXPECT_EQ(name->extension, ".md");
  EXPECT_FALSE(MatchDatedName("x-2020-01-02-a.md"));
  EXPECT_FALSE(MatchDatedName("2020-01-02-a"));
}

TEST(FileName, DropsFoldersOfUndatedNames) {
  const auto name = MatchDatelessName("a.b/c/hello.html.erb");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->slug, "hello.html");
  EXPECT_EQ(name->extension, ".erb");
  EXPECT_FALSE(MatchDatelessName("dir.x/hello"));
}

}  // namespace
}  // namespace tincture::text
