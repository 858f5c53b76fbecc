#include <optional>

#include "liquid/support/utf8.h"
#include "liquid/syntax/fragment.h"
#include "liquid/syntax/markup.h"

namespace tincture::liquid {

namespace {

constexpr size_t kNone = std::string_view::npos;

// --- Variables

// (?:\w+\s*:\s*)?QuotedFragment at `at`: the keyword counts only where a fragment follows.
size_t ParseArgument(std::string_view text, size_t at, ArgumentText* out) {
  const size_t word = SkipWord(text, at);
  const size_t colon = SkipSpaces(text, word);
  if (word != at && colon < text.size() && text[colon] == ':') {
    const size_t value = SkipSpaces(text, colon + 1);
    const size_t end = SkipFragment(text, value);
    if (end != value) {
      *out = {text.substr(at, word - at), text.substr(value, end - value)};
      return end;
    }
  }
  const size_t end = SkipFragment(text, at);
  *out = {{}, text.substr(at, end - at)};
  return end;
}

// Each (:|,)\s*((?:\w+\s*:\s*)?QuotedFragment) of one filter's text.
void ParseArguments(std::string_view text, std::vector<ArgumentText>* out) {
  for (size_t at = 0; at < text.size();) {
    if (text[at] != ':' && text[at] != ',') {
      ++at;
      continue;
    }
    const size_t begin = SkipSpaces(text, at + 1);
    ArgumentText argument;
    const size_t end = ParseArgument(text, begin, &argument);
    if (end != begin) out->push_back(argument);
    at = end != begin ? end : at + 1;
  }
}

// A filter's text goes as far as (\s+|QuotedFragment|,)+ does: to a pipe or a quote that nothing closes.
size_t SkipFilter(std::string_view text, size_t at) {
  while (at < text.size()) {
    const size_t next = IsSpace(text[at]) || text[at] == ',' ? at + 1 : SkipFragment(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

void ParseFilter(std::string_view text, std::vector<FilterText>* out) {
  size_t name = 0;
  while (name < text.size() && !IsWordCharacter(text[name])) ++name;
  if (name == text.size()) return;
  FilterText filter{text.substr(name, SkipWord(text, name) - name), {}};
  ParseArguments(text, &filter.arguments);
  out->push_back(std::move(filter));
}

// --- Conditions

// Ruby's \b knows letters beyond ASCII, its \w does not. A byte of a multibyte character is taken for a letter's.
bool IsWordByte(std::string_view text, size_t at) {
  return at < text.size() && (IsWordCharacter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}
bool IsBoundary(std::string_view text, size_t at) {
  return (at > 0 && IsWordByte(text, at - 1)) != IsWordByte(text, at);
}

// \b(?:\s?and\s?|\s?or\s?)\b at `at`: its end, or kNone.
size_t MatchRelation(std::string_view text, size_t at) {
  if (!IsBoundary(text, at)) return kNone;
  const size_t word = at < text.size() && IsSpace(text[at]) ? at + 1 : at;
  for (const std::string_view relation : {std::string_view("and"), std::string_view("or")}) {
    if (text.substr(word, relation.size()) != relation) continue;
    const size_t end = word + relation.size();
    if (end < text.size() && IsSpace(text[end]) && IsBoundary(text, end + 1)) return end + 1;
    if (IsBoundary(text, end)) return end;
  }
  return kNone;
}

// One turn of \s*(?!relation)(?:QuotedFragment|\S+)\s* at `at`: its end, or `at`. The spaces before may be given back,
// but then nothing could follow, so only their whole run counts.
size_t MatchOperandPiece(std::string_view text, size_t at) {
  const size_t begin = SkipSpaces(text, at);
  if (begin == text.size() || MatchRelation(text, begin) != kNone) return at;
  size_t end = SkipFragment(text, begin);
  if (end == begin) {
    while (end < text.size() && !IsSpace(text[end])) ++end;
  }
  return SkipSpaces(text, end);
}

// The matches of ExpressionsAndOperators: comparisons and the words between them, as they come.
std::vector<std::string_view> CutCondition(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (size_t at = 0; at < text.size();) {
    size_t end = MatchRelation(text, at);
    if (end == kNone) {
      end = at;
      for (size_t next = MatchOperandPiece(text, end); next != end; next = MatchOperandPiece(text, end)) end = next;
    }
    if (end != at) pieces.push_back(text.substr(at, end - at));
    at = end != at ? end : at + 1;
  }
  return pieces;
}

bool IsOperatorCharacter(char c) { return IsLower(c) || c == '_' || c == '=' || c == '!' || c == '<' || c == '>'; }

// (QuotedFragment)\s*([=!<>a-z_]+)?\s*(QuotedFragment)?
std::optional<ComparisonText> ParseComparison(std::string_view text) {
  const std::optional<Span> left = FindFragment(text);
  if (!left) return std::nullopt;
  const size_t op = SkipSpaces(text, left->end);
  size_t op_end = op;
  while (op_end < text.size() && IsOperatorCharacter(text[op_end])) ++op_end;
  const size_t right = SkipSpaces(text, op_end);
  return ComparisonText{left->In(text), text.substr(op, op_end - op),
                        text.substr(right, SkipFragment(text, right) - right)};
}

}  // namespace

bool LaxVariable(std::string_view markup, VariableText* out) {
  const std::optional<Span> base = FindFragment(markup);
  if (!base) return false;
  out->has_base = true;
  out->base = base->In(markup);
  const size_t pipe = markup.find('|', base->end);
  if (pipe == kNone) return true;
  const std::string_view rest = markup.substr(SkipSpaces(markup, pipe + 1));
  for (size_t at = 0; at < rest.size();) {
    const size_t end = SkipFilter(rest, at);
    if (end != at) ParseFilter(rest.substr(at, end - at), &out->filters);
    at = end != at ? end : at + 1;
  }
  return true;
}

// Liquid takes the pieces from the end, so an operator that is none is found by its place.
bool LaxCondition(std::string_view markup, std::vector<ComparisonText>* out) {
  const std::vector<std::string_view> pieces = CutCondition(markup);
  if (pieces.size() % 2 == 0) return false;
  for (size_t i = 0; i < pieces.size(); i += 2) {
    const std::optional<ComparisonText> comparison = ParseComparison(pieces[i]);
    if (!comparison) return false;
    out->push_back(*comparison);
    if (i + 1 == pieces.size()) break;
    const std::string_view relation = Strip(pieces[i + 1]);
    if (relation != "and" && relation != "or") return false;
    out->back().relation = relation == "and" ? Relation::kAnd : Relation::kOr;
  }
  return true;
}

// \A([\w\-]+)\s+in\s+(QuotedFragment+)\s*(reversed)?, and TagAttributes anywhere in the markup.
bool LaxLoop(std::string_view markup, LoopText* out) {
  size_t name = 0;
  while (name < markup.size() && (IsWordCharacter(markup[name]) || markup[name] == '-')) ++name;
  const size_t in = SkipSpaces(markup, name);
  const size_t collection = SkipSpaces(markup, in + 2);
  if (name == 0 || in == name || markup.substr(in, 2) != "in" || collection == in + 2) return false;
  const size_t end = SkipFragments(markup, collection);
  if (end == collection) return false;
  out->variable = markup.substr(0, name);
  out->collection = markup.substr(collection, end - collection);
  out->reversed = markup.substr(SkipSpaces(markup, end)).starts_with("reversed");
  size_t at = 0;
  while (const auto attribute = NextAttribute(markup, &at)) {
    out->attributes.emplace_back(attribute->key, attribute->value);
  }
  return true;
}

}  // namespace tincture::liquid
