// Own snippets against the real gem, made by tests/golden/make_rouge.rb: tests/golden/rouge/lexers/<tag>.txt and .html;
// fancy/<case>.txt, whose first line names the lexer as a code fence does, and .html, whose first line is its tag.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"

namespace tincture::rouge {

namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> Cases(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(TINCTURE_SOURCE_DIR "/tests/golden/rouge/" + folder)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class LexerGolden : public testing::TestWithParam<std::string> {};

TEST_P(LexerGolden, IsWhatRougeMakes) {
  const fs::path folder = TINCTURE_SOURCE_DIR "/tests/golden/rouge/lexers";
  const std::string text = ReadFile(folder / (GetParam() + ".txt"));
  const std::string expected = ReadFile(folder / (GetParam() + ".html"));
  const Definition* lexer = Find(GetParam());
  ASSERT_NE(lexer, nullptr);
  EXPECT_EQ(FormatHtml(Lex(*lexer, {}, text).tokens), expected);
}

INSTANTIATE_TEST_SUITE_P(Rouge, LexerGolden, testing::ValuesIn(Cases("lexers")),
                         [](const auto& info) { return info.param; });

class FancyGolden : public testing::TestWithParam<std::string> {};

TEST_P(FancyGolden, IsWhatRougeMakes) {
  const fs::path folder = TINCTURE_SOURCE_DIR "/tests/golden/rouge/fancy";
  const std::string input = ReadFile(folder / (GetParam() + ".txt"));
  const std::string_view code = std::string_view(input).substr(input.find('\n') + 1);
  const auto fancy = FindFancy(input.substr(0, input.find('\n')), code);
  ASSERT_TRUE(fancy);
  EXPECT_EQ(std::string(TagOf(*fancy->lexer)) + "\n" + FormatHtml(Lex(*fancy->lexer, fancy->options, code).tokens),
            ReadFile(folder / (GetParam() + ".html")));
}

INSTANTIATE_TEST_SUITE_P(Rouge, FancyGolden, testing::ValuesIn(Cases("fancy")),
                         [](const auto& info) { return info.param; });

}  // namespace

}  // namespace tincture::rouge
