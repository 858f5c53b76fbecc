// [id]: url "title"
#include <algorithm>
#include <string>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

struct LinkDefinitionMatch {
  std::string_view id = {};
  std::string_view url = {};
  bool url_in_brackets = false;
  std::optional<std::string_view> title = {};
  size_t end = 0;
};

// [ \t]*?\n
size_t MatchBlankToLineEnd(std::string_view text, size_t pos) {
  pos = SkipBlanks(text, pos);
  return pos < text.size() && text[pos] == '\n' ? pos + 1 : kNoMatch;
}

bool IsQuoteAt(std::string_view text, size_t pos) {
  return pos < text.size() && (text[pos] == '"' || text[pos] == '\'');
}

// "title" or 'title', alone to the end of its line; the title may hold the quote itself.
bool MatchTitle(std::string_view text, size_t pos, LinkDefinitionMatch& match) {
  if (!IsQuoteAt(text, pos)) return false;
  const size_t line_end = text.find('\n', pos);
  for (size_t close = pos + 2; close < line_end && close < text.size(); ++close) {
    if (text[close] != text[pos]) continue;
    const size_t end = MatchBlankToLineEnd(text, close + 1);
    if (end == kNoMatch) continue;
    match.title = text.substr(pos + 1, close - pos - 1);
    match.end = end;
    return true;
  }
  return false;
}

// What may follow the url: a title on the same line, or on the next, or nothing.
bool MatchAfterUrl(std::string_view text, size_t pos, LinkDefinitionMatch& match) {
  const size_t after_blanks = SkipBlanks(text, pos);
  const size_t line_end = MatchBlankToLineEnd(text, pos);
  if (line_end != kNoMatch && MatchTitle(text, SkipBlanks(text, line_end), match)) return true;
  if (after_blanks > pos && MatchTitle(text, after_blanks, match)) return true;
  match.end = line_end;
  return line_end != kNoMatch;
}

bool MatchBracketedUrl(std::string_view text, size_t pos, LinkDefinitionMatch& match) {
  const size_t line_end = std::min(text.find('\n', pos), text.size());
  for (size_t close = pos + 1; close < line_end; ++close) {
    if (text[close] != '>' || !MatchAfterUrl(text, close + 1, match)) continue;
    match.url = text.substr(pos + 1, close - pos - 1);
    match.url_in_brackets = true;
    return true;
  }
  return false;
}

// As little as will do: it may hold spaces, but no quote behind them (see HoldsQuoteAfterBlank).
bool MatchPlainUrl(std::string_view text, size_t pos, LinkDefinitionMatch& match) {
  const size_t line_end = std::min(text.find('\n', pos), text.size());
  size_t first = pos;
  while (first < line_end && IsSpace(text[first])) ++first;
  for (size_t end = first + 1; end <= line_end; ++end) {
    const bool may_end = end == line_end || IsBlank(text[end]);
    if (!may_end) continue;
    if (MatchAfterUrl(text, end, match)) {
      match.url = text.substr(pos, end - pos);
      return true;
    }
    if (IsQuoteAt(text, SkipBlanks(text, end))) return false;
  }
  return false;
}

std::optional<LinkDefinitionMatch> MatchLinkDefinition(std::string_view text, size_t pos) {
  pos = SkipOptSpace(text, pos);
  if (pos >= text.size() || text[pos] != '[') return std::nullopt;
  const size_t close = text.find_first_of("]\n", pos + 1);
  if (close == std::string_view::npos || close == pos + 1 || !StartsWithAt(text, close, "]:")) return std::nullopt;
  LinkDefinitionMatch match{.id = text.substr(pos + 1, close - pos - 1)};
  const size_t url = SkipBlanks(text, close + 2);
  if (url < text.size() && text[url] == '<' && MatchBracketedUrl(text, url, match)) return match;
  if (MatchPlainUrl(text, url, match)) return match;
  return std::nullopt;
}

// A url with a blank and a quote in it is a title that went wrong.
bool HoldsQuoteAfterBlank(std::string_view url) {
  for (size_t i = 1; i < url.size(); ++i) {
    if ((url[i] == '"' || url[i] == '\'') && IsBlank(url[i - 1])) return true;
  }
  return false;
}

}  // namespace

bool ParseLinkDefinition(BlockParser& parser) {
  Document& document = parser.document;
  Source& source = parser.source;
  const std::optional<LinkDefinitionMatch> match = MatchLinkDefinition(source.text, source.pos);
  if (!match || (!match->url_in_brackets && HoldsQuoteAfterBlank(match->url))) return false;
  source.pos = match->end;
  const std::string_view id = NormalizeLinkId(document.arena, match->id);
  if (document.links.Find(id)) {
    const int line = source.Line();
    document.Warn("Duplicate link ID '" + std::string(id) + "' on line " + std::to_string(line) + " - overwriting",
                  line);
  }
  Element* eob = parser.AppendEob(EobKind::kLinkDef);
  document.links.Set(id, {.url = match->url, .title = match->title, .eob = eob});
  return true;
}

}  // namespace tincture::kramdown
