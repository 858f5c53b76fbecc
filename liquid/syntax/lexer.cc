#include "liquid/syntax/lexer.h"

#include <array>

#include "liquid/support/utf8.h"

namespace tincture::liquid {

namespace {

using Type = Token::Type;

constexpr std::array<std::string_view, 16> kNames = {
    "comparison", "string",      "number",       "id",         "dotdot",      "pipe",     "dot",  "colon",
    "comma",      "open_square", "close_square", "open_round", "close_round", "question", "dash", "end_of_string"};

bool IsWord(char c) { return IsAlnum(c) || c == '_'; }

// ==, !=, <>, <, <=, >, >=, and `contains` before white space.
size_t ComparisonSize(std::string_view rest) {
  static constexpr std::string_view kContains = "contains";
  const char next = rest.size() > 1 ? rest[1] : '\0';
  switch (rest[0]) {
    case '=':
    case '!':
      return next == '=' ? 2 : 0;
    case '<':
      return next == '=' || next == '>' ? 2 : 1;
    case '>':
      return next == '=' ? 2 : 1;
    case 'c':
      return rest.starts_with(kContains) && rest.size() > kContains.size() && IsSpace(rest[kContains.size()])
                 ? kContains.size()
                 : 0;
    default:
      return 0;
  }
}

size_t StringSize(std::string_view rest) {
  if (rest[0] != '"' && rest[0] != '\'') return 0;
  const size_t end = rest.find(rest[0], 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

size_t DigitsEnd(std::string_view rest, size_t at) {
  while (at < rest.size() && IsDigit(rest[at])) ++at;
  return at;
}

// -?\d+(\.\d+)?
size_t NumberSize(std::string_view rest) {
  const size_t sign = rest[0] == '-' ? 1 : 0;
  const size_t whole = DigitsEnd(rest, sign);
  if (whole == sign) return 0;
  if (whole + 1 >= rest.size() || rest[whole] != '.') return whole;
  const size_t fraction = DigitsEnd(rest, whole + 1);
  return fraction == whole + 1 ? whole : fraction;
}

// [a-zA-Z_][\w-]*\??
size_t IdSize(std::string_view rest) {
  if (!IsAlpha(rest[0]) && rest[0] != '_') return 0;
  size_t at = 1;
  while (at < rest.size() && (IsWord(rest[at]) || rest[at] == '-')) ++at;
  return at < rest.size() && rest[at] == '?' ? at + 1 : at;
}

Type SpecialType(char c) {
  switch (c) {
    case '|':
      return Type::kPipe;
    case '.':
      return Type::kDot;
    case ':':
      return Type::kColon;
    case ',':
      return Type::kComma;
    case '[':
      return Type::kOpenSquare;
    case ']':
      return Type::kCloseSquare;
    case '(':
      return Type::kOpenRound;
    case ')':
      return Type::kCloseRound;
    case '?':
      return Type::kQuestion;
    case '-':
      return Type::kDash;
    default:
      return Type::kEnd;
  }
}

// The next token, in the order in which Liquid tries the kinds; its text is empty where there is none.
Token NextToken(std::string_view rest) {
  if (const size_t size = IdSize(rest); size != 0 && rest[0] != 'c') return {Type::kId, rest.substr(0, size)};
  if (const size_t size = ComparisonSize(rest)) return {Type::kComparison, rest.substr(0, size)};
  if (const size_t size = StringSize(rest)) return {Type::kString, rest.substr(0, size)};
  if (const size_t size = NumberSize(rest)) return {Type::kNumber, rest.substr(0, size)};
  if (const size_t size = IdSize(rest)) return {Type::kId, rest.substr(0, size)};
  if (rest.starts_with("..")) return {Type::kDotDot, rest.substr(0, 2)};
  const Type special = SpecialType(rest[0]);
  return {special, rest.substr(0, special == Type::kEnd ? 0 : 1)};
}

}  // namespace

std::string_view NameOf(Type type) { return kNames[static_cast<size_t>(type)]; }

bool Lex(std::string_view markup, std::vector<Token>& tokens, std::string* error) {
  size_t at = 0;
  while (true) {
    while (at < markup.size() && IsSpace(markup[at])) ++at;
    if (at == markup.size()) break;
    const std::string_view rest = markup.substr(at);
    const Token token = NextToken(rest);
    if (token.text.empty()) {
      *error = "Unexpected character " + std::string(rest.substr(0, DecodeUtf8(rest).size));
      return false;
    }
    tokens.push_back(token);
    at += token.text.size();
  }
  tokens.push_back({Type::kEnd, markup.substr(markup.size())});
  return true;
}

}  // namespace tincture::liquid
