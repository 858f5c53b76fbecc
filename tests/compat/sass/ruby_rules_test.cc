// Habits of Ruby Sass 3.7.4 that real sites showed; each answer is its own.
#include <gtest/gtest.h>

#include "compat/sass/sass.h"
#include "tests/compat/sass/no_files.h"

namespace tincture::compat::sass {
namespace {

std::string Compressed(std::string_view sheet) {
  Options options;
  options.dialect = SassDialect::kRubySass37;
  options.style = Style::kCompressed;
  const Result<Output> output = Compile(sheet, options, NoFiles());
  return output ? output->css : output.error().message;
}

TEST(RubyRulesTest, CountersJoinTheirArgumentsWithoutSpace) {
  EXPECT_EQ(Compressed("a{b: counter(x, y) \". \"; c: counters(x, \"z\"); d: attr(x, y)}"),
            "a{b:counter(x,y) \". \";c:counters(x,\"z\");d:attr(x, y)}\n");
}

TEST(RubyRulesTest, KeyframeSelectorsStayAsWritten) {
  EXPECT_EQ(Compressed("@keyframes k{0%, 90%{top:0} 95%,96%{top:1px}}"),
            "@keyframes k{0%, 90%{top:0}95%,96%{top:1px}}\n");
}

TEST(RubyRulesTest, ANegatedNumberKeepsItsZeroOutsideOfLists) {
  EXPECT_EQ(Compressed("$x: .325em; a{b: -$x; c: -$x 0 1em; d: +$x; e: -1 * $x}"),
            "a{b:-0.325em;c:-.325em 0 1em;d:.325em;e:-.325em}\n");
}

class OnePartial : public Files {
 public:
  bool IsFile(const std::string& path) const override { return path == "/s/_p.scss"; }
  std::optional<std::string> Read(const std::string&) const override { return "\n.p { q: r }"; }
};

std::string WithLineComments(std::string_view sheet, Style style, Syntax syntax = Syntax::kScss) {
  Options options;
  options.dialect = SassDialect::kRubySass37;
  options.style = style;
  options.syntax = syntax;
  options.load_paths = {"/s"};
  options.line_comments = true;
  const Result<Output> output = Compile(sheet, options, OnePartial());
  return output ? output->css : output.error().message;
}

TEST(RubyRulesTest, LineComments) {
  const std::string_view sheet =
      ".a {\n  b: c;\n  .d,\n  .e { f: g }\n  @media print { h: i }\n}\n@media screen {\n  .j { k: l }\n}\n";
  EXPECT_EQ(WithLineComments(sheet, Style::kNested),
            "/* line 1 */\n.a {\n  b: c; }\n  /* line 3 */\n  .a .d,\n  .a .e {\n    f: g; }\n  @media print {\n"
            "    /* line 1 */\n    .a {\n      h: i; } }\n\n@media screen {\n  /* line 8 */\n  .j {\n    k: l; } }\n");
  EXPECT_EQ(
      WithLineComments(sheet, Style::kExpanded),
      "/* line 1 */\n.a {\n  b: c;\n}\n/* line 3 */\n.a .d,\n.a .e {\n  f: g;\n}\n@media print {\n"
      "  /* line 1 */\n  .a {\n    h: i;\n  }\n}\n\n@media screen {\n  /* line 8 */\n  .j {\n    k: l;\n  }\n}\n");
  EXPECT_EQ(WithLineComments(sheet, Style::kCompact),
            "/* line 1 */\n.a { b: c; }\n/* line 3 */\n.a .d, .a .e { f: g; }\n@media print { /* line 1 */\n"
            "  .a { h: i; } }\n\n@media screen { /* line 8 */\n  .j { k: l; } }\n");
  EXPECT_EQ(WithLineComments("@import 'p';", Style::kExpanded), "/* line 2, /s/_p.scss */\n.p {\n  q: r;\n}\n");
}

TEST(RubyRulesTest, ASelectorOfTheIndentedSyntaxMayEndInAComma) {
  EXPECT_EQ(
      WithLineComments(".a\n  > .b,\n  > .c,\n    d: e\n  .f,\n  .g\n    h: i\n", Style::kExpanded, Syntax::kSass),
      "/* line 2 */\n.a > .b,\n.a > .c {\n  d: e;\n}\n/* line 5 */\n.a .f,\n.a .g {\n  h: i;\n}\n");
}

}  // namespace
}  // namespace tincture::compat::sass
