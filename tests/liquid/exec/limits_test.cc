// Inputs made to hurt: they end, in time in proportion to their size.
#include <gtest/gtest.h>

#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

std::string Times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Limits, BlocksNestAHundredDeep) {
  EXPECT_EQ(Render4(Times(100, "{% if true %}") + "x" + Times(100, "{% endif %}")), "x");
  EXPECT_EQ(Render4(Times(10'000, "{% if true %}")), "Liquid error: Nesting too deep");
}

TEST(Limits, AMillionOpenVariables) {
  EXPECT_EQ(Render4(Times(1'000'000, "{{")).substr(0, 40), "Liquid syntax error (line 1): Variable '");
}

TEST(Limits, AHundredThousandWarnings) { EXPECT_EQ(Render4(Times(100'000, "{{ 1 2 }}")).size(), 100'000u); }

TEST(Limits, ALargeText) {
  const std::string text(10'000'000, 'x');
  EXPECT_EQ(Render4(text), text);
}

TEST(Limits, ALongPathAndALongCondition) {
  EXPECT_EQ(Render4("{{ a" + Times(100'000, ".b") + " }}"), "");
  EXPECT_EQ(Render4("{% if a" + Times(10'000, " or a") + " %}x{% endif %}"), "");
  EXPECT_EQ(Render4("{% if a" + Times(10'000, " or a") + " ) %}x{% endif %}"), "");
}

TEST(Limits, ManyOpenRawTags) {
  const std::string inside = Times(200'000, "{% {{ ");
  EXPECT_EQ(Render4("{% raw %}" + inside + "{% endraw %}"), inside);
}

TEST(Limits, MarkupWithoutEnd) {
  EXPECT_EQ(Render4("{{ " + Times(300'000, "[a") + " }}"), "");
  EXPECT_EQ(Render4("{% tablerow " + Times(300'000, "x.") + " %}{% endtablerow %}").substr(0, 40),
            "Liquid syntax error (line 1): Syntax Err");
  EXPECT_EQ(Render4("{% assign " + Times(300'000, "a ") + " %}").substr(0, 40),
            "Liquid syntax error (line 1): Syntax Err");
  EXPECT_EQ(Render4("{% if " + Times(300'000, "a' \"") + " %}{% endif %}"), "");
}

TEST(Limits, HugeLoopBounds) {
  EXPECT_EQ(Render4("{% for i in (1..9999999999999999999) limit: 2 %}{{ i }}{% endfor %}").size(), 2u);
  EXPECT_EQ(Render4("{% for i in (1..3) offset: 9223372036854775807 limit: 9223372036854775807 %}{{ i }}{% endfor %}"),
            "");
}

}  // namespace
}  // namespace tincture::liquid
