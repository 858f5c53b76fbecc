#include "liquid/exec/markup_builder.h"

#include <algorithm>
#include <vector>

namespace tincture::liquid {

Operator OperatorNamed(std::string_view text) {
  if (text.empty()) return Operator::kNone;
  if (text == "==") return Operator::kEqual;
  if (text == "!=" || text == "<>") return Operator::kNotEqual;
  if (text == "<") return Operator::kLess;
  if (text == ">") return Operator::kGreater;
  if (text == "<=") return Operator::kLessOrEqual;
  if (text == ">=") return Operator::kGreaterOrEqual;
  if (text == "contains") return Operator::kContains;
  return Operator::kUnknown;
}

FilterUse MarkupBuilder::Build(const FilterText& text) {
  std::vector<Expression> arguments;
  std::vector<KeywordArgument> keywords;
  for (const ArgumentText& argument : text.arguments) {
    const Expression value = expressions_.Parse(argument.value);
    if (argument.keyword.empty()) {
      arguments.push_back(value);
    } else {
      keywords.push_back({Symbol(argument.keyword), value});
    }
  }
  return {.name = text.name,
          .filter = environment_.FindFilter(text.name),
          .arguments = arena_.CopySpan(std::span<const Expression>(arguments)),
          .keywords = arena_.CopySpan(std::span<const KeywordArgument>(keywords))};
}

namespace {

// Arguments that are known by now, as many as the filter takes.
bool HasConstantArguments(const FilterUse& use) {
  const auto is_constant = [](const Expression& e) { return e.kind == Expression::Kind::kConstant; };
  const auto count = static_cast<int>(use.arguments.size());
  return use.keywords.empty() && count >= use.filter->min_args && count <= use.filter->max_args &&
         std::all_of(use.arguments.begin(), use.arguments.end(), is_constant);
}

// Of evaluating constants nothing is to be seen, so it does not matter when it happens.
void JoinCalls(std::span<FilterUse> filters) {
  for (size_t i = 0; i + 1 < filters.size(); ++i) {
    FilterUse& use = filters[i];
    const FilterUse& next = filters[i + 1];
    if (use.filter == nullptr || use.filter->then_join == nullptr) continue;
    if (next.filter == nullptr || !next.filter->is_join) continue;
    use.takes_next = HasConstantArguments(use) && HasConstantArguments(next);
  }
}

}  // namespace

const Variable* MarkupBuilder::Build(const VariableText& text) {
  std::vector<FilterUse> filters;
  filters.reserve(text.filters.size());
  for (const FilterText& filter : text.filters) filters.push_back(Build(filter));
  JoinCalls(filters);
  const Expression base = text.has_base ? expressions_.Parse(text.base) : Expression();
  return arena_.New<Variable>(base, arena_.CopySpan(std::span<const FilterUse>(filters)));
}

Condition MarkupBuilder::Build(std::span<const ComparisonText> texts) {
  std::vector<Comparison> comparisons;
  comparisons.reserve(texts.size());
  for (const ComparisonText& text : texts) {
    comparisons.push_back({expressions_.ParseOperand(text.left), OperatorNamed(text.op), text.op,
                           text.op.empty() ? Expression() : expressions_.ParseOperand(text.right), text.relation});
  }
  return {arena_.CopySpan(std::span<const Comparison>(comparisons))};
}

}  // namespace tincture::liquid
