#include "liquid/syntax/fragment.h"

#include "liquid/support/utf8.h"

namespace tincture::liquid {

namespace {

bool IsQuote(char c) { return c == '"' || c == '\''; }
// [^\s,|'"]
bool IsPlain(char c) { return !IsSpace(c) && c != ',' && c != '|' && !IsQuote(c); }

template <class Skip>
std::optional<Span> Find(std::string_view text, size_t from, Skip skip) {
  for (size_t at = from; at < text.size(); ++at) {
    const size_t end = skip(text, at);
    if (end != at) return Span{at, end};
  }
  return std::nullopt;
}

}  // namespace

bool IsWordCharacter(char c) { return IsAlnum(c) || c == '_'; }

size_t SkipSpaces(std::string_view text, size_t at) {
  while (at < text.size() && IsSpace(text[at])) ++at;
  return at;
}

size_t SkipWord(std::string_view text, size_t at) {
  while (at < text.size() && IsWordCharacter(text[at])) ++at;
  return at;
}

size_t SkipQuotedString(std::string_view text, size_t at) {
  if (at >= text.size() || !IsQuote(text[at])) return at;
  const size_t end = text.find(text[at], at + 1);
  return end == std::string_view::npos ? at : end + 1;
}

size_t SkipFragment(std::string_view text, size_t at) {
  const size_t end = SkipQuotedString(text, at);
  return end != at ? end : SkipFragments(text, at);
}

size_t SkipFragments(std::string_view text, size_t at) {
  while (at < text.size()) {
    const size_t next = IsPlain(text[at]) ? at + 1 : SkipQuotedString(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

std::optional<Span> FindFragment(std::string_view text, size_t from) { return Find(text, from, SkipFragment); }
std::optional<Span> FindFragments(std::string_view text, size_t from) { return Find(text, from, SkipFragments); }

bool IsFragment(std::string_view text) { return !text.empty() && SkipFragments(text, 0) == text.size(); }

std::optional<Attribute> NextAttribute(std::string_view text, size_t* at) {
  for (size_t begin = *at; begin < text.size(); ++begin) {
    const size_t word_end = SkipWord(text, begin);
    if (word_end == begin) continue;
    const size_t colon = SkipSpaces(text, word_end);
    if (colon < text.size() && text[colon] == ':') {
      const size_t value = SkipSpaces(text, colon + 1);
      const size_t end = SkipFragment(text, value);
      if (end != value) {
        *at = end;
        return Attribute{text.substr(begin, word_end - begin), text.substr(value, end - value)};
      }
    }
    begin = word_end - 1;  // a word's tail fails as the word did
  }
  *at = text.size();
  return std::nullopt;
}

}  // namespace tincture::liquid
