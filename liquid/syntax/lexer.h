// Lexer: markup to the tokens of Liquid's strict grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::liquid {

struct Token {
  enum class Type : uint8_t {
    kComparison,
    kString,
    kNumber,
    kId,
    kDotDot,
    kPipe,
    kDot,
    kColon,
    kComma,
    kOpenSquare,
    kCloseSquare,
    kOpenRound,
    kCloseRound,
    kQuestion,
    kDash,
    kEnd,
  };
  Type type;
  std::string_view text;
};

// Liquid's name of it: "end_of_string", "open_square".
std::string_view NameOf(Token::Type type);

// Appends the tokens, kEnd last. False: `error` has Liquid's message.
bool Lex(std::string_view markup, std::vector<Token>& tokens, std::string* error);

}  // namespace tincture::liquid
