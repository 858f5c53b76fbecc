#include "compat/kramdown/block/list_item.h"

#include <algorithm>

#include "compat/kramdown/attribute_list.h"

namespace tincture::kramdown {

namespace {

// Blanks at the start as spaces, tab stops counted from the marker on.
std::string ExpandLeadingTabs(std::string_view content, int marker_width) {
  std::string spaces;
  size_t pos = 0;
  for (; pos < content.size() && IsBlank(content[pos]); ++pos) {
    const size_t column = spaces.size() + marker_width;
    spaces.append(content[pos] == '\t' ? 4 - column % 4 : 1, ' ');
  }
  return spaces + std::string(content.substr(pos));
}

// (?:\t| {4}){units} {spaces}
size_t MatchIndentation(std::string_view text, size_t pos, int units, int spaces) {
  for (int i = 0; i < units && pos != kNoMatch; ++i) pos = MatchIndent(text, pos);
  for (int i = 0; i < spaces && pos != kNoMatch; ++i) pos = pos < text.size() && text[pos] == ' ' ? pos + 1 : kNoMatch;
  return pos;
}

// .*\S.*\n
size_t MatchNonBlankLine(std::string_view text, size_t pos) {
  const size_t newline = text.find('\n', pos);
  if (newline == std::string_view::npos) return kNoMatch;
  return SkipSpace(text, pos) < newline ? newline + 1 : kNoMatch;
}

}  // namespace

ListItemStart ParseFirstListLine(Arena& arena, std::string_view tail, int marker_width) {
  const std::optional<BraceMatch> ial = MatchListItemIal(tail);
  const size_t text_start = SkipSpace(tail, ial ? ial->end : 0);
  if (text_start >= tail.size()) return {tail.substr(SkipSpace(tail, 0)), 4};
  size_t spaces = 0;
  while (spaces < tail.size() && tail[spaces] == ' ') ++spaces;
  if (tail[spaces] != '\t') return {tail.substr(SkipSpace(tail, 0)), marker_width + static_cast<int>(spaces)};
  const std::string_view expanded = arena.Copy(ExpandLeadingTabs(tail, marker_width));
  spaces = expanded.find_first_not_of(' ');
  return {expanded.substr(SkipSpace(expanded, 0)), marker_width + static_cast<int>(spaces)};
}

std::string_view TakeListItemIal(Document& document, Element& item, std::string_view content) {
  const std::optional<BraceMatch> match = MatchListItemIal(content);
  if (!match) return content;
  if (!item.ial) item.ial = NewIal(document);
  ParseAttributeList(document, match->content, *item.ial);
  return content.substr(match->end);
}

size_t MatchItemLine(std::string_view text, size_t pos, int indentation) {
  size_t start = MatchIndentation(text, pos, indentation / 4, indentation % 4);
  if (start == kNoMatch) start = MatchIndentation(text, pos, indentation / 4 + 1, 0);
  return start == kNoMatch ? kNoMatch : MatchNonBlankLine(text, start);
}

size_t MatchLazyItemLine(std::string_view text, size_t pos, int indentation) {
  size_t start = pos;
  for (int i = 0; i < std::min(indentation, 3) && start < text.size() && text[start] == ' '; ++i) ++start;
  const bool is_html = start < text.size() && text[start] == '<' && IsLazyEndHtml(text, start);
  if (is_html || MatchIalBlock(text, start)) return kNoMatch;
  return MatchNonBlankLine(text, pos);
}

std::string_view StripItemIndent(Arena& arena, std::string_view line, int indentation, bool& found) {
  const size_t tabs = std::min(line.find_first_not_of('\t'), line.size());
  if (tabs > 0) line = arena.Copy(std::string(4 * tabs, ' ').append(line.substr(tabs)));
  found = line.find_first_not_of(' ') >= static_cast<size_t>(indentation);
  return found ? line.substr(indentation) : line;
}

int MaxMarkerIndent(int indentation) { return indentation >= 1 && indentation <= 3 ? indentation - 1 : 3; }

}  // namespace tincture::kramdown
