// What the strict grammars yield: token ranges, which point into the lexer's tokens.
#pragma once

#include <vector>

#include "liquid/syntax/lexer.h"

namespace tincture::liquid::grammar {

struct Tokens {
  const Token* begin = nullptr;
  const Token* end = nullptr;
};

struct Argument {
  const Token* keyword = nullptr;  // null where it is a plain one
  Tokens value;
};

struct FilterUse {
  const Token* name = nullptr;
  std::vector<Argument> arguments;
};

// a | f: x, k: y
struct FilteredVariable {
  Tokens base;
  std::vector<FilterUse> filters;
};

struct RightSide {
  const Token* op = nullptr;  // null where the left side stands alone
  Tokens operand;
};

struct Comparison {
  Tokens left;
  RightSide right;
};

struct LinkedComparison {
  const Token* relation = nullptr;  // the word `and` or `or`
  Comparison comparison;
};

// a == b and c or d < e
struct ConditionMarkup {
  Comparison first;
  std::vector<LinkedComparison> rest;
};

struct LoopAttribute {
  const Token* name = nullptr;
  Tokens value;
};

// item in collection reversed limit: 3
struct LoopMarkup {
  const Token* variable = nullptr;
  Tokens collection;
  const Token* reversed = nullptr;
  std::vector<LoopAttribute> attributes;
};

}  // namespace tincture::liquid::grammar
