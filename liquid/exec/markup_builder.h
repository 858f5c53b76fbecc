// MarkupBuilder: the texts that markup is made of to what is evaluated. Filters are looked up here, once.
#pragma once

#include <span>

#include "liquid/exec/environment.h"
#include "liquid/support/arena.h"
#include "liquid/syntax/expression.h"
#include "liquid/syntax/expression_parser.h"
#include "liquid/syntax/markup.h"

namespace tincture::liquid {

class MarkupBuilder {
 public:
  // What it builds lives in `arena`.
  MarkupBuilder(const Environment& environment, Arena& arena)
      : environment_(environment), arena_(arena), expressions_(environment.dialect, arena) {}

  ExpressionParser& expressions() { return expressions_; }
  const Variable* Build(const VariableText& text);
  Condition Build(std::span<const ComparisonText> texts);

 private:
  FilterUse Build(const FilterText& text);

  const Environment& environment_;
  Arena& arena_;
  ExpressionParser expressions_;
};

Operator OperatorNamed(std::string_view text);

}  // namespace tincture::liquid
