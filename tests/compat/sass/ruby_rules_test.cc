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

}  // namespace
}  // namespace tincture::compat::sass
