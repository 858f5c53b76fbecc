#include "compat/kramdown/block/patterns.h"

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/html/html_elements.h"
#include "compat/kramdown/html/html_scan.h"
#include "compat/kramdown/support/source.h"

namespace tincture::kramdown {

namespace {

// (?!(?:a|abbr|...|script)\b): the whole run of word characters must not be one of the names.
bool StartsWithSpanElement(std::string_view text, size_t pos) {
  size_t end = pos;
  while (IsWordAt(text, end)) end += CharLength(text, end);
  const std::string_view word = text.substr(pos, end - pos);
  return IsHtmlSpanElement(word) || word == "script";
}

// Past [ \t]*\S.*\n.
size_t MatchTextLine(std::string_view text, size_t pos) {
  const size_t start = SkipBlanks(text, pos);
  if (start >= text.size() || IsSpace(text[start])) return kNoMatch;
  const size_t newline = text.find('\n', start);
  return newline == std::string_view::npos ? kNoMatch : newline + 1;
}

bool EndsCodeblock(std::string_view text, size_t pos) {
  return MatchIalBlockStart(text, pos) || MatchEobMarker(text, pos) != kNoMatch || IsLazyEndHtml(text, pos);
}

size_t MatchIndentedLine(std::string_view text, size_t pos) {
  const size_t indent = MatchIndent(text, pos);
  return indent == kNoMatch ? kNoMatch : MatchTextLine(text, indent);
}

size_t MatchLazyCodeLine(std::string_view text, size_t pos) {
  return EndsCodeblock(text, pos) ? kNoMatch : MatchTextLine(text, pos);
}

}  // namespace

size_t SkipOptSpace(std::string_view text, size_t pos) {
  for (int spaces = 0; spaces < 3 && pos < text.size() && text[pos] == ' '; ++spaces) ++pos;
  return pos;
}

size_t MatchBlankLines(std::string_view text, size_t pos) {
  size_t end = kNoMatch;
  for (; pos < text.size() && IsSpace(text[pos]); ++pos) {
    if (text[pos] == '\n') end = pos + 1;
  }
  return end;
}

size_t MatchIndent(std::string_view text, size_t pos) {
  if (pos < text.size() && text[pos] == '\t') return pos + 1;
  return StartsWithAt(text, pos, "    ") ? pos + 4 : kNoMatch;
}

size_t MatchEobMarker(std::string_view text, size_t pos) {
  return pos < text.size() && text[pos] == '^' ? MatchLineEnd(text, pos + 1) : kNoMatch;
}

size_t MatchHorizontalRule(std::string_view text, size_t pos) {
  pos = SkipOptSpace(text, pos);
  if (pos >= text.size()) return kNoMatch;
  const char mark = text[pos];
  if (mark != '*' && mark != '-' && mark != '_') return kNoMatch;
  int marks = 0;
  for (; pos < text.size() && (text[pos] == mark || IsBlank(text[pos])); ++pos) marks += text[pos] == mark;
  return marks >= 3 && pos < text.size() && text[pos] == '\n' ? pos + 1 : kNoMatch;
}

bool IsLazyEndHtml(std::string_view text, size_t pos) {
  pos = SkipOptSpace(text, pos);
  if (pos >= text.size() || text[pos] != '<') return false;
  const bool closing = StartsWithAt(text, pos, "</");
  const size_t name = pos + (closing ? 2 : 1);
  if (MatchName(text, name) == kNoMatch || StartsWithSpanElement(text, name)) return false;
  return !closing || MatchCloseTag(text, pos);
}

bool IsLazyEnd(std::string_view text, size_t pos) {
  return MatchBlankLines(text, pos) != kNoMatch || MatchIalBlockStart(text, pos) ||
         MatchEobMarker(text, pos) != kNoMatch || IsLazyEndHtml(text, pos) || pos >= text.size();
}

bool IsBlockBoundary(std::string_view text, size_t pos) {
  return pos >= text.size() || MatchBlankLines(text, pos) != kNoMatch || MatchEobMarker(text, pos) != kNoMatch ||
         MatchIalBlockStart(text, pos);
}

bool IsBlockquoteStart(std::string_view text, size_t pos) {
  pos = SkipOptSpace(text, pos);
  return pos < text.size() && text[pos] == '>';
}

size_t MatchListMarker(std::string_view text, size_t pos, ListType type, int max_indent) {
  for (int spaces = 0; spaces < max_indent && pos < text.size() && text[pos] == ' '; ++spaces) ++pos;
  if (type == ListType::kOrdered) {
    const size_t digits = pos;
    while (pos < text.size() && IsDigit(text[pos])) ++pos;
    if (pos == digits || pos >= text.size() || text[pos] != '.') return kNoMatch;
  } else if (type == ListType::kDefinition) {
    if (pos >= text.size() || text[pos] != ':') return kNoMatch;
  } else if (pos >= text.size() || (text[pos] != '*' && text[pos] != '+' && text[pos] != '-')) {
    return kNoMatch;
  }
  ++pos;
  const bool has_tail = pos < text.size() && (IsBlank(text[pos]) || text[pos] == '|');
  return has_tail && text.find('\n', pos) != std::string_view::npos ? pos : kNoMatch;
}

bool IsListStart(std::string_view text, size_t pos) {
  return MatchListMarker(text, pos, ListType::kUnordered) != kNoMatch ||
         MatchListMarker(text, pos, ListType::kOrdered) != kNoMatch;
}

size_t MatchCodeblock(std::string_view text, size_t pos) {
  for (;;) {
    const size_t blank_end = MatchBlankLines(text, pos);
    size_t end = MatchIndentedLine(text, blank_end == kNoMatch ? pos : blank_end);
    if (end == kNoMatch) return pos;
    while (end != kNoMatch) {
      pos = end;
      end = MatchLazyCodeLine(text, pos);
      // An indented line takes part even where it looks like HTML or an IAL.
      if (end == kNoMatch) end = MatchIndentedLine(text, pos);
    }
  }
}

bool IsGfmAtxHeader(std::string_view text, size_t pos) {
  size_t end = pos;
  while (end < text.size() && text[end] == '#') ++end;
  return end > pos && end - pos <= 6 && end < text.size() && IsBlank(text[end]) &&
         text.find('\n', end) != std::string_view::npos;
}

bool IsGfmFence(std::string_view text, size_t pos) {
  pos = SkipOptSpace(text, pos);
  int marks = 0;
  for (; pos < text.size() && (text[pos] == '~' || text[pos] == '`') && marks < 3; ++pos) ++marks;
  return marks == 3;
}

}  // namespace tincture::kramdown
