#include "compat/kramdown/span/span_parser.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tincture::kramdown {

namespace {

// By the number of the rule's bit, which is kramdown's order.
constexpr std::array kParsers = {ParseEmphasis,       ParseCodespan,     ParseAutolink,        ParseSpanHtml,
                                 ParseFootnoteMarker, ParseLink,         ParseSmartQuotes,     ParseInlineMath,
                                 ParseSpanExtensions, ParseHtmlEntity,   ParseTypographicSyms, ParseLineBreak,
                                 ParseEscapedChars,   ParseStrikethrough};
// Those that may begin at the byte before the one that tells: a quote behind any character, a spaced guillemet, spaces
// at the end of a line.
constexpr SpanRules kAtAnyByte = kSmartQuotes | kTypographicSyms | kLineBreak;

// Bytes at which a construct may begin, and the rules that make them matter. A line break and a spaced guillemet are
// found by the byte behind their spaces.
constexpr std::array<SpanRules, 256> MakeByteRules() {
  std::array<SpanRules, 256> rules = {};
  rules['*'] = rules['_'] = kEmphasis;
  rules['`'] = kCodespan;
  rules['<'] = kAutolink | kSpanHtml | kTypographicSyms;
  rules['['] = kFootnoteMarker | kLink;
  rules['!'] = kLink;
  rules['"'] = rules['\''] = kSmartQuotes;
  rules['$'] = kInlineMath;
  rules['{'] = kSpanExtensions;
  rules['&'] = kHtmlEntity;
  rules['-'] = rules['.'] = rules['>'] = kTypographicSyms;
  rules['\\'] = kEscapedChars | kTypographicSyms | kLineBreak;
  rules['\n'] = kLineBreak;
  rules['~'] = kStrikethrough;
  return rules;
}
constexpr std::array<SpanRules, 256> kByteRules = MakeByteRules();

// Where the construct begins whose telling byte is at `pos`; kNoMatch where there is none. Nothing before `from`
// counts.
size_t StartOfConstruct(std::string_view text, size_t pos, size_t from) {
  const bool has_previous = pos > from;
  switch (text[pos]) {
    case '"':
    case '\'':
      return has_previous && text[pos - 1] != '\\' ? std::max(CharBefore(text, pos), from) : pos;
    case '!':
      return StartsWithAt(text, pos, "![") ? pos : kNoMatch;
    case '{':
      return StartsWithAt(text, pos, "{:") ? pos : kNoMatch;
    case '-':
      return StartsWithAt(text, pos, "--") ? pos : kNoMatch;
    case '.':
      return StartsWithAt(text, pos, "...") ? pos : kNoMatch;
    case '~':
      return StartsWithAt(text, pos, "~~") ? pos : kNoMatch;
    case '\n':
      return pos >= from + 2 && text[pos - 1] == ' ' && text[pos - 2] == ' ' ? pos - 2 : kNoMatch;
    case '>':
      if (!StartsWithAt(text, pos, ">>")) return kNoMatch;
      return has_previous && text[pos - 1] == ' ' ? pos - 1 : pos;
    default:
      return pos;
  }
}

size_t FindConstruct(const SpanParser& parser, const SpanStop* stop, SpanRules rules) {
  const std::string_view text = parser.text();
  const size_t from = parser.source.pos;
  // Without a stop, a byte that has rules anyway.
  const char stop_byte = stop ? stop->FirstByte() : '*';
  for (size_t pos = from; pos < text.size(); ++pos) {
    const char c = text[pos];
    const SpanRules here = kByteRules[static_cast<unsigned char>(c)] & rules;
    if (here == 0 && c != stop_byte) continue;
    if (stop && c == stop_byte && stop->IsAt(text, pos)) return pos;
    if (here == 0) continue;
    const size_t start = StartOfConstruct(text, pos, from);
    if (start != kNoMatch) return start;
  }
  return kNoMatch;
}

bool ParseConstruct(SpanParser& parser, SpanRules rules) {
  const auto byte = static_cast<unsigned char>(parser.source.Peek());
  for (unsigned left = rules & (kByteRules[byte] | kAtAnyByte); left != 0; left &= left - 1) {
    if (kParsers[static_cast<size_t>(std::countr_zero(left))](parser)) return true;
  }
  return false;
}

void AddOneCharacter(SpanParser& parser) {
  const size_t length = CharLength(parser.text(), parser.source.pos);
  parser.AddText(parser.text().substr(parser.source.pos, length));
  parser.source.pos += length;
}

void AddTextTo(SpanParser& parser, size_t end) {
  parser.AddText(parser.text().substr(parser.source.pos, end - parser.source.pos));
  parser.source.pos = end;
}

bool ParseLoop(SpanParser& parser, Element& element, SpanStop* stop, SpanRules rules) {
  while (!parser.source.AtEnd()) {
    if (stop) stop->Visit(parser.source.pos, element);
    const size_t start = FindConstruct(parser, stop, rules);
    if (start == kNoMatch) {
      if (!stop) AddTextTo(parser, parser.text().size());
      return false;
    }
    AddTextTo(parser, start);
    if (stop && stop->IsAt(parser.text(), start) && stop->Accept(parser, element)) return true;
    if (!ParseConstruct(parser, rules)) AddOneCharacter(parser);
  }
  return false;
}

}  // namespace

SpanRules AllSpanRules(const Options& options) {
  if (options.input == Input::kSmartyPants) return kSmartQuotes | kHtmlEntity | kTypographicSyms | kSpanHtml;
  SpanRules rules = (kStrikethrough << 1) - 1;
  if (options.input != Input::kGfm) return rules & ~kStrikethrough;
  if (options.hard_wrap) rules &= ~kLineBreak;
  if (options.quirk_no_auto_typographic) rules &= ~kTypographicSyms;
  return rules;
}

int& SpanParser::OpenCount(ElementType type) {
  switch (type) {
    case ElementType::kEm:
      return open_em;
    case ElementType::kStrong:
      return open_strong;
    case ElementType::kImg:
      return open_images;
    default:
      return open_links;
  }
}

uint64_t SpanParser::OpenFlags() const {
  return (open_em > 0) | (open_strong > 0) << 1 | (open_links + open_images > 0) << 2;
}

bool ParseSpans(SpanParser& parser, Element& element, SpanStop* stop, SpanRules rules) {
  const bool counted = element.type == ElementType::kEm || element.type == ElementType::kStrong ||
                       element.type == ElementType::kA || element.type == ElementType::kImg;
  Element* const outer = parser.tree;
  parser.tree = &element;
  ++parser.depth;
  if (counted) ++parser.OpenCount(element.type);
  const bool found = ParseLoop(parser, element, stop, rules);
  if (counted) --parser.OpenCount(element.type);
  --parser.depth;
  parser.tree = outer;
  return found;
}

void ParseSpanText(Document& document, Element& element, std::string_view text, int line, int depth) {
  // Rows and cells of tables have no line: kramdown then counts from 1.
  SpanParser parser(document, text, line == 0 ? 1 : line, ElementType::kText, depth);
  ParseSpans(parser, element, nullptr, AllSpanRules(document.options));
}

}  // namespace tincture::kramdown
