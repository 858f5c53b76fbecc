// The evaluator's calculations: which calls are calc() and its kind, and their operands.
#include <string>

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/calculation.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

std::string LowerText(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = Lower(c);
  return lower;
}

bool IsCalculationWord(std::string_view lower) {
  return lower == "pi" || lower == "e" || lower == "infinity" || lower == "-infinity" || lower == "nan";
}

}  // namespace

// Names that are also Sass functions are calculations only where every argument could stand in one.
bool Evaluator::IsCalculationCall(const CallExpression& call) const {
  if (call.space != 0) return false;
  const std::string name = LowerText(names_.Text(call.name));
  if (!IsCalcFunction(name)) return false;
  if (name == "calc" || name == "clamp" || name == "calc-size") return true;
  if (!call.arguments.named.empty() || call.arguments.rest) {
    return !(name == "min" || name == "max" || name == "round" || name == "abs");
  }
  if (name != "min" && name != "max" && name != "round" && name != "abs") return true;
  for (const Expression* argument : call.arguments.positional) {
    if (!IsCalculationSafe(*argument)) return false;
  }
  return true;
}

bool Evaluator::IsCalculationSafe(const Expression& expression) const {
  switch (expression.kind) {
    case ExpressionKind::kLiteral: {
      const Value& value = static_cast<const Literal&>(expression).value;
      if (value.is_number()) return true;
      if (!value.is_string() || value.quoted()) return false;
      const std::string_view text = value.text();
      // Not `+`, `!important`, hex or unicode-range.
      return !text.starts_with('!') && !text.starts_with('#') && !(text.size() > 1 && text[1] == '+') && text != "%";
    }
    case ExpressionKind::kString:
      return !static_cast<const StringExpression&>(expression).quoted;
    case ExpressionKind::kVariable:
    case ExpressionKind::kCall:
    case ExpressionKind::kInterpolatedCall:
    case ExpressionKind::kIf:
      return true;
    case ExpressionKind::kParenthesized:
      return IsCalculationSafe(*static_cast<const Parenthesized&>(expression).inner);
    case ExpressionKind::kBinary: {
      const Binary& binary = static_cast<const Binary&>(expression);
      if (binary.binary != BinaryKind::kOperation) return false;
      if (binary.op != Operator::kPlus && binary.op != Operator::kMinus && binary.op != Operator::kTimes &&
          binary.op != Operator::kDivide) {
        return false;
      }
      return IsCalculationSafe(*binary.left) && IsCalculationSafe(*binary.right);
    }
    case ExpressionKind::kList: {
      const ListExpression& list = static_cast<const ListExpression&>(expression);
      if (list.separator != Separator::kSpace || list.brackets || list.items.size() < 2) return false;
      for (const Expression* item : list.items) {
        if (!IsCalculationSafe(*item)) return false;
      }
      return true;
    }
    default:
      return false;
  }
}

Value Evaluator::EvaluateCalculation(const CallExpression& call) {
  const std::string name = LowerText(names_.Text(call.name));
  if (!call.arguments.named.empty()) FailAt("Keyword arguments can't be used with calculations.", call.span);
  if (call.arguments.rest) FailAt("Rest arguments can't be used with calculations.", call.span);
  const Restore<Span> place(&place_, call.span);
  CheckCalcArgumentCount(name, call.arguments.positional.size());
  const bool legacy = name == "min" || name == "max" || name == "round" || name == "abs";
  const CalcMode mode{.simplify = !in_supports_, .legacy = legacy ? arena_.Copy(name) : std::string_view()};
  std::vector<Value> arguments;
  for (const Expression* argument : call.arguments.positional) {
    arguments.push_back(CalculationOperand(*argument, mode.legacy));
  }
  if (in_supports_) return NewCalculation(arena_, arena_.Copy(name), arguments);
  return CalcFunction(values_, arena_.Copy(name), arguments, mode);
}

Value Evaluator::CalculationOperand(const Expression& expression, std::string_view legacy) {
  switch (expression.kind) {
    case ExpressionKind::kParenthesized: {
      const Value inner = CalculationOperand(*static_cast<const Parenthesized&>(expression).inner, legacy);
      // What is text keeps its parentheses.
      if (inner.is_string()) return Value::Unquoted(arena_.Copy("(" + std::string(inner.text()) + ")"));
      return inner;
    }
    case ExpressionKind::kLiteral: {
      const Value& value = static_cast<const Literal&>(expression).value;
      if (value.is_string() && !value.quoted()) {
        const std::string word = LowerText(value.text());
        if (IsCalculationWord(word)) {
          if (word == "pi") return Value::Number(3.141592653589793);
          if (word == "e") return Value::Number(2.718281828459045);
          if (word == "infinity") return Value::Number(__builtin_inf());
          if (word == "-infinity") return Value::Number(-__builtin_inf());
          return Value::Number(__builtin_nan(""));
        }
        return value;
      }
      if (value.is_number()) return value;
      FailAt("This expression can't be used in a calculation.", expression.span);
      break;
    }
    case ExpressionKind::kString: {
      const StringExpression& string = static_cast<const StringExpression&>(expression);
      if (string.quoted) FailAt("This expression can't be used in a calculation.", expression.span);
      return EvaluateString(string);
    }
    case ExpressionKind::kBinary: {
      const Binary& binary = static_cast<const Binary&>(expression);
      if (binary.binary != BinaryKind::kOperation ||
          (binary.op != Operator::kPlus && binary.op != Operator::kMinus && binary.op != Operator::kTimes &&
           binary.op != Operator::kDivide)) {
        FailAt("This operation can't be used in a calculation.", expression.span);
      }
      if ((binary.op == Operator::kPlus || binary.op == Operator::kMinus) &&
          (!binary.space_before || !binary.space_after)) {
        FailAt("\"+\" and \"-\" must be surrounded by whitespace in calculations.", expression.span);
      }
      const char op = binary.op == Operator::kPlus    ? '+'
                      : binary.op == Operator::kMinus ? '-'
                      : binary.op == Operator::kTimes ? '*'
                                                      : '/';
      const Value left = CalculationOperand(*binary.left, legacy);
      const Value right = CalculationOperand(*binary.right, legacy);
      return CalcOperation(values_, op, left, right, {.simplify = !in_supports_, .legacy = legacy});
    }
    case ExpressionKind::kList: {
      // Text beside text: `var(--a) var(--b)`, interpolation between.
      const ListExpression& list = static_cast<const ListExpression&>(expression);
      if (list.separator != Separator::kSpace || list.brackets || list.items.size() < 2) {
        FailAt("This expression can't be used in a calculation.", expression.span);
      }
      std::string text;
      bool after_text = true;
      for (const Expression* item : list.items) {
        const Value value = CalculationOperand(*item, legacy);
        if (!after_text && !value.is_string()) FailAt("Missing math operator.", expression.span);
        after_text = value.is_string();
        if (!text.empty()) text += ' ';
        if (value.kind() == Kind::kOperation) {
          std::string inner;
          AppendCss(values_, value, inner);
          text += "(" + inner + ")";
        } else {
          AppendCss(values_, value, text);
        }
      }
      return Value::Unquoted(arena_.Copy(text));
    }
    case ExpressionKind::kVariable:
    case ExpressionKind::kCall:
    case ExpressionKind::kInterpolatedCall:
    case ExpressionKind::kIf: {
      const Value value = Evaluate(expression).WithoutSlash(arena_);
      if (value.is_number() || value.is_calculation() || (value.is_string() && !value.quoted())) return value;
      FailAt("Value " + Inspect(values_, value) + " can't be used in a calculation.", expression.span);
    }
    default:
      FailAt("This expression can't be used in a calculation.", expression.span);
  }
}

}  // namespace tincture::compat::sass
