// The parser's expressions: lists, operators by precedence, single values, calls.
#include <algorithm>
#include <charconv>
#include <limits>

#include "compat/sass/eval/built_ins.h"
#include "compat/sass/syntax/parser_internal.h"
#include "compat/sass/value/calculation.h"
#include "compat/sass/value/color.h"

namespace tincture::compat::sass {

namespace {

// Levels of precedence, the loosest first.
constexpr int kEqualsLevel = 0;  // IE's `opacity=50`
constexpr int kOrLevel = 1;
constexpr int kAndLevel = 2;
constexpr int kEqualityLevel = 3;
constexpr int kRelationLevel = 4;
constexpr int kSumLevel = 5;
constexpr int kProductLevel = 6;
constexpr int kTightest = 7;

bool IsWord(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

// `-webkit-calc` is calc.
std::string_view Unvendored(std::string_view name) {
  if (name.size() < 2 || name[0] != '-' || name[1] == '-') return name;
  const size_t dash = name.find('-', 1);
  return dash == std::string_view::npos ? name : name.substr(dash + 1);
}

bool IsHexColorText(std::string_view text) {
  if (text.size() != 3 && text.size() != 4 && text.size() != 6 && text.size() != 8) return false;
  for (const char c : text) {
    if (!IsHex(c)) return false;
  }
  return true;
}

}  // namespace

const Expression* Parser::LiteralNode(Value value, const char* start) {
  Literal* node = MakeExpression<Literal>(ExpressionKind::kLiteral, start);
  node->value = value;
  return node;
}

const Expression* Parser::StringNode(const Interpolation& text, bool quoted, const char* start, bool special) {
  if (text.plain() && !special) return LiteralNode(Value::String(text.text(), quoted), start);
  StringExpression* node = MakeExpression<StringExpression>(ExpressionKind::kString, start);
  node->text = text;
  node->quoted = quoted;
  node->special = special;
  return node;
}

bool Parser::LookingAtExpression() const {
  const char c = Peek();
  switch (c) {
    case '.':
      return Peek(1) != '.';
    case '!':
      return Peek(1) == 'i' || Peek(1) == 'I' || IsSpace(Peek(1)) || at_ + 1 == end_;
    case '(':
    case '/':
    case '[':
    case '\'':
    case '"':
    case '#':
    case '+':
    case '-':
    case '\\':
    case '$':
    case '&':
    case '%':
      return true;
    default:
      return IsNameStart(c) || IsDigit(c);
  }
}

const Expression* Parser::ParseExpression(bool brackets, bool single_equals) {
  const Depth depth(this);
  const char* start = at_;
  if (!LookingAtExpression() && !AtEnd() && Peek() == ',') FailHere("Expected expression.");
  const Expression* first = SpaceList(single_equals);
  const char* end = at_;
  Whitespace();
  if (Peek() != ',') {
    at_ = end;
    Whitespace();
    return first;
  }
  SmallVector<const Expression*, 16> items;
  items.push_back(first);
  while (Scan(',')) {
    Whitespace();
    if (!LookingAtExpression()) break;
    items.push_back(SpaceList(single_equals));
    Whitespace();
  }
  ListExpression* list = MakeExpression<ListExpression>(ExpressionKind::kList, start);
  list->separator = Separator::kComma;
  list->brackets = brackets;
  list->items = Keep(items);
  return list;
}

const Expression* Parser::ExpressionUntilComma(bool single_equals) {
  const Depth depth(this);
  const Expression* result = SpaceList(single_equals);
  Whitespace();
  return result;
}

const Expression* Parser::SpaceList(bool single_equals) {
  const char* start = at_;
  const Expression* first = Operation(kEqualsLevel, single_equals);
  const char* end = at_;
  Whitespace();
  if (!LookingAtExpression()) {
    at_ = end;
    Whitespace();
    return first;
  }
  SmallVector<const Expression*, 16> items;
  items.push_back(first);
  while (LookingAtExpression()) {
    items.push_back(Operation(kEqualsLevel, single_equals));
    end = at_;
    Whitespace();
  }
  const char* rest = at_;
  at_ = end;
  ListExpression* list = MakeExpression<ListExpression>(ExpressionKind::kList, start);
  list->separator = Separator::kSpace;
  list->items = Keep(items);
  at_ = rest;
  return list;
}

// Whether an operator stands here. `-` may instead begin the next item of a list.
bool Parser::PeekOperator(Operator* op, BinaryKind* kind, size_t* length, int* level, bool single_equals,
                          bool space_before) {
  const auto set = [&](Operator which, size_t size, int which_level) {
    *op = which;
    *kind = BinaryKind::kOperation;
    *length = size;
    *level = which_level;
    return true;
  };
  switch (Peek()) {
    case '=':
      if (Peek(1) == '=') return set(Operator::kEqual, 2, kEqualityLevel);
      if (!single_equals || in_equals_stop_) return false;
      set(Operator::kEqual, 1, kEqualsLevel);
      *kind = BinaryKind::kSingleEqual;
      return true;
    case '!':
      return Peek(1) == '=' && set(Operator::kNotEqual, 2, kEqualityLevel);
    case '<':
      if (in_equals_stop_ && !in_parentheses_) return false;
      return Peek(1) == '=' ? set(Operator::kLessOrEqual, 2, kRelationLevel) : set(Operator::kLess, 1, kRelationLevel);
    case '>':
      if (in_equals_stop_ && !in_parentheses_) return false;
      return Peek(1) == '=' ? set(Operator::kGreaterOrEqual, 2, kRelationLevel)
                            : set(Operator::kGreater, 1, kRelationLevel);
    case '*':
      return set(Operator::kTimes, 1, kProductLevel);
    case '/':
      return set(Operator::kDivide, 1, kProductLevel);
    case '%':
      return set(Operator::kModulo, 1, kProductLevel);
    case '+':
      return set(Operator::kPlus, 1, kSumLevel);
    case '-': {
      const char next = Peek(1);
      if ((IsDigit(next) || next == '.') && space_before) return false;
      const bool joins = dialect_.interpolation_is_text && !space_before && next == '#';  // `1-#{$a}` is one word
      if (!IsDigit(next) && next != '.' && !joins && LookingAtInterpolatedIdentifier()) return false;
      return set(Operator::kMinus, 1, kSumLevel);
    }
    case 'a':
    case 'A':
      if (!MatchesWord("and")) return false;
      set(Operator::kEqual, 3, kAndLevel);
      *kind = BinaryKind::kAnd;
      return true;
    case 'o':
    case 'O':
      if (!MatchesWord("or")) return false;
      set(Operator::kEqual, 2, kOrLevel);
      *kind = BinaryKind::kOr;
      return true;
    default:
      return false;
  }
}

bool Parser::IsSlashOperand(const Expression* expression) const {
  if (expression->kind == ExpressionKind::kLiteral) return static_cast<const Literal*>(expression)->value.is_number();
  if (expression->kind == ExpressionKind::kBinary) return static_cast<const Binary*>(expression)->allows_slash;
  if (expression->kind != ExpressionKind::kCall || !dialect_.calculations) return false;
  // Calculations may be CSS's own; those that were Sass's functions first are computed.
  const CallExpression& call = *static_cast<const CallExpression*>(expression);
  std::string name(call.text);
  for (char& c : name) c = Lower(c);
  return call.space == 0 && IsCalcFunction(name) && name != "abs" && name != "min" && name != "max" && name != "round";
}

// Whether old dialects take operators beside it as text.
bool Parser::IsInterpolated(const Expression* expression) const {
  if (expression->kind == ExpressionKind::kString) {
    const StringExpression& string = static_cast<const StringExpression&>(*expression);
    return !string.quoted && !string.special;
  }
  return expression->kind == ExpressionKind::kBinary &&
         static_cast<const Binary*>(expression)->binary == BinaryKind::kText;
}

const Expression* Parser::MakeText(const Expression* left, std::string_view op, const Expression* right) {
  Binary* node = arena_.New<Binary>();
  node->kind = ExpressionKind::kBinary;
  node->span = {source_, left->span.start, right->span.end};
  node->binary = BinaryKind::kText;
  node->left = left;
  node->right = right;
  node->text = op;
  if (places_) node->place = PlaceFrom((*places_)[left->place].start);
  return node;
}

const Expression* Parser::MakeBinary(BinaryKind kind, Operator op, const Expression* left, const Expression* right,
                                     bool space_before, bool space_after) {
  Binary* node = arena_.New<Binary>();
  node->kind = ExpressionKind::kBinary;
  node->span = {source_, left->span.start, right->span.end};
  node->binary = kind;
  node->op = op;
  node->left = left;
  node->right = right;
  if (places_) node->place = PlaceFrom((*places_)[left->place].start);
  node->space_before = space_before;
  node->space_after = space_after;
  node->allows_slash = kind == BinaryKind::kOperation && op == Operator::kDivide && !in_parentheses_ &&
                       IsSlashOperand(left) && IsSlashOperand(right);
  return node;
}

const Expression* Parser::Operation(int minimum, bool single_equals) {
  const Depth depth(this);
  const Expression* left = SingleExpression();
  for (;;) {
    const char* end = at_;
    Whitespace();
    const bool space_before = at_ != end;
    if (dialect_.interpolation_is_text && !space_before && LookingAtExpression() &&
        ((Peek() == '#' && Peek(1) == '{') || (IsInterpolated(left) && Peek() != '/' && Peek() != '+' &&
                                               Peek() != '-' && Peek() != '%' && Peek() != '!' && Peek() != '#'))) {
      // libsass reads a number and what is glued to it once.
      const bool natural = natural_holes_;
      natural_holes_ = natural || !IsInterpolated(left);
      left = MakeText(left, "", SingleExpression());
      natural_holes_ = natural;
      continue;
    }
    Operator op = Operator::kEqual;
    BinaryKind kind = BinaryKind::kOperation;
    size_t length = 0;
    int level = 0;
    const bool operates = PeekOperator(&op, &kind, &length, &level, single_equals, space_before) && level >= minimum;
    if (!operates || level != kProductLevel) SharePlace(left);
    if (!operates) {
      at_ = end;
      return left;
    }
    const char* operator_start = at_;
    at_ += length;
    if (plain_css_ && kind == BinaryKind::kOperation && op != Operator::kDivide && parentheses_ == 0) {
      FailAt("Operators aren't allowed in plain CSS.", operator_start, at_);
    }
    const char* after = at_;
    Whitespace();
    const bool space_after = at_ != after;
    if (!LookingAtExpression()) {
      if (op == Operator::kModulo && dialect_.percent_alone) {
        at_ = end;
        return left;
      }
      FailHere("Expected expression.");
    }
    const Expression* right = level + 1 >= kTightest ? SingleExpression() : Operation(level + 1, single_equals);
    if (dialect_.interpolation_is_text && kind == BinaryKind::kOperation &&
        (IsInterpolated(left) || IsInterpolated(right))) {
      std::string text(operator_start, length);
      if (space_before) text.insert(0, " ");
      if (space_after) text += ' ';
      left = MakeText(left, arena_.Copy(text), right);
      continue;
    }
    if (level == kProductLevel) {
      ShrinkPlace(left);
      ShrinkPlace(right);
    }
    left = MakeBinary(kind, op, left, right, space_before, space_after);
  }
}

const Expression* Parser::SingleExpression() {
  if (!places_) return SingleExpressionHere();
  const Position start = Here();
  const Expression* node = SingleExpressionHere();
  GivePlace(node, start);
  return node;
}

const Expression* Parser::SingleExpressionHere() {
  const Depth depth(this);
  const char* start = at_;
  if (AtEnd()) FailHere("Expected expression.");
  const char c = *at_;
  switch (c) {
    case '(':
      return Parentheses();
    case '/':
      return UnaryOperation();
    case '.':
      return NumberLiteral();
    case '[':
      return BracketedList();
    case '$': {
      if (plain_css_) FailHere("Sass variables aren't allowed in plain CSS.");
      const Name name = VariableName();
      Variable* node = MakeExpression<Variable>(ExpressionKind::kVariable, start);
      node->name = name;
      return node;
    }
    case '&':
      ++at_;
      if (plain_css_) FailAt("The parent selector isn't allowed in plain CSS.", start, at_);
      return MakeExpression<Expression>(ExpressionKind::kParent, start);
    case '\'':
    case '"': {
      const size_t mark = holes_.size();
      const Interpolation text = InterpolatedString(nullptr);
      CountHolesAgain(mark, Recount::kHoles);
      return StringNode(text, true, start);
    }
    case '#':
      return Peek(1) == '{' ? IdentifierLike() : HexColor();
    case '+':
      return IsDigit(Peek(1)) || (Peek(1) == '.' && IsDigit(Peek(2))) ? NumberLiteral() : UnaryOperation();
    case '-':
      if (IsDigit(Peek(1)) || (Peek(1) == '.' && IsDigit(Peek(2)))) return NumberLiteral();
      return LookingAtInterpolatedIdentifier() ? IdentifierLike() : UnaryOperation();
    case '!':
      return Important();
    case '%':
      if (!dialect_.percent_alone) break;
      ++at_;
      return LiteralNode(Value::Unquoted("%"), start);
    case 'u':
    case 'U':
      return Peek(1) == '+' ? UnicodeRange() : IdentifierLike();
    default:
      if (IsDigit(c)) return NumberLiteral();
      if (IsNameStart(c) || c == '\\') return IdentifierLike();
  }
  FailHere("Expected expression.");
}

const Expression* Parser::UnaryOperation() {
  const char* start = at_;
  const char c = *at_++;
  if (plain_css_ && c != '/') FailAt("Operators aren't allowed in plain CSS.", start, at_);
  Whitespace();
  const Expression* operand = SingleExpression();
  Unary* node = MakeExpression<Unary>(ExpressionKind::kUnary, start);
  node->op = c == '+' ? UnaryOperator::kPlus : c == '-' ? UnaryOperator::kMinus : UnaryOperator::kDivide;
  node->operand = operand;
  return node;
}

const Expression* Parser::Important() {
  const char* start = at_;
  ++at_;
  Whitespace();
  if (!MatchesWord("important")) {
    if (dialect_.raw_escapes && LookingAtIdentifier()) {
      // libsass passes other flags on.
      Identifier();
      return LiteralNode(Value::Unquoted(arena_.Copy(Since(start))), start);
    }
    FailHere("Expected \"important\".");
  }
  at_ += 9;
  return LiteralNode(Value::Unquoted("!important"), start);
}

const Expression* Parser::NumberLiteral() {
  const char* start = at_;
  if (*at_ == '+' || *at_ == '-') ++at_;
  const char* digits = *start == '+' ? at_ : start;
  while (IsDigit(Peek())) ++at_;
  if (Peek() == '.' && IsDigit(Peek(1))) {
    ++at_;
    while (IsDigit(Peek())) ++at_;
  } else if (Peek() == '.' && !IsDigit(at_ > start ? at_[-1] : ' ')) {
    FailHere("Expected digit.");
  }
  if (Lower(Peek()) == 'e') {
    const size_t sign = Peek(1) == '+' || Peek(1) == '-' ? 1 : 0;
    if (IsDigit(Peek(1 + sign))) {
      at_ += 1 + sign;
      while (IsDigit(Peek())) ++at_;
    }
  }
  double value = 0;
  const std::from_chars_result parsed = std::from_chars(digits, at_, value);
  if (parsed.ec == std::errc::result_out_of_range) {
    const std::string_view text(digits, static_cast<size_t>(at_ - digits));
    const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
    value = tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  std::string_view unit;
  if (Scan('%')) {
    unit = "%";
  } else if (LookingAtIdentifier() && (Peek() != '-' || Peek(1) != '-')) {
    const char* written = at_;
    unit = Identifier(true);
    if (dialect_.raw_units && !in_media_) {
      unit = Since(written);
      while (IsSpace(unit.back())) unit.remove_suffix(1);
    }
  }
  const Value number = unit.empty() ? Value::Number(value) : Value::Number(arena_, value, unit);
  // libsass remembers a fraction that was written as one.
  const bool fraction = *digits == '.' || (*digits == '0' && digits[1] == '.') ||
                        (*digits == '-' && (digits[1] == '.' || (digits[1] == '0' && digits[2] == '.')));
  return LiteralNode(fraction ? number.AsLiteral() : number, start);
}

const Expression* Parser::HexColor() {
  const char* start = at_;
  ++at_;
  const char* digits = at_;
  if (IsDigit(Peek())) {
    while (IsHex(Peek()) && at_ - digits < 8) ++at_;
    std::string_view text = Since(digits);
    // `#1234567` is no colour anywhere; take the longest that is.
    if (!IsHexColorText(text) || IsNameCharacter(Peek())) {
      if (dialect_.raw_escapes) {
        while (IsNameCharacter(Peek())) ++at_;
        return LiteralNode(Value::Unquoted(Since(start)), start);
      }
      if (!IsHexColorText(text)) FailHere("Expected hex digit.");
    }
    if (const std::optional<Value> color = ColorFromHex(values_, text, Since(start))) return LiteralNode(*color, start);
    return LiteralNode(Value::Unquoted(Since(start)), start);
  }
  const size_t mark = holes_.size();
  const Interpolation name = InterpolatedIdentifier();
  CountHolesAgain(mark, Recount::kWithTextBetween, start);
  if (name.plain() && IsHexColorText(name.text())) {
    if (const std::optional<Value> color = ColorFromHex(values_, name.text(), Since(start))) {
      return LiteralNode(*color, start);
    }
  }
  InterpolationBuilder builder(arena_);
  builder.Add('#');
  builder.Add(name);
  return StringNode(builder.Build(SpanFrom(start)), false, start);
}

const Expression* Parser::UnicodeRange() {
  const char* start = at_;
  at_ += 2;
  if (dialect_.raw_escapes) {
    while (IsNameCharacter(Peek()) || Peek() == '?') ++at_;
    return LiteralNode(Value::Unquoted(Since(start)), start);
  }
  int first = 0;
  while (IsHex(Peek())) ++at_, ++first;
  bool wild = false;
  while (Peek() == '?') ++at_, ++first, wild = true;
  if (first == 0) FailHere("Expected hex digit or \"?\".");
  if (first > 6) FailAt("Expected at most 6 digits.", start, at_);
  if (!wild && Peek() == '-' && (IsHex(Peek(1)) || dialect_.modules)) {
    ++at_;
    int second = 0;
    while (IsHex(Peek())) ++at_, ++second;
    if (second == 0) FailHere("Expected hex digit.");
    if (second > 6) FailAt("Expected at most 6 digits.", start, at_);
  }
  if (!wild && dialect_.modules && LookingAtInterpolatedBody()) FailHere("Expected end of identifier.");
  return LiteralNode(Value::Unquoted(Since(start)), start);
}

const Expression* Parser::Parentheses() {
  const char* start = at_;
  if (plain_css_ && !in_equals_stop_ && parentheses_ == 0) FailHere("Parentheses aren't allowed in plain CSS.");
  const bool saved = in_parentheses_;
  in_parentheses_ = true;
  ++at_;
  ++parentheses_;
  Whitespace();
  const Expression* result = nullptr;
  if (!LookingAtExpression()) {
    Expect(')');
    --parentheses_;
    ListExpression* list = MakeExpression<ListExpression>(ExpressionKind::kList, start);
    list->separator = Separator::kUndecided;
    result = list;
  } else {
    const Expression* first = ExpressionUntilComma();
    if (Scan(':')) {
      Whitespace();
      result = MapRest(first, start);
    } else if (!Scan(',')) {
      if (dialect_.tells_trace && Peek() != ')') FailHere("unclosed parenthesis");
      Expect(')');
      --parentheses_;
      Parenthesized* node = MakeExpression<Parenthesized>(ExpressionKind::kParenthesized, start);
      node->inner = first;
      result = node;

    } else {
      Whitespace();
      SmallVector<const Expression*, 16> items;
      items.push_back(first);
      while (LookingAtExpression()) {
        items.push_back(ExpressionUntilComma());
        if (!Scan(',')) break;
        Whitespace();
      }
      Expect(')');
      --parentheses_;
      ListExpression* list = MakeExpression<ListExpression>(ExpressionKind::kList, start);
      list->separator = Separator::kComma;
      list->items = Keep(items);
      result = list;
    }
  }
  in_parentheses_ = saved;
  return result;
}

const Expression* Parser::MapRest(const Expression* first, const char* start) {
  SmallVector<const Expression*, 16> keys;
  SmallVector<const Expression*, 16> values;
  keys.push_back(first);
  values.push_back(ExpressionUntilComma());
  while (Scan(',')) {
    Whitespace();
    if (!LookingAtExpression()) break;
    keys.push_back(ExpressionUntilComma());
    Expect(':');
    Whitespace();
    values.push_back(ExpressionUntilComma());
  }
  Expect(')');
  --parentheses_;
  MapExpression* map = MakeExpression<MapExpression>(ExpressionKind::kMap, start);
  map->keys = Keep(keys);
  map->values = Keep(values);
  return map;
}

const Expression* Parser::BracketedList() {
  const char* start = at_;
  ++at_;
  ++parentheses_;
  const bool saved = in_parentheses_;
  in_parentheses_ = true;
  Whitespace();
  std::vector<const Expression*> items;
  Separator separator = Separator::kUndecided;
  bool comma = false;
  while (LookingAtExpression()) {
    items.push_back(Operation(kEqualsLevel, false));
    Whitespace();
    if (Peek() == ',') {
      comma = true;
      break;
    }
  }
  if (comma) {
    separator = Separator::kComma;
    // What stood before the comma is one item.
    if (items.size() > 1) {
      ListExpression* first = MakeExpression<ListExpression>(ExpressionKind::kList, start);
      first->separator = Separator::kSpace;
      first->items = Keep(items);
      items = {first};
    }
    while (Scan(',')) {
      Whitespace();
      if (!LookingAtExpression()) break;
      items.push_back(ExpressionUntilComma());
    }
  } else if (items.size() > 1) {
    separator = Separator::kSpace;
  }
  Expect(']');
  --parentheses_;
  in_parentheses_ = saved;
  ListExpression* list = MakeExpression<ListExpression>(ExpressionKind::kList, start);
  list->separator = separator;
  list->brackets = true;
  list->items = Keep(items);
  return list;
}

const Expression* Parser::NamespacedExpression(std::string_view space, const char* start) {
  ++at_;
  if (Peek() == '$') {
    const Name name = VariableName();
    if (names_.Text(name).starts_with('-')) {
      FailAt("Private members can't be accessed from outside their modules.", start, at_);
    }
    Variable* node = MakeExpression<Variable>(ExpressionKind::kVariable, start);
    node->space = names_.Intern(space);
    node->name = name;
    return node;
  }
  const std::string_view name = Identifier();
  if (name.starts_with('-') || name.starts_with('_'))
    FailAt("Private members can't be accessed from outside their modules.", start, at_);
  if (Peek() != '(') FailHere("expected \"(\".");
  const Arguments arguments = ParseArguments();
  CallExpression* call = MakeExpression<CallExpression>(ExpressionKind::kCall, start);
  call->space = names_.Intern(space);
  call->name = names_.Intern(name);
  call->text = name;
  call->arguments = arguments;
  return call;
}

// Built-in functions that CSS does not have as well.
bool Parser::IsSassOnly(std::string_view name) const {
  constexpr std::string_view kInCss[] = {"abs",     "alpha", "color", "grayscale", "hsl",     "hsla",  "hwb",
                                         "invert",  "lab",   "lch",   "max",       "min",     "oklab", "oklch",
                                         "opacity", "rgb",   "rgba",  "round",     "saturate"};
  if (std::ranges::find(kInCss, name) != std::end(kInCss)) return false;
  return name == "if" || FindGlobalBuiltIn(dialect_, name) != nullptr;
}

const Expression* Parser::IdentifierLike() {
  const char* start = at_;
  const size_t mark = holes_.size();
  std::string_view name = PlainIdentifier();
  Interpolation identifier;
  if (name.empty()) {
    identifier = InterpolatedIdentifier();
    CountHolesAgain(mark, Recount::kWithTextBetween, start);
    name = identifier.plain() ? identifier.text() : std::string_view();
  }
  if (!name.empty()) {
    const char next = Peek();
    if (name.size() == 3 && Lower(name[0]) == 'n' && IsWord(name, "not") && next != '.' &&
        (name == "not" || !dialect_.raw_escapes)) {
      const char* after = at_;
      Whitespace();
      if (LookingAtExpression() && !(plain_css_ && next == '(')) {
        const Expression* operand = SingleExpression();
        Unary* node = MakeExpression<Unary>(ExpressionKind::kUnary, start);
        node->op = UnaryOperator::kNot;
        node->operand = operand;
        return node;
      }
      at_ = after;
    }
    if (next == '(' && IsWord(name, "if") && dialect_.css_if) {
      const char* p = at_ + 1;
      while (IsSpace(*p)) ++p;
      if (*p != '$' || true) {
        // A `:` before any `,` makes it CSS's if().
        int nesting = 0;
        char quote = 0;
        const char* q = p;
        bool css = false;
        if (*p != '$') {
          for (; q < end_; ++q) {
            if (quote) {
              if (*q == '\\') {
                ++q;
              } else if (*q == quote) {
                quote = 0;
              }
              continue;
            }
            if (*q == '"' || *q == '\'') {
              quote = *q;
            } else if (*q == '(' || *q == '[' || *q == '{') {
              ++nesting;
            } else if (*q == ')' || *q == ']' || *q == '}') {
              if (nesting-- == 0) break;
            } else if (nesting == 0 && (*q == ',' || *q == ';')) {
              break;
            } else if (nesting == 0 && *q == ':') {
              css = true;
              break;
            }
          }
        }
        if (css) return CssIf(start);
      }
    }
    if (next != '(' && next != '.') {
      if (name == "true" || name == "false") return LiteralNode(Value::Bool(name == "true"), start);
      if (name == "null") return LiteralNode(Value::Null(), start);
      if (const std::optional<Value> color = ColorNamed(arena_, name)) return LiteralNode(color->AsLiteral(), start);
    }
    if (next == '(' || next == ':') {
      if (const Expression* special = SpecialFunction(name, start)) return special;
    }
    if (next == '.' && Peek(1) != '.') {
      if (dialect_.modules) return NamespacedExpression(name, start);
      return LiteralNode(Value::Unquoted(name), start);
    }
    if (next == '(') {
      const Arguments arguments = ParseArguments(IsWord(name, "var") && dialect_.modules);
      if (plain_css_ && IsSassOnly(name)) FailAt("This function isn't allowed in plain CSS.", start, at_);
      CallExpression* call = MakeExpression<CallExpression>(ExpressionKind::kCall, start);
      call->name = names_.Intern(name);
      call->text = name;
      call->arguments = arguments;
      return call;
    }
    if (next == '.' && Peek(1) == '.') {
      if (const std::optional<Value> color = ColorNamed(arena_, name)) return LiteralNode(color->AsLiteral(), start);
    }
    return LiteralNode(Value::Unquoted(name), start);
  }
  if (Peek() == '(') {
    const Arguments arguments = ParseArguments();
    InterpolatedCall* call = MakeExpression<InterpolatedCall>(ExpressionKind::kInterpolatedCall, start);
    call->name = identifier;
    call->arguments = arguments;
    return call;
  }
  return StringNode(identifier, false, start);
}

// Functions whose arguments are text. `at_` stands behind the name. Null: an ordinary call.
const Expression* Parser::SpecialFunction(std::string_view name, const char* start) {
  const std::string_view bare = Unvendored(name);
  if (dialect_.css_min_max && Peek() == '(' && (IsWord(name, "min") || IsWord(name, "max"))) return CssMinMax(start);
  const size_t mark = holes_.size();
  const bool calc = IsWord(bare, "calc");
  InterpolationBuilder builder(arena_);
  if (Peek() == '(' && ((calc && !dialect_.calculations) || IsWord(bare, "element") || IsWord(bare, "expression") ||
                        (dialect_.calculations && IsWord(name, "type")))) {
    ++at_;
    builder.Add(name);
    builder.Add('(');
  } else if (IsWord(bare, "progid") && Peek() == ':') {
    ++at_;
    builder.Add(name);
    builder.Add(':');
    while (IsNameStart(Peek()) || Peek() == '.') builder.Add(*at_++);
    Expect('(');
    builder.Add('(');
  } else if (Peek() == '(' && IsWord(name, "url")) {
    if (!UrlContents(start, name, &builder)) {
      holes_.resize(mark);
      return nullptr;
    }
    CountUrlHoles(mark, start);
    return StringNode(builder.Build(SpanFrom(start)), false, start, !builder.has_expressions() ? false : true);
  } else {
    return nullptr;
  }
  ++parentheses_;
  builder.Add(DeclarationText({.allow_empty = true, .allow_semicolon = !calc}));
  --parentheses_;
  Expect(')');
  builder.Add(')');
  if (calc) CountCalcHoles(mark);
  CountHolesAgain(mark, Recount::kHoles);
  return StringNode(builder.Build(SpanFrom(start)), false, start);
}

Arguments Parser::ParseArguments(bool allow_empty_second) {
  const char* start = at_;
  Expect('(');
  ++parentheses_;
  const bool saved = in_parentheses_;
  const bool stop = in_equals_stop_;
  in_parentheses_ = false;
  in_equals_stop_ = false;
  Whitespace();
  SmallVector<const Expression*, 8> positional;
  SmallVector<NamedArgument, 4> named;
  Arguments arguments;
  while (LookingAtExpression()) {
    const char* item = at_;
    const Expression* value = ExpressionUntilComma(true);
    if (value->kind == ExpressionKind::kVariable && static_cast<const Variable*>(value)->space == 0 && Scan(':')) {
      Whitespace();
      const Name name = static_cast<const Variable*>(value)->name;
      for (const NamedArgument& other : named) {
        if (other.name == name) FailAt("Duplicate argument.", item, at_);
      }
      named.push_back({name, ExpressionUntilComma(true)});
    } else if (!plain_css_ && Scan("...")) {
      Whitespace();
      if (!arguments.rest) {
        arguments.rest = value;
      } else {
        arguments.keyword_rest = value;
        Scan(',');
        Whitespace();
        break;
      }
    } else if (arguments.rest || !named.empty()) {
      FailAt("Positional arguments must come before keyword arguments.", item, at_);
    } else {
      positional.push_back(value);
    }
    Whitespace();
    if (!Scan(',')) break;
    Whitespace();
    if (allow_empty_second && positional.size() == 1 && named.empty() && !arguments.rest && Peek() == ')') {
      positional.push_back(LiteralNode(Value::Unquoted(""), at_));
      break;
    }
  }
  if (dialect_.tells_trace && Peek() != ')') {
    // Nothing at all, or an argument that does not end.
    const bool nothing = at_ > begin_ && (Peek() == ',' || Peek() == '{' || Peek() == ';');
    FailHere(nothing ? "expected \")\"." : "expected the arguments' end.");
  }
  Expect(')');
  --parentheses_;
  in_parentheses_ = saved;
  in_equals_stop_ = stop;
  arguments.positional = Keep(positional);
  arguments.named = Keep(named);
  arguments.span = SpanFrom(start);
  return arguments;
}

Parameters Parser::ParseParameters() {
  const char* start = at_;
  Expect('(');
  ++parentheses_;
  Whitespace();
  SmallVector<Parameter, 8> items;
  Parameters parameters;
  while (Peek() == '$') {
    const char* item = at_;
    const Name name = VariableName();
    Whitespace();
    const Expression* default_value = nullptr;
    if (Scan(':')) {
      Whitespace();
      const bool saved = in_parentheses_;
      in_parentheses_ = false;
      default_value = ExpressionUntilComma();
      in_parentheses_ = saved;
    } else if (Scan("...")) {
      Whitespace();
      parameters.rest = name;
      Scan(',');
      Whitespace();
      break;
    }
    for (const Parameter& other : items) {
      if (other.name == name) FailAt("Duplicate parameter.", item, at_);
    }
    items.push_back({name, default_value});
    if (!Scan(',')) break;
    Whitespace();
  }
  Expect(')');
  --parentheses_;
  parameters.items = Keep(items);
  parameters.span = SpanFrom(start);
  return parameters;
}

// --- CSS's if() ---

// Behind `and`, `or` or `not` a parenthesis would make a function of it.
void Parser::RefuseParenthesis(std::string_view word) const {
  if (Peek() == '(') FailHere("Whitespace is required between \"" + std::string(word) + "\" and \"(\"");
}

// `sass(...)`, `media(...)`, `(x)`, or interpolation.
const IfCondition* Parser::IfConditionGroup() {
  const Depth depth(this);
  IfCondition* node = arena_.New<IfCondition>();
  if (Peek() == '(') {
    ++at_;
    ++parentheses_;
    Whitespace();
    const IfCondition* operand = IfConditionList();
    Whitespace();
    Expect(')');
    --parentheses_;
    node->kind = IfConditionKind::kParenthesized;
    node->operands = arena_.CopySpan(std::span<const IfCondition* const>(&operand, 1));
    return node;
  }
  const char* start = at_;
  const Interpolation name = InterpolatedIdentifier();
  if (Peek() != '(' && !name.plain()) {
    node->kind = IfConditionKind::kRaw;
    node->raw = name;
    return node;
  }
  const bool reserved =
      name.plain() && (IsWord(name.text(), "and") || IsWord(name.text(), "or") || IsWord(name.text(), "not"));
  if (reserved) RefuseParenthesis(name.text());
  Expect('(');
  ++parentheses_;
  Whitespace();
  if (name.plain() && IsWord(name.text(), "sass")) {
    node->kind = IfConditionKind::kSass;
    node->expression = ParseExpression();
    Whitespace();
  } else {
    InterpolationBuilder builder(arena_);
    builder.Add(name);
    builder.Add('(');
    builder.Add(DeclarationText({.allow_empty = true, .allow_semicolon = true}));
    builder.Add(')');
    node->kind = IfConditionKind::kRaw;
    node->raw = builder.Build(SpanFrom(start));
  }
  Expect(')');
  --parentheses_;
  if (plain_css_ && node->kind == IfConditionKind::kSass) {
    FailAt("sass() conditions aren't allowed in plain CSS", start, at_);
  }
  return node;
}

const IfCondition* Parser::IfConditionList() {
  if (ScanWord("not")) {
    RefuseParenthesis("not");
    Whitespace();
    const IfCondition* operand = IfConditionGroup();
    IfCondition* node = arena_.New<IfCondition>();
    node->kind = IfConditionKind::kNot;
    node->operands = arena_.CopySpan(std::span<const IfCondition* const>(&operand, 1));
    return node;
  }
  const IfCondition* first = IfConditionGroup();
  Whitespace();
  const bool is_and = MatchesWord("and");
  if (!is_and && !MatchesWord("or")) return first;
  std::vector<const IfCondition*> operands = {first};
  while (ScanWord(is_and ? "and" : "or")) {
    RefuseParenthesis(is_and ? "and" : "or");
    Whitespace();
    operands.push_back(IfConditionGroup());
    Whitespace();
  }
  IfCondition* node = arena_.New<IfCondition>();
  node->kind = is_and ? IfConditionKind::kAnd : IfConditionKind::kOr;
  node->operands = Keep(operands);
  return node;
}

const Expression* Parser::CssIf(const char* start) {
  Expect('(');
  ++parentheses_;
  Whitespace();
  std::vector<IfBranch> branches;
  while (Peek() != ')') {
    IfBranch branch{nullptr, nullptr};
    if (!ScanWord("else")) branch.condition = IfConditionList();
    Whitespace();
    Expect(':');
    Whitespace();
    const bool saved = in_parentheses_;
    in_parentheses_ = false;
    branch.value = ParseExpression();
    in_parentheses_ = saved;
    Whitespace();
    branches.push_back(branch);
    if (!Scan(';')) break;
    Whitespace();
  }
  Expect(')');
  --parentheses_;
  IfExpression* node = MakeExpression<IfExpression>(ExpressionKind::kIf, start);
  node->branches = Keep(branches);
  return node;
}

}  // namespace tincture::compat::sass
