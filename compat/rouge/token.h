// Token types and the list of tokens that a lexer makes of a text. Immutable tables; a TokenList belongs to its maker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::rouge {

// Plain names, without k, so that a lexer's table reads as Rouge's words do: Name::Function is NameFunction.
enum Token : uint8_t {
#define TOKEN(name, qualified_name, css_class) name,
#include "compat/rouge/tokens.inc"
#undef TOKEN
};

// Rouge's qualified name, such as "Literal.String.Double".
std::string_view QualifiedName(Token token);
// The class of the span, such as "s2"; empty for Text, which has no span.
std::string_view CssClass(Token token);

// What a text was cut into: all pieces end to end in `text`, and where each one ends. Neighbours of one type are one
// token and none is empty, as Rouge's Lexer#continue_lex has it.
struct TokenList {
  struct Piece {
    Token token;
    size_t end;
  };
  std::string text;
  std::vector<Piece> pieces;

  void Add(Token token, std::string_view piece);
  // The list that has `whole` as one Text.
  static TokenList Plain(std::string_view whole);
};

}  // namespace tincture::rouge
