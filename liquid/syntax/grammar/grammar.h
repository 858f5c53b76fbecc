// Liquid's strict grammars, in Boost.Spirit X3 over the lexer's tokens. The only header of this folder for outside.
// Each parses all of `tokens`, which end in kEnd. False: `error` has Liquid's message.
// X3 gives up by going back; Liquid by raising at the token that does not fit. So the first terminal that had to match
// and did not notes its message, and the parse has failed where a message was noted (terminals.h).
#pragma once

#include <span>
#include <string>

#include "liquid/syntax/grammar/ast.h"
#include "liquid/syntax/lexer.h"

namespace tincture::liquid::grammar {

struct Rules {
  // Liquid 5: `[x].y` is an expression.
  bool lookup_may_start_with_bracket = false;
};

bool Parse(std::span<const Token> tokens, const Rules& rules, FilteredVariable* out, std::string* error);
bool Parse(std::span<const Token> tokens, const Rules& rules, ConditionMarkup* out, std::string* error);
bool Parse(std::span<const Token> tokens, const Rules& rules, LoopMarkup* out, std::string* error);

}  // namespace tincture::liquid::grammar
