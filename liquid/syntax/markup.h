// Markup: what stands between a tag's delimiters, cut into the texts of its expressions, by the strict grammar or by
// the lax rules. Texts are views into the markup; where the strict grammar drops white space within an expression, into
// the arena.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liquid/support/arena.h"
#include "liquid/syntax/dialect.h"
#include "liquid/syntax/expression.h"
#include "liquid/syntax/lexer.h"

namespace tincture::liquid {

struct ArgumentText {
  std::string_view keyword;  // empty: a plain argument
  std::string_view value;
};

struct FilterText {
  std::string_view name;
  std::vector<ArgumentText> arguments;
};

struct VariableText {
  bool has_base = false;  // `{{ }}` has none
  std::string_view base;
  std::vector<FilterText> filters;
};

struct ComparisonText {
  std::string_view left;
  std::string_view op;  // empty: the left side alone
  std::string_view right;
  Relation relation = Relation::kEnd;
};

struct LoopText {
  std::string_view variable;
  std::string_view collection;
  bool reversed = false;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
};

// The strict parser. Each call gives false where the grammar refuses, and `error` Liquid's message.
class StrictMarkup {
 public:
  StrictMarkup(const Dialect& dialect, Arena& arena) : dialect_(dialect), arena_(arena) {}

  bool ParseVariable(std::string_view markup, VariableText* out, std::string* error);
  bool ParseCondition(std::string_view markup, std::vector<ComparisonText>* out, std::string* error);
  bool ParseLoop(std::string_view markup, LoopText* out, std::string* error);

 private:
  bool LexMarkup(std::string_view markup, std::string* error);
  template <class Tokens>
  std::string_view TextOf(const Tokens& tokens);

  const Dialect& dialect_;
  Arena& arena_;
  std::vector<Token> tokens_;  // kept for its memory
};

// The lax parser, which is a set of patterns. False: nothing of the kind is found in the markup.
bool LaxVariable(std::string_view markup, VariableText* out);
bool LaxCondition(std::string_view markup, std::vector<ComparisonText>* out);
bool LaxLoop(std::string_view markup, LoopText* out);

}  // namespace tincture::liquid
