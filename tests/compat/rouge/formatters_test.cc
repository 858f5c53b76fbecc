// Formatters against the real gem: tests/golden/rouge/formatters/<text>.<formatter>.html, made by make_rouge.rb.
#include "compat/rouge/formatters.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compat/rouge/rouge.h"

namespace tincture::rouge {

namespace {

std::string Golden(const std::string& name) {
  std::ifstream file(TINCTURE_SOURCE_DIR "/tests/golden/rouge/formatters/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Formatters : public testing::TestWithParam<std::string> {
 protected:
  const TokenList tokens_ = Lex(*Find("ruby"), {}, Golden(GetParam() + ".txt")).tokens;
  std::string Expected(const std::string& formatter) const { return Golden(GetParam() + "." + formatter + ".html"); }
};

TEST_P(Formatters, Html) { EXPECT_EQ(FormatHtml(tokens_), Expected("html")); }

TEST_P(Formatters, Legacy) {
  EXPECT_EQ(FormatHtmlLegacy(tokens_, {.css_class = "highlight", .table = {}}), Expected("legacy"));
  EXPECT_EQ(FormatHtmlLegacy(tokens_, {.wrap = false, .table = {}}), Expected("legacy_no_wrap"));
}

TEST_P(Formatters, StylesOfATheme) {
  EXPECT_EQ(FormatHtmlInline(tokens_, *FindTheme("github")), Expected("inline"));
  LegacyOptions options;
  options.css_class = "highlight";
  options.inline_theme = FindTheme("base16.dark");
  EXPECT_EQ(FormatHtmlLegacy(tokens_, options), Expected("legacy_inline"));
  EXPECT_EQ(FindTheme("nosuch"), nullptr);
}

TEST_P(Formatters, LegacyWithLineNumbers) {
  LegacyOptions options;
  options.css_class = "highlight";
  options.line_numbers = true;
  options.table.start_line = 9;
  options.table.line_format = "%3d";
  EXPECT_EQ(FormatHtmlLegacy(tokens_, options), Expected("legacy_line_numbers"));
}

TEST_P(Formatters, Jekyll3Linenos) {
  LegacyOptions options;
  options.wrap = false;
  options.line_numbers = true;
  options.table.gutter_class = "gutter";
  options.table.code_class = "code";
  EXPECT_EQ(FormatHtmlLegacy(tokens_, options), Expected("jekyll3_linenos"));
}

TEST_P(Formatters, LineHighlighter) {
  const int lines[] = {2, 4};
  EXPECT_EQ(FormatHtmlLineHighlighter(tokens_, lines), Expected("line_highlighter"));
}

// The table adds a line end although the highlighter has written one.
TEST_P(Formatters, Jekyll4MarkLinesAndLinenos) {
  const int lines[] = {1};
  TableOptions options;
  options.gutter_class = "gutter";
  options.code_class = "code";
  EXPECT_EQ(FormatHtmlTable(tokens_, FormatHtmlLineHighlighter(tokens_, lines), options),
            Expected("jekyll4_mark_lines_linenos"));
}

TEST_P(Formatters, Linewise) {
  LinewiseOptions options;
  options.css_class = "n%02d";
  EXPECT_EQ(FormatHtmlLinewise(tokens_, options), Expected("linewise"));
}

TEST_P(Formatters, LineTable) {
  LineTableOptions options;
  options.start_line = 3;
  EXPECT_EQ(FormatHtmlLineTable(tokens_, options), Expected("line_table"));
}

INSTANTIATE_TEST_SUITE_P(Rouge, Formatters, testing::Values("lines", "no_newline", "empty", "newlines"),
                         [](const auto& info) { return info.param; });

// Neither Jekyll nor kramdown lets a text write raw HTML.
TEST(FormatHtml, EscapeTokensAreErrors) {
  TokenList tokens;
  tokens.Add(Escape, "<b>");
  EXPECT_EQ(FormatHtml(tokens), R"(<span class="err">&lt;b&gt;</span>)");
}

TEST(FormatHtmlTable, AHostileLineFormatIsHarmless) {
  TokenList tokens;
  tokens.Add(Text, "x");
  TableOptions options;
  options.line_format = "%s%n%%%999999999d%";
  EXPECT_NE(FormatHtmlTable(tokens, "x", options).find("1%n%"), std::string::npos);
}

}  // namespace

}  // namespace tincture::rouge
