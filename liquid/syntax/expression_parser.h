// ExpressionParser: Ruby's Liquid::Expression.parse. It takes any text and never fails: what is no literal is looked
// up as a variable, whose path is every run of word characters and every pair of brackets found in the text.
// Keeps views into the text; the rest goes to the arena.
#pragma once

#include <cstdint>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/syntax/dialect.h"
#include "liquid/syntax/expression.h"

namespace tincture::liquid {

// An Integer as a range's end: a Range holds 64 bits, so beyond them the nearest counts.
int64_t ToRangeEnd(const Value& integer);

class ExpressionParser {
 public:
  ExpressionParser(const Dialect& dialect, Arena& arena) : dialect_(dialect), arena_(arena) {}

  Expression Parse(std::string_view text) { return Parse(text, 0); }
  // As a side of a comparison: `empty` and `blank` mean themselves in either dialect.
  Expression ParseOperand(std::string_view text);

 private:
  Expression Parse(std::string_view text, int depth);
  bool ParseLiteral(std::string_view text, Expression* out) const;
  bool ParseQuoted(std::string_view text, Expression* out) const;
  bool ParseNumber(std::string_view text, Expression* out) const;
  bool ParseRange(std::string_view text, int depth, Expression* out);
  Expression ParseLookup(std::string_view text, int depth);
  LookupKey ParseKey(std::string_view segment, int depth);

  const Dialect& dialect_;
  Arena& arena_;
};

}  // namespace tincture::liquid
