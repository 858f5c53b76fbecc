// The parser's places: what libsass's source maps point to (places.h).
#include "compat/sass/syntax/parser_internal.h"

namespace tincture::compat::sass {

// The parser has just made it; it changes no more once it is in the sheet.
void Parser::GivePlace(const Expression* expression, Position start) {
  Expression* node = const_cast<Expression*>(expression);
  node->place = PlaceFrom(start);
  if (node->kind != ExpressionKind::kLiteral) return;
  Value& value = static_cast<Literal*>(node)->value;
  value = value.At(IsSigned(node) ? PlaceFrom({start.line, start.column + 1}) : node->place);
}

// `-1`, `+1px`.
bool Parser::IsSigned(const Expression* expression) const {
  if (expression->kind != ExpressionKind::kLiteral) return false;
  const char first = begin_[expression->span.start];
  return static_cast<const Literal*>(expression)->value.is_number() && (first == '-' || first == '+');
}

const char* Parser::LastToken(const Expression* expression) const {
  switch (expression->kind) {
    case ExpressionKind::kBinary:
      return LastToken(static_cast<const Binary*>(expression)->right);
    case ExpressionKind::kUnary:
      return LastToken(static_cast<const Unary*>(expression)->operand);
    case ExpressionKind::kList: {
      const ListExpression& list = *static_cast<const ListExpression*>(expression);
      const bool closed = list.brackets || list.items.empty() || begin_[list.span.start] == '(';
      if (!closed) return LastToken(list.items.back());
      break;
    }
    case ExpressionKind::kCall:
    case ExpressionKind::kInterpolatedCall:
    case ExpressionKind::kParenthesized:
    case ExpressionKind::kMap:
      break;
    default:
      return begin_ + expression->span.start;
  }
  return begin_ + expression->span.end - 1;
}

void Parser::AddHole(const char* start, const Expression* expression, const char* end) {
  while (end > start && IsSpace(end[-1])) --end;
  holes_.push_back({start, LastToken(expression), end, at_});
}

// libsass has no node for parentheses: what is in them has their place. But of a number with a sign, which it takes for
// an operation, only the operation has.
void Parser::SharePlace(const Expression* expression) {
  if (!places_ || expression->kind != ExpressionKind::kParenthesized) return;
  const Expression* inner = static_cast<const Parenthesized*>(expression)->inner;
  if (inner->kind == ExpressionKind::kLiteral && IsSigned(inner)) return;
  Expression* node = const_cast<Expression*>(inner);
  node->place = expression->place;
  if (node->kind != ExpressionKind::kLiteral) return;
  Value& value = static_cast<Literal*>(node)->value;
  value = value.At(node->place);
}

// A call that is multiplied or divided has its name's place only.
void Parser::ShrinkPlace(const Expression* expression) {
  if (!places_ || expression->kind != ExpressionKind::kCall) return;
  const Position start = (*places_)[expression->place].start;
  const std::string_view name = static_cast<const CallExpression*>(expression)->text;
  const_cast<Expression*>(expression)->place = places_->Add({source_, start, Advanced(start, name)});
}

// libsass reads a token as a whole, and then once more what stands in its interpolations, some tokens' own text, too.
void Parser::CountHolesAgain(size_t mark, Recount what, const char* start) {
  if (!places_ || holes_.size() <= mark) return;
  Position position = counter_.At(at_);
  const char* text = start;
  for (size_t i = mark; i < holes_.size(); ++i) {
    const Hole& hole = holes_[i];
    if (what == Recount::kWithTextBetween) position = Advanced(position, {text, hole.start - 2});
    position = Advanced(position, {hole.start, hole.end});
    text = hole.close;
  }
  if (what == Recount::kWithTextBetween && text < at_) position = Advanced(position, {text, at_});
  counter_.Restart(at_, position);
  holes_.resize(mark);
}

// What is in calc() is read as an expression first: names with interpolations as a whole.
void Parser::CountCalcHoles(size_t mark) {
  if (!places_ || holes_.size() <= mark) return;
  Position position = counter_.At(at_);
  const char* counted = begin_;
  for (size_t i = mark; i < holes_.size(); ++i) {
    const Hole& hole = holes_[i];
    const char* name = hole.start - 2;
    while (name > counted && IsNameCharacter(name[-1])) --name;
    const char* after = hole.close;
    while (after < at_ && IsNameCharacter(*after)) ++after;
    position = Advanced(position, {name, hole.start - 2});
    position = Advanced(position, {hole.start, hole.end});
    position = Advanced(position, {hole.close, after});
    counted = after;
  }
  counter_.Restart(at_, position);
}

// Of an address its first part counts, what stands in the interpolations, and the end.
void Parser::CountUrlHoles(size_t mark, const char* start) {
  if (!places_ || holes_.size() <= mark) return;
  Position position = Advanced(counter_.At(start), {start, holes_[mark].start - 2});
  for (size_t i = mark; i < holes_.size(); ++i) position = Advanced(position, {holes_[i].start, holes_[i].end});
  counter_.Restart(at_, Advanced(position, ")"));
  holes_.resize(mark);
}

// A selector with interpolations is pieced together: what libsass has counted before a hole is lost with it.
void Parser::CountSelectorHoles(size_t mark, const char* start) {
  const Position first = counter_.At(start);
  Position position = first;
  Position read = first;  // where it believes the next token begins
  const char* text = start;
  for (size_t i = mark; i < holes_.size(); ++i) {
    const Hole& hole = holes_[i];
    position = Advanced(read, {hole.start, hole.last_token});
    read = Advanced(read, {hole.start, hole.end});
    position = Advanced(position, {hole.start, hole.close});
    text = hole.close;
  }
  counter_.Restart(at_, Advanced(position, {text, at_}));
  holes_.resize(mark);
}

void Parser::SetEnds(StyleRule* rule, Position start, Position block_start, uint32_t space) {
  Position end = Here();
  rule->place = places_->Add({source_, start, {end.line, end.column + (end.line == start.line ? space : 0)}});
  // The brace of a block on one line is counted twice.
  if (end.line == block_start.line) ++end.column;
  rule->block_place = places_->Add({source_, block_start, end});
}

// @supports has the place of the last thing read before its block: the space there, or else the parenthesis.
uint32_t Parser::PlaceOfSupports() {
  const char* end = at_;
  while (end > begin_ && IsSpace(end[-1])) --end;
  const Position start = counter_.At(end < at_ ? end : end - 1);
  return PlaceFrom(start);
}

// Whether libsass reads the value as one text: names, variables and interpolations without a space between, and one
// interpolation at least.
bool Parser::ValueIsTightText() const {
  bool has_hole = false;
  const auto skip_scope = [this](const char* p, char open, char close) {
    int nesting = 0;
    for (; p < end_; ++p) {
      if (*p == open) ++nesting;
      if (*p == close && --nesting == 0) return p + 1;
    }
    return end_;
  };
  for (const char* p = at_; p < end_;) {
    const char next = p + 1 < end_ ? p[1] : '\0';
    if (*p == '#' && next == '{') {
      has_hole = true;
      p = skip_scope(p + 1, '{', '}');
    } else if (*p == '{' || *p == '}' || *p == ';') {
      return has_hole;
    } else if (*p == '/' && next == '*') {
      const size_t close = std::string_view(p, end_).find("*/", 2);
      if (close == std::string_view::npos) return false;
      p += close + 2;
    } else if (*p == '(') {
      p = skip_scope(p, '(', ')');
      if (p + 1 >= end_ || *p != '#' || p[1] != '{') return false;
    } else if ((*p == '"' || *p == '\'') && p > at_ && p[-1] == '}') {
      const char quote = *p++;
      while (p < end_ && *p != quote) p += *p == '\\' ? 2 : 1;
      ++p;
    } else {
      const char* name = p + (*p == '$' ? 1 : 0);
      while (name < end_ && *name == '-') ++name;
      if (name >= end_ || (!IsNameStart(*name) && *name != '\\')) return false;
      while (name < end_ && (IsNameCharacter(*name) || *name == '\\')) name += *name == '\\' ? 2 : 1;
      p = name;
    }
  }
  return false;
}

// A declaration's or variable's value. Tight text has the place of what was read before it: the space, or the colon.
const Expression* Parser::PlacedValue(Position colon, Position after_colon) {
  if (!places_ || !ValueIsTightText()) return ParseExpression();
  const Position start = Here();
  const bool spaced = start.line != after_colon.line || start.column != after_colon.column;
  const uint32_t place = places_->Add({source_, spaced ? after_colon : colon, spaced ? start : after_colon});
  natural_holes_ = true;
  Expression* value = const_cast<Expression*>(ParseExpression());
  natural_holes_ = false;
  value->place = place;
  return value;
}

}  // namespace tincture::compat::sass
