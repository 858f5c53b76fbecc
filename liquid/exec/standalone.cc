// Markup that a filter gets as a text: Jekyll's where_exp and its kin.
#include <string>
#include <vector>

#include "liquid/exec/markup_builder.h"
#include "liquid/exec/template.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/syntax/markup.h"
#include "liquid/value/drop.h"

namespace tincture::liquid {

namespace {

// An object that is equal to itself only, and prints nothing.
class MethodLiteral : public Drop {
 public:
  std::string_view ClassName() const override { return "Liquid::Expression::MethodLiteral"; }
  bool Find(const Symbol&, DropAccess&, Value*) const override { return false; }
  bool IsHashLike() const override { return false; }
  void AppendTo(DropAccess&, std::string&) const override {}
};

// Jekyll builds these comparisons from plain expressions, in which Liquid 5 has no `empty` and `blank` to compare with.
Expression ParsePlain(ExpressionParser& expressions, std::string_view text, const Dialect& dialect) {
  static const MethodLiteral empty;
  static const MethodLiteral blank;
  const Expression parsed = expressions.Parse(text);
  const Type type = parsed.constant.type();
  if (dialect.literals != Literals::kObjects || (type != Type::kEmpty && type != Type::kBlank)) return parsed;
  return Expression::Constant(Value::OfDrop(type == Type::kEmpty ? &empty : &blank));
}

Condition BuildPlain(const std::vector<ComparisonText>& texts, const Dialect& dialect, Arena& arena) {
  ExpressionParser expressions(dialect, arena);
  std::vector<Comparison> comparisons;
  for (const ComparisonText& text : texts) {
    const Expression right = text.op.empty() ? Expression() : ParsePlain(expressions, text.right, dialect);
    comparisons.push_back(
        {ParsePlain(expressions, text.left, dialect), OperatorNamed(text.op), text.op, right, text.relation});
  }
  return {arena.CopySpan(std::span<const Comparison>(comparisons))};
}

Error SyntaxErrorOf(std::string message, std::string markup_context = {}) {
  return LiquidError{
      .kind = std::string(kSyntaxError), .text = std::move(message), .markup_context = std::move(markup_context)}
      .ToError();
}

}  // namespace

Result<Condition> ParseStandaloneCondition(std::string_view text, const Dialect& dialect, Arena& arena) {
  std::vector<ComparisonText> texts;
  std::string message;
  if (!StrictMarkup(dialect, arena).ParseCondition(text, &texts, &message)) return SyntaxErrorOf(std::move(message));
  return BuildPlain(texts, dialect, arena);
}

Result<const Variable*> ParseStandaloneVariable(std::string_view text, const Environment& environment, Arena& arena) {
  VariableText parsed;
  std::string message;
  const bool is_lax = environment.error_mode == ErrorMode::kLax && !environment.dialect.strict_variable_first;
  if (is_lax || !StrictMarkup(environment.dialect, arena).ParseVariable(text, &parsed, &message)) {
    if (environment.error_mode == ErrorMode::kStrict) {
      return SyntaxErrorOf(std::move(message), "in \"{{" + std::string(text) + "}}\"");
    }
    parsed = VariableText();
    LaxVariable(text, &parsed);
  }
  return MarkupBuilder(environment, arena).Build(parsed);
}

}  // namespace tincture::liquid
