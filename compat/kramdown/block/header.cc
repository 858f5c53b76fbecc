// # ATX             Setext
//                   ======      both with an optional {#id} at the end
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

struct HeaderMatch {
  int level = 0;
  std::string_view contents = {};
  size_t end = 0;
};

// XML's NameStartChar beyond ASCII.
bool IsXmlNameStart(char32_t c) {
  if (c < 0x80) return IsAsciiAlpha(static_cast<char>(c)) || c == '_' || c == ':';
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x300 && c < 0x370) && c != 0x37E &&
         !(c >= 0x2000 && c < 0x200C) && !(c >= 0x200E && c < 0x2070) && !(c >= 0x2190 && c < 0x2C00) &&
         !(c >= 0x2FF0 && c < 0x3001) && !(c >= 0xD800 && c < 0xF900) && !(c >= 0xFDD0 && c < 0xFDF0) &&
         !(c >= 0xFFFE && c < 0x10000) && c <= 0xEFFFF;
}

bool IsXmlNameChar(char32_t c) {
  if (c < 0x80) return IsXmlNameStart(c) || IsDigit(static_cast<char>(c)) || c == '-' || c == '.';
  return IsXmlNameStart(c) || c == 0xB7 || (c >= 0x300 && c < 0x370) || c == 0x203F || c == 0x2040;
}

bool IsXmlName(std::string_view name) {
  if (name.empty() || !IsXmlNameStart(CodePointAt(name, 0))) return false;
  for (size_t pos = 0; pos < name.size(); pos += CharLength(name, pos)) {
    if (!IsXmlNameChar(CodePointAt(name, pos))) return false;
  }
  return true;
}

// Takes ` {#id}` off the end of `contents`.
std::string_view TakeId(std::string_view& contents) {
  const size_t open = contents.rfind("{#");
  if (open == std::string_view::npos || open == 0 || !IsBlank(contents[open - 1]) || contents.back() != '}') return {};
  const std::string_view id = contents.substr(open + 2, contents.size() - open - 3);
  if (!IsXmlName(id)) return {};
  contents = RightStrip(contents.substr(0, open - 1));
  return id;
}

size_t StartOfTrailingMarks(std::string_view contents) {
  const size_t last = contents.find_last_not_of('#');
  return last == std::string_view::npos ? 0 : last + 1;
}

// `# Header #`: the marks at the end go unless escaped.
std::string_view WithoutTrailingMarks(std::string_view contents) {
  size_t marks = StartOfTrailingMarks(contents);
  if (marks > 0 && contents[marks - 1] == '\\') ++marks;
  return marks < contents.size() ? RightStrip(contents.substr(0, marks)) : contents;
}

// GFM wants a blank before them.
std::string_view WithoutSpacedTrailingMarks(std::string_view contents) {
  const size_t marks = StartOfTrailingMarks(contents);
  const bool spaced = marks > 0 && marks < contents.size() && IsBlank(contents[marks - 1]);
  return spaced ? RightStrip(contents.substr(0, marks - 1)) : contents;
}

bool AppendHeader(BlockParser& parser, const HeaderMatch& match, std::string_view contents, std::string_view id) {
  if (contents.empty()) return false;
  Element* header = parser.AppendBlock(ElementType::kHeader);
  header->level = static_cast<uint8_t>(match.level);
  header->detail = contents;
  AddText(parser.document, *header, contents, ElementType::kRawText);
  if (!id.empty()) header->attr.Set(parser.document.arena, "id", id);
  parser.source.pos = match.end;
  return true;
}

int CountMarks(std::string_view text, size_t pos) {
  int marks = 0;
  while (marks < 6 && pos + marks < text.size() && text[pos + marks] == '#') ++marks;
  return marks;
}

// kramdown: no blank is needed after the marks, and with nothing but a newline there the next line is the header
// (tests/golden/kramdown/header/atx_contents_on_next_line).
std::optional<HeaderMatch> MatchAtx(std::string_view text, size_t pos) {
  for (int level = CountMarks(text, pos); level > 0; --level) {
    const size_t start = SkipBlanks(text, pos + level);
    if (start >= text.size()) continue;
    const size_t newline = text.find('\n', start + 1);
    if (newline != std::string_view::npos) {
      return HeaderMatch{level, text.substr(start, newline - start), newline + 1};
    }
  }
  return std::nullopt;
}

std::optional<HeaderMatch> MatchGfmAtx(std::string_view text, size_t pos) {
  if (!IsGfmAtxHeader(text, pos)) return std::nullopt;
  const int level = CountMarks(text, pos);
  const size_t start = SkipBlanks(text, pos + level);
  const size_t newline = text.find('\n', start);
  return HeaderMatch{level, text.substr(start, newline - start), newline + 1};
}

std::optional<HeaderMatch> MatchSetext(std::string_view text, size_t pos) {
  const size_t start = SkipOptSpace(text, pos);
  if (start >= text.size() || IsBlank(text[start])) return std::nullopt;
  const size_t newline = text.find('\n', start + 1);
  if (newline == std::string_view::npos || newline + 1 >= text.size()) return std::nullopt;
  size_t end = newline + 1;
  const char mark = text[end];
  if (mark != '-' && mark != '=') return std::nullopt;
  while (end < text.size() && (text[end] == '-' || text[end] == '=')) ++end;
  while (end < text.size() && IsSpace(text[end]) && text[end] != '\n') ++end;
  if (end >= text.size() || text[end] != '\n') return std::nullopt;
  return HeaderMatch{mark == '-' ? 2 : 1, text.substr(start, newline - start), end + 1};
}

}  // namespace

bool ParseAtxHeader(BlockParser& parser) {
  const Source& source = parser.source;
  if (source.Peek() != '#') return false;
  const bool gfm = parser.document.gfm();
  const bool may_interrupt = gfm && parser.document.options.quirk_paragraph_end;
  if (!may_interrupt && !parser.AfterBlockBoundary()) return false;
  const std::optional<HeaderMatch> match =
      gfm ? MatchGfmAtx(source.text, source.pos) : MatchAtx(source.text, source.pos);
  if (!match) return false;
  std::string_view contents = RightStrip(match->contents);
  const std::string_view id = TakeId(contents);
  contents = may_interrupt ? WithoutSpacedTrailingMarks(contents) : WithoutTrailingMarks(contents);
  return AppendHeader(parser, *match, contents, id);
}

bool ParseSetextHeader(BlockParser& parser) {
  if (!parser.AfterBlockBoundary()) return false;
  const std::optional<HeaderMatch> match = MatchSetext(parser.text(), parser.source.pos);
  if (!match) return false;
  std::string_view contents = RightStrip(match->contents);
  const std::string_view id = TakeId(contents);
  return AppendHeader(parser, *match, contents, id);
}

}  // namespace tincture::kramdown
