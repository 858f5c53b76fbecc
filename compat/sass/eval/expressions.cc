// The evaluator's expressions.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

// What ApplyToSimpleNumbers() takes.
bool IsSimple(const Binary& binary, const Value& left, const Value& right) {
  return left.is_simple_number() && right.is_simple_number() && Value::SameUnit(left, right) &&
         (binary.op < Operator::kTimes || (binary.op == Operator::kTimes && !left.has_units()));
}

}  // namespace

Value Evaluator::EvaluateComposed(const Expression& expression) {
  if (!values_.places) {
    if (expression.kind == ExpressionKind::kParenthesized) {
      return Evaluate(*static_cast<const Parenthesized&>(expression).inner);
    }
    if (expression.kind == ExpressionKind::kBinary) {
      const Binary& binary = static_cast<const Binary&>(expression);
      if (binary.binary == BinaryKind::kOperation) {
        const Value left = Evaluate(*binary.left);
        const Value right = Evaluate(*binary.right);
        if (IsSimple(binary, left, right)) {
          const Value result = ApplyToSimpleNumbers(values_, binary.op, left, right);
          return dialect_.values.leading_zero_needs_literal ? result : result.WithoutLiteral();
        }
        return EvaluatePlaced(expression, [&] { return Operate(binary, left, right); });
      }
    }
  }
  return EvaluatePlaced(expression, [&] { return EvaluateKind(expression); });
}

template <class Body>
Value Evaluator::EvaluatePlaced(const Expression& expression, Body body) {
  try {
    const Value value = body();
    return expression.place != 0 && value.place() == 0 ? value.At(expression.place) : value;
  } catch (ScriptError& error) {
    std::string message = std::move(error.message);
    if (!error.argument.empty()) message = "$" + error.argument + ": " + message;
    FailAt(std::move(message), expression.span);
  }
}

Value Evaluator::EvaluateKind(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::kLiteral:
      return static_cast<const Literal&>(expression).value;
    case ExpressionKind::kString:
      return EvaluateString(static_cast<const StringExpression&>(expression));
    case ExpressionKind::kVariable:
      return EvaluateVariable(static_cast<const Variable&>(expression));
    case ExpressionKind::kBinary:
      return EvaluateBinary(static_cast<const Binary&>(expression));
    case ExpressionKind::kUnary: {
      const Unary& unary = static_cast<const Unary&>(expression);
      const Value operand = Evaluate(*unary.operand);
      const Value value = Apply(values_, unary.op, operand).At(operand.is_number() ? operand.place() : 0);
      // Ruby Sass does not tell a negated number its style (UnaryOperation#_perform), so it keeps its zero.
      const bool negated = unary.op == UnaryOperator::kMinus && value.is_number();
      return options_.dialect == SassDialect::kRubySass37 && negated ? value.AsLiteral() : value;
    }
    case ExpressionKind::kCall:
      return EvaluateCall(static_cast<const CallExpression&>(expression));
    case ExpressionKind::kInterpolatedCall: {
      const InterpolatedCall& call = static_cast<const InterpolatedCall&>(expression);
      return PlainCall(Interpolate(call.name), call.arguments, call.span);
    }
    case ExpressionKind::kList:
      return EvaluateList(static_cast<const ListExpression&>(expression));
    case ExpressionKind::kMap:
      return EvaluateMap(static_cast<const MapExpression&>(expression));
    case ExpressionKind::kParenthesized:
      return Evaluate(*static_cast<const Parenthesized&>(expression).inner);
    case ExpressionKind::kParent: {
      if (!style_rule_) return Value::Null();
      std::vector<Value> complexes;
      for (const Complex* complex : style_rule_->original->complexes) {
        std::vector<Value> parts;
        if (!complex->leading.empty()) parts.push_back(Value::Unquoted(complex->leading));
        for (const Component& component : complex->components) {
          std::string text;
          for (const Simple* simple : component.simples) text += TextOf(*simple);
          parts.push_back(Value::Unquoted(arena_.Copy(text)));
          if (!component.combinators.empty()) parts.push_back(Value::Unquoted(component.combinators));
        }
        complexes.push_back(Value::NewList(arena_, parts, Separator::kSpace));
      }
      return Value::NewList(arena_, complexes, Separator::kComma);
    }
    case ExpressionKind::kIf:
      return EvaluateCssIf(static_cast<const IfExpression&>(expression));
    case ExpressionKind::kSupports:
      return Value::Unquoted(arena_.Copy(SupportsText(*static_cast<const SupportsExpression&>(expression).condition)));
  }
  return Value::Null();
}

Value Evaluator::EvaluateVariable(const Variable& variable) {
  const Definition* found = nullptr;
  try {
    found = variable.space == 0 ? FindVariable(variable.name, &variable.hint) : FindDefinition(variable);
  } catch (ScriptError& error) {
    FailAt(std::move(error.message), variable.span);
  }
  if (found) return found->value.WithoutLiteral();
  if (dialect_.modules) FailAt("Undefined variable.", variable.span);
  FailAt("Undefined variable: \"$" + std::string(names_.Text(variable.name)) + "\".", variable.span);
}

Value Evaluator::EvaluateBinary(const Binary& binary) {
  const Value left = Evaluate(*binary.left);
  if (binary.binary == BinaryKind::kAnd) return left.truthy() ? Evaluate(*binary.right) : left;
  if (binary.binary == BinaryKind::kOr) return left.truthy() ? left : Evaluate(*binary.right);
  const Value right = Evaluate(*binary.right);
  if (binary.binary == BinaryKind::kSingleEqual) {
    std::string text;
    AppendCss(values_, left, text);
    text += '=';
    AppendCss(values_, right, text);
    return Value::Unquoted(arena_.Copy(text));
  }
  if (binary.binary == BinaryKind::kText) return TextOperation(binary, left, right);
  return Operate(binary, left, right);
}

Value Evaluator::Operate(const Binary& binary, Value left, Value right) {
  const bool divides = binary.op == Operator::kDivide && left.is_number() && right.is_number();
  // libsass copies the left number where neither has a unit, its place with it.
  const bool plain = left.is_number() && right.is_number() && left.units().none() && right.units().none();
  if (divides && binary.allows_slash) {
    const Value quotient = Apply(values_, binary.op, left.WithoutSlash(arena_), right.WithoutSlash(arena_));
    return (quotient.is_number() ? quotient : Value::Number(left.number() / right.number()))
        .WithSlash(arena_, left, right)
        .At(plain ? left.place() : binary.place);
  }
  Value result = Apply(values_, binary.op, left.WithoutSlash(arena_), right.WithoutSlash(arena_));
  result = result.At(plain && result.is_number() ? left.place() : binary.place);
  // libsass goes on with the left operand's spelling.
  const bool spelled = dialect_.values.leading_zero_needs_literal && left.is_number() && left.literal();
  result = spelled && result.is_number() ? result.AsLiteral() : result.WithoutLiteral();
  if (divides) {
    if (dialect_.modules) {
      const Restore<Span> place(&place_, binary.span);
      Warn("slash-div", "Using / for division outside of calc() is deprecated and will be removed in Dart Sass 2.0.0.");
    }
  }
  return result;
}

// `#{a} + b`: all of it is text.
Value Evaluator::TextOperation(const Binary& binary, Value left, Value right) {
  Draft draft(this);
  AppendCss(values_, left, draft.text);
  draft.text += binary.text;
  AppendCss(values_, right, draft.text);
  return Value::Unquoted(arena_.Copy(draft.text));
}

Value Evaluator::EvaluateList(const ListExpression& list) {
  Value* items = static_cast<Value*>(arena_.Allocate(sizeof(Value) * list.items.size() + 1, alignof(Value)));
  for (size_t i = 0; i < list.items.size(); ++i) {
    items[i] = Evaluate(*list.items[i]);
    // Ruby Sass: a list tells its items the style.
    const bool told = options_.dialect == SassDialect::kRubySass37 && list.items[i]->kind == ExpressionKind::kUnary;
    if (told) items[i] = items[i].WithoutLiteral();
  }
  return Value::List({items, list.items.size()}, list.separator, list.brackets);
}

Value Evaluator::EvaluateMap(const MapExpression& map) {
  MapBuilder builder(values_);
  for (size_t i = 0; i < map.keys.size(); ++i) {
    const Value key = Evaluate(*map.keys[i]);
    const Value value = Evaluate(*map.values[i]);
    if (!builder.Set(key, value)) FailAt("Duplicate key.", map.keys[i]->span);
  }
  return builder.Build();
}

std::string_view Evaluator::Evaluated(const InterpolationPart& part) {
  const Restore<bool> supports(&in_supports_, false);
  const Value value = Evaluate(*part.expression);
  try {
    return InterpolatedText(values_, value);
  } catch (ScriptError& error) {
    FailAt(std::move(error.message), part.expression->span);
  }
}

Value Evaluator::EvaluateString(const StringExpression& string) {
  Draft draft(this);
  std::string& text = draft.text;
  for (const InterpolationPart& part : string.text.parts) {
    if (part.expression == nullptr) {
      text += part.text;
      continue;
    }
    const Restore<bool> supports(&in_supports_, false);
    const Value value = Evaluate(*part.expression);
    // A string's own text: nothing in it is escaped for CSS yet.
    if (value.is_string() && dialect_.modules) {
      text += value.text();
    } else {
      AppendInterpolated(values_, value, text);
    }
  }
  return Value::String(arena_.Copy(text), string.quoted);
}

void Evaluator::InterpolateInto(const Interpolation& interpolation, std::string* out) {
  for (const InterpolationPart& part : interpolation.parts) {
    if (part.expression == nullptr) {
      out->append(part.text);
      continue;
    }
    // Inside @supports' declarations, interpolation is text again.
    const Restore<bool> supports(&in_supports_, false);
    const Value value = Evaluate(*part.expression);
    try {
      AppendInterpolated(values_, value, *out);
    } catch (ScriptError& error) {
      FailAt(std::move(error.message), part.expression->span);
    }
  }
}

std::string_view Evaluator::Interpolate(const Interpolation& interpolation) {
  if (interpolation.plain()) return interpolation.text();
  if (interpolation.parts.size() == 1) return Evaluated(interpolation.parts[0]);
  Draft draft(this);
  InterpolateInto(interpolation, &draft.text);
  return arena_.Copy(draft.text);
}

// --- if() ---

Value Evaluator::EvaluateIfFunction(const CallExpression& call) {
  const Arguments& arguments = call.arguments;
  if (arguments.rest || arguments.keyword_rest) {
    CallArguments evaluated;
    EvaluateArguments(arguments, &evaluated);
    const auto pick = [&](size_t i, std::string_view name) -> Value {
      if (i < evaluated.positional.size()) return evaluated.positional[i];
      for (const Keyword& keyword : evaluated.named) {
        if (names_.Text(keyword.name) == name) return keyword.value;
      }
      Fail("Missing argument $" + std::string(name) + ".");
    };
    return pick(0, "condition").truthy() ? pick(1, "if-true") : pick(2, "if-false");
  }
  if (arguments.positional.size() > 3) {
    Fail("Only 3 arguments allowed, but " + std::to_string(arguments.positional.size()) + " were passed.");
  }
  const auto pick = [&](size_t i, std::string_view name) -> const Expression& {
    if (i < arguments.positional.size()) return *arguments.positional[i];
    for (const NamedArgument& named : arguments.named) {
      if (names_.Text(named.name) == name) return *named.value;
    }
    Fail("Missing argument $" + std::string(name) + ".");
  };
  const Expression& condition = pick(0, "condition");
  const Expression& if_true = pick(1, "if-true");
  const Expression& if_false = pick(2, "if-false");
  return EvaluateNoSlash(Evaluate(condition).truthy() ? if_true : if_false).WithoutLiteralColor();
}

// 1: true, 0: false, -1: left to the browser, as `text`.
int Evaluator::EvaluateIfCondition(const IfCondition& condition, std::string* text) {
  switch (condition.kind) {
    case IfConditionKind::kSass:
      return Evaluate(*condition.expression).truthy() ? 1 : 0;
    case IfConditionKind::kRaw:
      InterpolateInto(condition.raw, text);
      return -1;
    case IfConditionKind::kParenthesized: {
      std::string inner;
      const int result = EvaluateIfCondition(*condition.operands[0], &inner);
      if (result < 0) *text += "(" + inner + ")";
      return result;
    }
    case IfConditionKind::kNot: {
      std::string inner;
      const int result = EvaluateIfCondition(*condition.operands[0], &inner);
      if (result < 0) {
        *text += "not " + inner;
        return -1;
      }
      return 1 - result;
    }
    case IfConditionKind::kAnd:
    case IfConditionKind::kOr: {
      const bool is_and = condition.kind == IfConditionKind::kAnd;
      std::string joined;
      size_t left = 0;
      for (const IfCondition* operand : condition.operands) {
        std::string inner;
        const int result = EvaluateIfCondition(*operand, &inner);
        if (result >= 0) {
          if ((result == 1) != is_and) return result;
          continue;
        }
        if (left++ > 0) joined += is_and ? " and " : " or ";
        joined += inner;
      }
      if (left == 0) return is_and ? 1 : 0;
      *text += joined;
      return -1;
    }
  }
  return 0;
}

Value Evaluator::EvaluateCssIf(const IfExpression& expression) {
  std::string text;
  for (const IfBranch& branch : expression.branches) {
    std::string condition;
    const int result = branch.condition ? EvaluateIfCondition(*branch.condition, &condition) : 1;
    if (result == 0) continue;
    if (result == 1 && text.empty()) return Evaluate(*branch.value);
    text += text.empty() ? "if(" : "; ";
    text += result == 1 ? "else" : condition;
    text += ": ";
    AppendCss(values_, Evaluate(*branch.value), text);
    if (result == 1) break;
  }
  if (text.empty()) return Value::Null();
  return Value::Unquoted(arena_.Copy(text + ")"));
}

// --- @supports ---

void Evaluator::SupportsOperand(const SupportsCondition& operand, SupportsKind outer, std::string* out,
                                MapEvents* events) {
  const bool operation = operand.kind == SupportsKind::kAnd || operand.kind == SupportsKind::kOr;
  const bool parentheses = operand.kind == SupportsKind::kNot || (operation && operand.kind != outer);
  if (parentheses) *out += '(';
  AppendSupports(operand, out, events);
  if (parentheses) *out += ')';
}

std::string Evaluator::SupportsText(const SupportsCondition& condition) {
  std::string out;
  AppendSupports(condition, &out, nullptr);
  return out;
}

void Evaluator::AppendSupports(const SupportsCondition& condition, std::string* out, MapEvents* events) {
  const auto word = [&](std::string_view text) {
    if (events) events->push_back({static_cast<uint32_t>(out->size()), condition.place});
    *out += text;
    if (events) events->push_back({static_cast<uint32_t>(out->size()), condition.place, MapEvent::Kind::kEnd});
  };
  switch (condition.kind) {
    case SupportsKind::kAnd:
    case SupportsKind::kOr:
      SupportsOperand(*condition.left, condition.kind, out, events);
      *out += ' ';
      word(condition.kind == SupportsKind::kAnd ? "and" : "or");
      *out += ' ';
      SupportsOperand(*condition.right, condition.kind, out, events);
      break;
    case SupportsKind::kNot:
      word("not");
      *out += ' ';
      SupportsOperand(*condition.left, SupportsKind::kNot, out, events);
      break;
    case SupportsKind::kInterpolation:
      AppendInterpolated(values_, Evaluate(*condition.name), *out);
      break;
    case SupportsKind::kDeclaration: {
      const Restore<bool> supports(&in_supports_, true);
      *out += '(';
      AppendCss(values_, Evaluate(*condition.name), *out, events, false);
      *out += condition.custom ? ":" : ": ";
      AppendCss(values_, Evaluate(*condition.value), *out, events, false);
      *out += ')';
      break;
    }
    case SupportsKind::kFunction:
      InterpolateInto(condition.text, out);
      *out += '(';
      InterpolateInto(condition.arguments, out);
      *out += ')';
      break;
    case SupportsKind::kAnything:
      *out += '(';
      InterpolateInto(condition.text, out);
      *out += ')';
      break;
  }
}

}  // namespace tincture::compat::sass
