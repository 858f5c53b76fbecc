// Bad input costs time in proportion to its size and no stack: 50,000 of each piece.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "compat/kramdown/kramdown.h"

namespace tincture::kramdown {
namespace {

constexpr int kPieces = 50000;
// What Ruby's stack allows lies between 700 and 2,000; ours must read at least as much.
constexpr int kReadableDepth = 700;

std::string Repeat(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

// CPU time: a busy machine does not count.
double Seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Options Gfm() {
  Options options;
  options.input = Input::kGfm;
  return options;
}

class Pathological : public testing::TestWithParam<std::string> {};

TEST_P(Pathological, EndsSoon) {
  const std::string piece = GetParam();
  const std::string text = Repeat(piece, kPieces) + "\n";
  const double start = Seconds();
  EXPECT_FALSE(Convert(text, Gfm(), nullptr).html.empty());
  // Quadratic time would take minutes; this leaves room for sanitizers.
  EXPECT_LT(Seconds() - start, 20) << piece;
}

INSTANTIATE_TEST_SUITE_P(Pieces, Pathological,
                         testing::Values("[", "]", "![", "[]", "[a](", "[a](b \"", "[a](<", "[[a]", "*", "**", "*a ",
                                         "*a", "a*b_c", "**a *b ", "_a ", "__a", "`", "`a", "``a`", "<", "<a ",
                                         "<http:", "<a@", "<?", "<pre>", "<p>a\n", "<b>", "<div>", "</div>", "<!--",
                                         "<a b=\"", "&", "&a", "|", "|\n", "a|b\n", "> ", ">", "* ", "* a\n", " * a\n",
                                         "1. ", ": a\n", "{:", "{: a", "{:a}\n", "{::comment}", "$$", "$$a", "~~",
                                         "~~a ", "```\n", "```a\n", "~~~~a\n", "'", "\"", "'\"", "#", "# a\n", "\\",
                                         "^\n", "--", "<<", "[^1]", "[^1]: a\n", "[a]: b\n", "*[a]: b\n", "a\n", "\n",
                                         "    a\n", "\t", "a  \n", "{:.a} b\n"));

// Where Ruby's stack ends.
TEST(AttributeLists, DefinitionsThatNameOneAnother) {
  const double start = Seconds();
  const std::string text = Repeat("{:a: b}\n{:b: a}\n", 5'000) + "\n*text*{:a}\n";
  EXPECT_NE(Convert(text, Gfm(), nullptr).html.find("text</em>"), std::string::npos);
  EXPECT_LT(Seconds() - start, 20);
}

TEST(AttributeLists, ManyKeysClassesAndDefinitions) {
  std::string keys;
  for (int i = 0; i < kPieces; ++i) keys += " k" + std::to_string(i) + "=\"v\"";
  const double start = Seconds();
  EXPECT_NE(Convert("text\n{:" + keys + "}\n", Gfm(), nullptr).html.find(" k49999=\"v\">text"), std::string::npos);
  const std::string classes = Convert("text\n{:" + Repeat(".c", kPieces) + "}\n", Gfm(), nullptr).html;
  EXPECT_EQ(classes, "<p class=\"c" + Repeat(" c", kPieces - 1) + "\">text</p>\n");
  const std::string definitions =
      Convert(Repeat("{:d: .c k=\"v\"}\n", kPieces) + "\ntext\n{:d}\n", Gfm(), nullptr).html;
  EXPECT_NE(definitions.find(Repeat(" c", kPieces - 1) + "\""), std::string::npos);
  EXPECT_LT(Seconds() - start, 20);
}

TEST(Depth, NestsAsDeepAsRubyCanAndNoDeeperThanTheStack) {
  const std::string quotes = Convert(Repeat("> ", kReadableDepth) + "a\n", Gfm(), nullptr).html;
  EXPECT_NE(quotes.find(std::string(2 * kReadableDepth, ' ') + "<p>a</p>"), std::string::npos);
  const std::string bold = Convert(Repeat("<b>", kReadableDepth) + "a\n", Gfm(), nullptr).html;
  EXPECT_NE(bold.find("a</b></b>"), std::string::npos);
}

// Where Ruby fails with NoMethodError.
TEST(HtmlToNative, PartsOfTablesWithoutTable) {
  Options options = Gfm();
  options.html_to_native = true;
  EXPECT_NE(Convert("<tr><td>a</td><p>b</p></tr>\n\n<td>c</td>\n", options, nullptr).html.find("<td>a</td>"),
            std::string::npos);
}

TEST(Nul, IsStrippedLikeWhiteSpace) {
  const std::string nul("* \0\n\n\0\n: a\n", 10);
  EXPECT_FALSE(Convert(nul, Gfm(), nullptr).html.empty());
}

TEST(Depth, DefinitionsMayReferToThemselves) {
  EXPECT_EQ(Convert("{:a: a .x}\ntext\n{: a}\n", Gfm(), nullptr).html, "<p class=\"x\">text</p>\n");
}

}  // namespace
}  // namespace tincture::kramdown
