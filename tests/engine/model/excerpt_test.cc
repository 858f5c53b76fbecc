#include "engine/model/excerpt.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tincture::engine {
namespace {

struct ExcerptTest : testing::Test {
  std::string Extract(std::string_view content, bool jekyll_3 = false) {
    const ExcerptRules rules = {.is_block = [](std::string_view tag) { return tag == "if" || tag == "for"; },
                                .appends_all_definitions = jekyll_3};
    return ExtractExcerpt(content, "\n\n", rules, "_posts/x.md", 3, log);
  }
  std::vector<std::string> lines;
  Log log{[this](LogLevel, std::string_view line) { lines.emplace_back(line); }};
};

TEST_F(ExcerptTest, EndsAtTheSeparator) {
  EXPECT_EQ(Extract("one\n\ntwo\n"), "one");
  EXPECT_EQ(Extract("one\n"), "one\n");
  EXPECT_EQ(Extract("one\n\n"), "one");
}

TEST_F(ExcerptTest, ClosesBlocksThatAreCutInTwo) {
  EXPECT_EQ(Extract("{% if a %}{%- for x in y -%}z\n\nw{% endfor %}{% endif %}"),
            "{% if a %}{%- for x in y -%}z\n{% endfor %}\n{% endif %}");
  EXPECT_EQ(lines.size(), 5u);
}

TEST_F(ExcerptTest, LeavesWholeBlocksAndOtherTags) {
  EXPECT_EQ(Extract("{% if a %}{% endif %}{% assign b = 1 %}z\n\nw"), "{% if a %}{% endif %}{% assign b = 1 %}z");
  EXPECT_TRUE(lines.empty());
}

TEST_F(ExcerptTest, TakesTheDefinitionsItRefersTo) {
  EXPECT_EQ(Extract("see [a][1]\n\nmore\n\n[1]: http://x\n  [2]: http://y\n"), "see [a][1]\n\n[1]: http://x");
}

TEST_F(ExcerptTest, Jekyll3TakesAllDefinitionsAndAlwaysTheBlankLine) {
  EXPECT_EQ(Extract("see\n\nmore\n\n[1]: http://x\n[2]: http://y\n", true), "see\n\n[1]: http://x\n[2]: http://y");
  EXPECT_EQ(Extract("see\n\nmore\n", true), "see\n\n");
}

}  // namespace
}  // namespace tincture::engine
