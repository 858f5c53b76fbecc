// Own snippets against the real gem: tests/golden/rouge/lexers/<tag>.txt and .html, made by tests/golden/make_rouge.rb.
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

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(TINCTURE_SOURCE_DIR "/tests/golden/rouge/lexers")) {
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

INSTANTIATE_TEST_SUITE_P(Rouge, LexerGolden, testing::ValuesIn(Cases()), [](const auto& info) { return info.param; });

}  // namespace

}  // namespace tincture::rouge
