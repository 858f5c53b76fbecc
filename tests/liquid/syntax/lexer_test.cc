#include "liquid/syntax/lexer.h"

#include <gmock/gmock.h>

namespace tincture::liquid {
namespace {

// "type:text" of each token but the last, or the error.
std::string Lexed(std::string_view markup) {
  std::vector<Token> tokens;
  std::string error;
  if (!Lex(markup, tokens, &error)) return error;
  std::string text;
  for (const Token& token : tokens) {
    if (token.type == Token::Type::kEnd) continue;
    if (!text.empty()) text += ' ';
    text += std::string(NameOf(token.type)) + ":" + std::string(token.text);
  }
  return text;
}

TEST(Lexer, KindsOfTokens) {
  EXPECT_EQ(Lexed("a | b: 'c', \"d\""), "id:a pipe:| id:b colon:: string:'c' comma:, string:\"d\"");
  EXPECT_EQ(Lexed("a-b? .x"), "id:a-b? dot:. id:x");
  EXPECT_EQ(Lexed("(1..-2.5)"), "open_round:( number:1 dotdot:.. number:-2.5 close_round:)");
  EXPECT_EQ(Lexed("== != <> < <= > >="),
            "comparison:== comparison:!= comparison:<> comparison:< comparison:<= comparison:> comparison:>=");
}

TEST(Lexer, ContainsIsAComparisonOnlyBeforeWhiteSpace) {
  EXPECT_EQ(Lexed("a contains b"), "id:a comparison:contains id:b");
  EXPECT_EQ(Lexed("contains"), "id:contains");
  EXPECT_EQ(Lexed("containsx c"), "id:containsx id:c");
}

TEST(Lexer, ANumberEndsBeforeWhatIsNoFraction) {
  EXPECT_EQ(Lexed("1.x"), "number:1 dot:. id:x");
  EXPECT_EQ(Lexed("- 1"), "dash:- number:1");
  EXPECT_EQ(Lexed("1a"), "number:1 id:a");
}

TEST(Lexer, ErrorsNameTheCharacter) {
  EXPECT_EQ(Lexed("a = 1"), "Unexpected character =");
  EXPECT_EQ(Lexed("'open"), "Unexpected character '");
  EXPECT_EQ(Lexed("é"), "Unexpected character é");
}

}  // namespace
}  // namespace tincture::liquid
