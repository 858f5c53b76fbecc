#include "liquid/syntax/tokenizer.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace tincture::liquid {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Cut(std::string_view source) {
  Tokenizer tokenizer(source, 1);
  std::vector<std::string> tokens;
  while (const auto token = tokenizer.Next()) tokens.emplace_back(token->text);
  return tokens;
}

TEST(Tokenizer, CutsTextsVariablesAndTags) {
  EXPECT_THAT(Cut("a{{ b }}{% c %} d"), ElementsAre("a", "{{ b }}", "{% c %}", " d"));
  EXPECT_THAT(Cut(""), ElementsAre());
}

TEST(Tokenizer, AVariableEndsAtItsFirstBrace) {
  EXPECT_THAT(Cut("{{ '}' }}x"), ElementsAre("{{ '}", "' }}x"));
  EXPECT_THAT(Cut("{{a}b"), ElementsAre("{{a}", "b"));
  EXPECT_THAT(Cut("{{{a}}}"), ElementsAre("{{{a}}", "}"));
}

TEST(Tokenizer, WhatNeverEndsIsATokenOfTwoCharacters) {
  EXPECT_THAT(Cut("a{% b"), ElementsAre("a", "{%", " b"));
  EXPECT_THAT(Cut("{{ b {% c %}"), ElementsAre("{{ b {% c %}"));
  EXPECT_THAT(Cut("{{{%"), ElementsAre("{{", "{%"));
  EXPECT_THAT(Cut("{"), ElementsAre("{"));
}

TEST(Tokenizer, CountsLinesWhenATokenIsTaken) {
  Tokenizer tokenizer("a\n{{ b\n }}\n", 1);
  EXPECT_EQ(tokenizer.line(), 1u);
  tokenizer.Next();
  EXPECT_EQ(tokenizer.line(), 2u);
  tokenizer.Next();
  EXPECT_EQ(tokenizer.line(), 3u);
}

TEST(Tokenizer, AMillionOpenTagsTakeLinearTime) {
  std::string source;
  for (int i = 0; i < 1'000'000; ++i) source += "{%";
  EXPECT_EQ(Cut(source).size(), 1'000'000u);
}

TEST(Tokenizer, LinesWithinALiquidTag) {
  Tokenizer tokenizer("a\n\nb\n", 5, Tokenizer::Mode::kLines);
  std::vector<std::string> lines;
  while (const auto token = tokenizer.Next()) lines.emplace_back(token->text);
  EXPECT_THAT(lines, ElementsAre("a", "", "b"));
  EXPECT_EQ(tokenizer.line(), 8u);
}

}  // namespace
}  // namespace tincture::liquid
