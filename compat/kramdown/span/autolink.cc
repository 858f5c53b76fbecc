// <https://example.org> <mailto:me@example.org> <me@example.org>
#include <string>

#include "compat/kramdown/span/angle_bracket.h"

namespace tincture::kramdown {

namespace {

constexpr std::string_view kSchemes[] = {"mailto:", "https:", "http:", "ftps:", "ftp:"};

// Past `scheme:something>`, all on one line.
size_t MatchUrl(SpanParser& parser, size_t pos) {
  const std::string_view text = parser.text();
  for (const std::string_view scheme : kSchemes) {
    if (!StartsWithAt(text, pos, scheme)) continue;
    const size_t first = pos + scheme.size();
    if (first >= text.size() || text[first] == '\n') return kNoMatch;
    const size_t end = FindClosingAngle(parser, first + 1);
    return end == kNoMatch ? kNoMatch : end + 1;
  }
  return kNoMatch;
}

size_t SkipAddressChars(std::string_view text, size_t pos) {
  while (pos < text.size() && (text[pos] == '-' || text[pos] == '_' || text[pos] == '.' || IsAlnumAt(text, pos))) {
    pos += CharLength(text, pos);
  }
  return pos;
}

size_t MatchAddress(std::string_view text, size_t pos) {
  const size_t at = SkipAddressChars(text, pos);
  if (at == pos || at >= text.size() || text[at] != '@') return kNoMatch;
  const size_t end = SkipAddressChars(text, at + 1);
  return end > at + 1 && end < text.size() && text[end] == '>' ? end + 1 : kNoMatch;
}

}  // namespace

bool ParseAutolink(SpanParser& parser) {
  const std::string_view text = parser.text();
  const size_t start = parser.source.pos;
  if (text[start] != '<') return false;
  size_t end = MatchUrl(parser, start + 1);
  const bool is_url = end != kNoMatch;
  if (!is_url) end = MatchAddress(text, start + 1);
  if (end == kNoMatch) return false;
  const std::string_view target = text.substr(start + 1, end - start - 2);
  Arena& arena = parser.document.arena;
  Element* link = parser.document.New(ElementType::kA);
  link->attr.Set(arena, "href", is_url ? target : arena.Copy("mailto:" + std::string(target)));
  const bool is_mailto = target.starts_with("mailto:");
  AddText(parser.document, *link, target.substr(is_mailto ? 7 : 0), parser.text_type);
  parser.Append(link);
  parser.source.pos = end;
  return true;
}

}  // namespace tincture::kramdown
