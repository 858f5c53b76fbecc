#include "liquid/syntax/expression_parser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "liquid/support/utf8.h"
#include "liquid/syntax/fragment.h"
#include "liquid/value/number.h"

namespace tincture::liquid {

namespace {

// Ranges within ranges; Ruby's own stack ends later, but nobody means such a thing.
constexpr int kMaxDepth = 50;

using Ends = std::pair<std::string_view, std::string_view>;

bool HasSpace(std::string_view text) { return std::any_of(text.begin(), text.end(), IsSpace); }

// 4.0.4: \A\((\S+)\.\.(\S+)\)\z, the first part as long as it can be.
std::optional<Ends> SplitRange4(std::string_view text) {
  if (text.size() < 6 || text.front() != '(' || text.back() != ')' || HasSpace(text)) return std::nullopt;
  const std::string_view inner = text.substr(1, text.size() - 2);
  const size_t dots = inner.rfind("..", inner.size() - 3);
  if (dots == std::string_view::npos || dots == 0) return std::nullopt;
  return Ends{inner.substr(0, dots), inner.substr(dots + 2)};
}

// 5.4.0: \A\(\s*(?>(\S+)\s*\.\.)\s*(\S+)\s*\)\z
std::optional<Ends> SplitRange5(std::string_view text) {
  if (text.size() < 6 || text.front() != '(' || text.back() != ')') return std::nullopt;
  const size_t begin = SkipSpaces(text, 1);
  size_t end = begin;
  while (end < text.size() && !IsSpace(text[end])) ++end;
  size_t dots = SkipSpaces(text, end);
  if (text.substr(dots, 2) != "..") {
    dots = text.substr(begin, end - begin).rfind("..");
    if (dots == std::string_view::npos) return std::nullopt;
    end = dots += begin;
  }
  if (end == begin || dots + 2 >= text.size()) return std::nullopt;
  const std::string_view last = Strip(text.substr(dots + 2, text.size() - dots - 3));
  if (last.empty() || HasSpace(last)) return std::nullopt;
  return Ends{text.substr(begin, end - begin), last};
}

// Ruby's to_i of a literal.
int64_t ToBound(const Value& value, Arena& arena) {
  switch (value.type()) {
    case Type::kInt:
    case Type::kBigInt:
      return ToRangeEnd(value);
    case Type::kFloat:
      return std::isfinite(value.AsFloat()) ? ToRangeEnd(TruncateFloat(value.AsFloat(), arena)) : 0;
    case Type::kString:
      return ToRangeEnd(ToInteger(value.AsString(), arena));
    default:
      return 0;
  }
}

LookupKey::Command CommandNamed(std::string_view name) {
  if (name == "size") return LookupKey::Command::kSize;
  if (name == "first") return LookupKey::Command::kFirst;
  if (name == "last") return LookupKey::Command::kLast;
  return LookupKey::Command::kNone;
}

LookupKey ConstantKey(const Value& value) {
  LookupKey key;
  key.constant = value;
  if (value.IsString()) key.symbol = Symbol(value.AsString());
  return key;
}

// The next match of \[[^\]]+\]|[\w\-]+\?? at or after *at, which moves behind it; empty at the end.
// `last_close`: where the last `]` of the text is, beyond which none is looked for.
std::string_view NextSegment(std::string_view text, size_t last_close, size_t* at) {
  for (size_t begin = *at; begin < text.size(); ++begin) {
    size_t end = begin;
    if (text[begin] == '[') {
      if (last_close == std::string_view::npos || begin > last_close) continue;
      const size_t close = text.find(']', begin + 1);
      if (close == begin + 1) continue;
      end = close + 1;
    } else {
      while (end < text.size() && (IsWordCharacter(text[end]) || text[end] == '-')) ++end;
      if (end == begin) continue;
      if (end < text.size() && text[end] == '?') ++end;
    }
    *at = end;
    return text.substr(begin, end - begin);
  }
  *at = text.size();
  return {};
}

}  // namespace

int64_t ToRangeEnd(const Value& integer) {
  if (integer.IsInt()) return integer.AsInt();
  using Limits = std::numeric_limits<int64_t>;
  return integer.AsBigInt().starts_with('-') ? Limits::min() : Limits::max();
}

Expression ExpressionParser::ParseOperand(std::string_view text) {
  if (text == "empty") return Expression::Constant(Value::Empty());
  if (text == "blank") return Expression::Constant(Value::Blank());
  return Parse(text);
}

Expression ExpressionParser::Parse(std::string_view text, int depth) {
  if (depth > kMaxDepth) return {};
  if (dialect_.strips_expressions) text = Strip(text);
  Expression result;
  if (ParseQuoted(text, &result) || ParseNumber(text, &result) || ParseRange(text, depth, &result) ||
      ParseLiteral(text, &result)) {
    return result;
  }
  return ParseLookup(text, depth);
}

bool ExpressionParser::ParseLiteral(std::string_view text, Expression* out) const {
  if (text.empty() || text == "nil" || text == "null") {
    *out = Expression();
  } else if (text == "true" || text == "false") {
    *out = Expression::Constant(Value::Bool(text == "true"));
  } else if (text == "empty" || text == "blank") {
    const Value itself = text == "empty" ? Value::Empty() : Value::Blank();
    *out = Expression::Constant(dialect_.literals == Literals::kOnlyInComparisons ? Value::String("") : itself);
  } else {
    return false;
  }
  return true;
}

bool ExpressionParser::ParseQuoted(std::string_view text, Expression* out) const {
  if (text.empty() || (text.front() != '"' && text.front() != '\'') || text.back() != text.front()) return false;
  if (text.size() == 1) {
    // A lone quote is a string to 5.4.0, which only looks at both ends.
    if (!dialect_.strips_expressions) return false;
    *out = Expression::Constant(Value::String(""));
    return true;
  }
  *out = Expression::Constant(Value::String(text.substr(1, text.size() - 2)));
  return true;
}

// -?\d+ and -?\d[\d\.]+
bool ExpressionParser::ParseNumber(std::string_view text, Expression* out) const {
  const size_t sign = text.starts_with('-') ? 1 : 0;
  if (text.size() == sign || !IsDigit(text[sign])) return false;
  bool is_float = false;
  for (const char c : text.substr(sign)) {
    if (!IsDigit(c) && c != '.') return false;
    is_float |= c == '.';
  }
  *out = Expression::Constant(is_float ? Value::Float(ToFloat(text)) : ToInteger(text, arena_));
  return true;
}

bool ExpressionParser::ParseRange(std::string_view text, int depth, Expression* out) {
  if (!text.starts_with('(')) return false;
  const std::optional<Ends> ends = dialect_.strips_expressions ? SplitRange5(text) : SplitRange4(text);
  if (!ends) return false;
  const Expression first = Parse(ends->first, depth + 1);
  const Expression last = Parse(ends->second, depth + 1);
  if (first.kind == Expression::Kind::kConstant && last.kind == Expression::Kind::kConstant) {
    *out =
        Expression::Constant(Value::OfRange(arena_, ToBound(first.constant, arena_), ToBound(last.constant, arena_)));
    return true;
  }
  *out = {.kind = Expression::Kind::kRange, .constant = {}, .range = arena_.New<RangeLookup>(first, last)};
  return true;
}

Expression ExpressionParser::ParseLookup(std::string_view text, int depth) {
  std::array<LookupKey, 8> few;
  std::vector<LookupKey> many;
  size_t count = 0;
  const size_t last_close = text.rfind(']');
  size_t at = 0;
  LookupKey name;
  if (const std::string_view first = NextSegment(text, last_close, &at); !first.empty()) {
    name = ParseKey(first, depth);
    name.command = LookupKey::Command::kNone;
  }
  while (true) {
    const std::string_view segment = NextSegment(text, last_close, &at);
    if (segment.empty()) break;
    const LookupKey key = ParseKey(segment, depth);
    if (count < few.size()) {
      few[count] = key;
    } else {
      if (many.empty()) many.assign(few.begin(), few.end());
      many.push_back(key);
    }
    ++count;
  }
  const std::span<const LookupKey> keys = many.empty() ? std::span<const LookupKey>(few.data(), count) : many;
  return {.kind = Expression::Kind::kLookup,
          .constant = {},
          .lookup = arena_.New<VariableLookup>(name, arena_.CopySpan(keys))};
}

LookupKey ExpressionParser::ParseKey(std::string_view segment, int depth) {
  if (segment.front() != '[') {
    LookupKey key = ConstantKey(Value::String(segment));
    key.command = CommandNamed(segment);
    return key;
  }
  const Expression inner = Parse(segment.substr(1, segment.size() - 2), depth + 1);
  if (inner.kind == Expression::Kind::kConstant) return ConstantKey(inner.constant);
  LookupKey key;
  key.dynamic = arena_.New<Expression>(inner);
  return key;
}

}  // namespace tincture::liquid
