// The one iterator and the one context of the grammars of this folder.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <string>

#include "liquid/syntax/grammar/ast.h"
#include "liquid/syntax/grammar/grammar.h"

namespace tincture::liquid::grammar {

namespace x3 = boost::spirit::x3;

using iterator = const Token*;

// What terminals see of the parse under way.
struct progress {
  Rules rules;
  std::string* error;  // the first message; empty while all is well
};
struct progress_tag;

// Runs a grammar over all tokens.
template <class Grammar, class Attribute>
bool run(std::span<const Token> tokens, const Rules& rules, const Grammar& grammar, Attribute* out,
         std::string* error) {
  error->clear();
  progress state{rules, error};
  iterator first = tokens.data();
  const bool matched = x3::parse(first, tokens.data() + tokens.size(), x3::with<progress_tag>(state)[grammar], *out);
  return matched && error->empty();
}

}  // namespace tincture::liquid::grammar
