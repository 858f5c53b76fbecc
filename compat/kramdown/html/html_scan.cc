#include "compat/kramdown/html/html_scan.h"

#include <string>

#include "compat/kramdown/html/html_elements.h"

namespace tincture::kramdown {

namespace {

bool IsNameStartAt(std::string_view text, size_t pos) {
  return pos < text.size() && (text[pos] == '_' || IsAlphaAt(text, pos));
}

bool IsNameCharAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return false;
  const char c = text[pos];
  return c == '-' || c == '.' || c == '_' || IsAlnumAt(text, pos);
}

size_t SkipNameChars(std::string_view text, size_t pos) {
  while (IsNameCharAt(text, pos)) pos += CharLength(text, pos);
  return pos;
}

struct AttributeMatch {
  size_t end = 0;
  std::string_view name = {};
  std::string_view value = {};
};

// `= value`; where there is no whole value, `match` stays as it is.
void MatchAttributeValue(std::string_view text, AttributeMatch& match) {
  size_t pos = SkipSpace(text, match.end);
  if (pos >= text.size() || text[pos] != '=') return;
  pos = SkipSpace(text, pos + 1);
  if (pos >= text.size()) return;
  if (text[pos] == '"' || text[pos] == '\'') {
    const size_t close = text.find(text[pos], pos + 1);
    if (close == std::string_view::npos) return;
    match.value = text.substr(pos + 1, close - pos - 1);
    match.end = close + 1;
    return;
  }
  size_t end = pos;
  while (IsWordAt(text, end)) end += CharLength(text, end);
  if (end == pos) return;
  match.value = text.substr(pos, end - pos);
  match.end = end;
}

std::optional<AttributeMatch> MatchAttribute(std::string_view text, size_t pos) {
  const size_t end = MatchName(text, pos);
  if (end == kNoMatch) return std::nullopt;
  AttributeMatch match{.end = end, .name = text.substr(pos, end - pos)};
  MatchAttributeValue(text, match);
  return match;
}

bool SameLetter(char a, char b) { return a == b || (IsAsciiAlpha(a) && (a ^ b) == 0x20); }

}  // namespace

size_t MatchName(std::string_view text, size_t pos) {
  if (!IsNameStartAt(text, pos)) return kNoMatch;
  const size_t end = SkipNameChars(text, pos);
  if (end < text.size() && text[end] == ':' && IsNameStartAt(text, end + 1)) return SkipNameChars(text, end + 1);
  return end;
}

std::optional<TagMatch> MatchTag(std::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != '<') return std::nullopt;
  size_t end = MatchName(text, pos + 1);
  if (end == kNoMatch) return std::nullopt;
  TagMatch tag{.name = text.substr(pos + 1, end - pos - 1)};
  const size_t attributes = end;
  for (;;) {
    const size_t start = SkipSpace(text, end);
    const std::optional<AttributeMatch> attribute = start > end ? MatchAttribute(text, start) : std::nullopt;
    if (!attribute) break;
    end = attribute->end;
  }
  tag.attributes = text.substr(attributes, end - attributes);
  end = SkipSpace(text, end);
  tag.closed = end < text.size() && text[end] == '/';
  if (tag.closed) ++end;
  if (end >= text.size() || text[end] != '>') return std::nullopt;
  tag.end = end + 1;
  return tag;
}

std::optional<CloseTagMatch> MatchCloseTag(std::string_view text, size_t pos) {
  if (!StartsWithAt(text, pos, "</")) return std::nullopt;
  const size_t name_end = MatchName(text, pos + 2);
  if (name_end == kNoMatch) return std::nullopt;
  const size_t end = SkipSpace(text, name_end);
  if (end >= text.size() || text[end] != '>') return std::nullopt;
  return CloseTagMatch{.end = end + 1, .name = text.substr(pos + 2, name_end - pos - 2)};
}

size_t MatchComment(Source& source, size_t pos) {
  if (!StartsWithAt(source.text, pos, "<!--")) return kNoMatch;
  const size_t end = source.FindNext("-->", pos + 4);
  return end == std::string_view::npos ? kNoMatch : end + 3;
}

size_t MatchInstruction(std::string_view text, size_t pos) {
  if (!StartsWithAt(text, pos, "<?")) return kNoMatch;
  const size_t end = text.find("?>", pos + 2);
  return end == std::string_view::npos ? kNoMatch : end + 2;
}

size_t MatchCloseTagOf(std::string_view text, size_t pos, std::string_view name, bool ignore_case) {
  if (!StartsWithAt(text, pos, "</") || text.size() - pos - 2 < name.size()) return kNoMatch;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = text[pos + 2 + i];
    if (ignore_case ? !SameLetter(name[i], c) : name[i] != c) return kNoMatch;
  }
  const size_t end = SkipSpace(text, pos + 2 + name.size());
  return end < text.size() && text[end] == '>' ? end + 1 : kNoMatch;
}

size_t FindCloseTag(std::string_view text, size_t pos, std::string_view name) {
  while ((pos = text.find("</", pos)) != std::string_view::npos) {
    if (MatchCloseTagOf(text, pos, name, true) != kNoMatch) return pos;
    pos += 2;
  }
  return kNoMatch;
}

std::string_view ElementName(Arena& arena, std::string_view name) {
  const std::string lower = Downcase(name);
  if (lower == name || !IsHtmlElement(lower)) return name;
  return arena.Copy(lower);
}

Attributes ParseHtmlAttributes(Document& document, std::string_view text, int line, bool in_html_tag) {
  Attributes attributes = {};
  size_t pos = 0;
  while (const std::optional<AttributeMatch> match = MatchAttribute(text, SkipSpace(text, pos))) {
    const std::string lower = in_html_tag ? Downcase(match->name) : std::string(match->name);
    const std::string_view name = lower == match->name ? match->name : document.arena.Copy(lower);
    if (attributes.Find(name)) {
      document.Warn(
          "Duplicate HTML attribute '" + lower + "' on line " + std::to_string(line) + " - overwriting previous one",
          line);
    }
    attributes.Set(document.arena, name, match->value);
    pos = match->end;
  }
  return attributes;
}

}  // namespace tincture::kramdown
