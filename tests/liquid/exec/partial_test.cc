// What Liquid's own `include` and `render` hand on: white space, warnings, places of errors.
#include <gtest/gtest.h>

#include <map>

#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

class Files : public FileSystem {
 public:
  explicit Files(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}
  Result<std::string_view> Read(std::string_view name) const override {
    return std::string_view(files_.at(std::string(name)));
  }

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

// Ruby's parsers share what the last `-%}` asked for.
TEST(Partial, LosesTheBlanksItBeginsWithAfterAnEndThatTrims) {
  const Files files({{"p", " {{ 1 }} "}, {"a", "x{% assign y = 1 -%}"}, {"b", " b"}});
  EXPECT_EQ(Render4("{% include 'p' -%}", {.files = &files}), "1 ");
  EXPECT_EQ(Render4("{% include 'p' -%} ", {.files = &files}), " 1 ");
  EXPECT_EQ(Render4("{% include 'a' %}{% include 'b' %}{% include 'b' %}", {.files = &files}), "xbb");
}

TEST(Partial, ItsWarningsAreTheRenders) {
  const Files files({{"a", "\n{{ 3 4 }}"}, {"b", "{% include 'a' %}{% include 'c' %}"}, {"c", "\n\n {{ 5 6 }}"}});
  Environment environment;
  AddStandardTags(environment);
  LiquidError error;
  const auto parsed = Template::Parse({.text = "{{ 1 2 }}{% include 'a' %}{% include 'b' %}"}, environment, &error);
  Context context(environment, {.files = &files});
  Output output;
  parsed->Render(context, output);
  ASSERT_EQ(parsed->warnings().size(), 1u);
  ASSERT_EQ(context.warnings().size(), 2u);
  EXPECT_EQ(context.warnings()[0].message,
            "Liquid syntax error (line 2): Expected end_of_string but found number in \"{{ 3 4 }}\"");
  EXPECT_EQ(context.warnings()[1].where.path, "c");
  EXPECT_EQ(context.warnings()[1].where.line, 3u);
  EXPECT_EQ(context.warnings()[1].where.column, 2u);
}

TEST(Partial, AnErrorLeadsBackToTheFirstTemplate) {
  const Files files({{"a", "a\n{% include 'b' %}"}, {"b", "\n\n  {% if 1 < 'x' %}{% endif %}"}, {"c", "\n{% if %}"}});
  Environment environment;
  AddStandardTags(environment);
  LiquidError error;
  const auto parsed = Template::Parse({.text = " {% include 'a' %}", .path = "first"}, environment, &error);
  Context context(environment, {.files = &files, .raise_errors = true});
  Output output;
  ASSERT_FALSE(parsed->Render(context, output));
  EXPECT_EQ(context.error()->where.path, "b");
  EXPECT_EQ(context.error()->where.line, 3u);
  EXPECT_EQ(context.error()->where.column, 3u);
  ASSERT_EQ(context.error()->included_from.size(), 2u);
  EXPECT_EQ(context.error()->included_from[0].path, "a");
  EXPECT_EQ(context.error()->included_from[0].line, 2u);
  EXPECT_EQ(context.error()->included_from[1].path, "first");
  EXPECT_EQ(context.error()->included_from[1].column, 2u);

  const auto broken = Template::Parse({.text = "{% include 'c' %}", .path = "first"}, environment, &error);
  Context other(environment, {.files = &files, .raise_errors = true});
  ASSERT_FALSE(broken->Render(other, output));
  EXPECT_EQ(other.error()->Message(),
            "Liquid syntax error (line 2): Syntax Error in tag 'if' - Valid syntax: if [expression]");
  EXPECT_EQ(other.error()->where.path, "c");
  ASSERT_EQ(other.error()->included_from.size(), 1u);
}

}  // namespace
}  // namespace tincture::liquid
