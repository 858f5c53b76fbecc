// expression  name.path[0]["x"] | number | string | (first..last)
#pragma once

#include "liquid/syntax/grammar/terminals.h"

namespace tincture::liquid::grammar {

const x3::rule<struct expression_id> expression_syntax = "expression";

const auto lookups =
    *((x3::omit[token(Token::Type::kOpenSquare)] >> expression_syntax >> x3::omit[must(Token::Type::kCloseSquare)]) |
      x3::omit[token(Token::Type::kDot) >> must(Token::Type::kId)]);

const auto lookup = x3::omit[token(Token::Type::kId)] >> lookups;

const auto bracket_lookup = bracket_allowed >> x3::omit[token(Token::Type::kOpenSquare)] >> expression_syntax >>
                            x3::omit[must(Token::Type::kCloseSquare)] >> lookups;

const auto range = x3::omit[token(Token::Type::kOpenRound)] >> expression_syntax >>
                   x3::omit[must(Token::Type::kDotDot)] >> expression_syntax >>
                   x3::omit[must(Token::Type::kCloseRound)];

const auto expression_syntax_def = lookup | x3::omit[token(Token::Type::kString)] |
                                   x3::omit[token(Token::Type::kNumber)] | range | bracket_lookup | no_expression;

BOOST_SPIRIT_DEFINE(expression_syntax)

const auto expression = tokens_of(expression_syntax);

}  // namespace tincture::liquid::grammar
