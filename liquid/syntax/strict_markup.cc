#include <algorithm>

#include "liquid/syntax/fragment.h"
#include "liquid/syntax/grammar/grammar.h"
#include "liquid/syntax/markup.h"

namespace tincture::liquid {

namespace {

// Brackets within brackets. The grammar recurses on them.
constexpr int kMaxNesting = 100;

bool NestsTooDeep(const std::vector<Token>& tokens) {
  int depth = 0;
  for (const Token& token : tokens) {
    if (token.type == Token::Type::kOpenRound || token.type == Token::Type::kOpenSquare) ++depth;
    if (token.type == Token::Type::kCloseRound || token.type == Token::Type::kCloseSquare) --depth;
    if (depth > kMaxNesting) return true;
  }
  return false;
}

bool IsKeyword(std::string_view id) { return SkipWord(id, 0) == id.size(); }

}  // namespace

bool StrictMarkup::LexMarkup(std::string_view markup, std::string* error) {
  tokens_.clear();
  if (!Lex(markup, tokens_, error)) return false;
  if (!NestsTooDeep(tokens_)) return true;
  *error = "Nesting too deep";
  return false;
}

// The tokens one after another, which is what Liquid hands to Expression.parse.
template <class Tokens>
std::string_view StrictMarkup::TextOf(const Tokens& tokens) {
  if (tokens.begin == tokens.end) return {};
  size_t size = 0;
  for (const Token* token = tokens.begin; token != tokens.end; ++token) size += token->text.size();
  const char* first = tokens.begin->text.data();
  const std::string_view last = (tokens.end - 1)->text;
  if (last.data() + last.size() == first + size) return {first, size};
  char* copy = arena_.AllocateChars(size);
  char* at = copy;
  for (const Token* token = tokens.begin; token != tokens.end; ++token) {
    at = std::copy(token->text.begin(), token->text.end(), at);
  }
  return {copy, size};
}

bool StrictMarkup::ParseVariable(std::string_view markup, VariableText* out, std::string* error) {
  if (!LexMarkup(markup, error)) return false;
  if (dialect_.empty_variable_is_strict && tokens_.size() == 1) return true;
  grammar::FilteredVariable parsed;
  if (!grammar::Parse(tokens_, {dialect_.lookup_may_start_with_bracket}, &parsed, error)) return false;
  out->has_base = true;
  out->base = TextOf(parsed.base);
  for (const grammar::FilterUse& filter : parsed.filters) {
    FilterText& text = out->filters.emplace_back(FilterText{filter.name->text, {}});
    for (const grammar::Argument& argument : filter.arguments) {
      const std::string_view value = TextOf(argument.value);
      if (argument.keyword == nullptr || IsKeyword(argument.keyword->text)) {
        text.arguments.push_back({argument.keyword ? argument.keyword->text : std::string_view(), value});
      } else {
        // `a-b: c` is no keyword argument but one strange expression, "a-b: c".
        const std::string whole = std::string(argument.keyword->text) + ": " + std::string(value);
        text.arguments.push_back({{}, arena_.Copy(whole)});
      }
    }
  }
  return true;
}

bool StrictMarkup::ParseCondition(std::string_view markup, std::vector<ComparisonText>* out, std::string* error) {
  if (!LexMarkup(markup, error)) return false;
  grammar::ConditionMarkup parsed;
  if (!grammar::Parse(tokens_, {dialect_.lookup_may_start_with_bracket}, &parsed, error)) return false;
  const auto add = [&](const grammar::Comparison& comparison) {
    const grammar::RightSide& right = comparison.right;
    out->push_back({TextOf(comparison.left), right.op ? right.op->text : std::string_view(), TextOf(right.operand)});
  };
  add(parsed.first);
  for (const grammar::LinkedComparison& linked : parsed.rest) {
    out->back().relation = linked.relation->text == "and" ? Relation::kAnd : Relation::kOr;
    add(linked.comparison);
  }
  return true;
}

bool StrictMarkup::ParseLoop(std::string_view markup, LoopText* out, std::string* error) {
  if (!LexMarkup(markup, error)) return false;
  grammar::LoopMarkup parsed;
  if (!grammar::Parse(tokens_, {dialect_.lookup_may_start_with_bracket}, &parsed, error)) return false;
  out->variable = parsed.variable->text;
  out->collection = TextOf(parsed.collection);
  out->reversed = parsed.reversed != nullptr;
  for (const grammar::LoopAttribute& attribute : parsed.attributes) {
    out->attributes.emplace_back(attribute.name->text, TextOf(attribute.value));
  }
  return true;
}

}  // namespace tincture::liquid
