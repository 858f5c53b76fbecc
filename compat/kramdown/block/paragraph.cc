#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

// GFM's paragraph_end quirk lets more than a blank line end a paragraph.
bool IsParagraphEnd(const BlockParser& parser, size_t pos) {
  const std::string_view text = parser.text();
  if (IsLazyEnd(text, pos) || MatchListMarker(text, pos, ListType::kDefinition) != kNoMatch) return true;
  if (!parser.document.gfm() || !parser.document.options.quirk_paragraph_end) return false;
  return IsListStart(text, pos) || IsGfmAtxHeader(text, pos) || IsBlockquoteStart(text, pos) || IsGfmFence(text, pos);
}

// A line that ended a paragraph and began nothing goes on with it.
void ContinueParagraph(BlockParser& parser, Element& paragraph, size_t start, std::string_view lines) {
  Element* last = paragraph.last;
  if (!last || last->type != ElementType::kRawText) {
    AddText(parser.document, paragraph, lines, ElementType::kRawText);
    return;
  }
  const bool hard_break = start >= 3 && parser.text().substr(start - 3, 3) == "  \n";
  last->value.Append(parser.document.arena, hard_break ? "  \n" : "\n");
  last->value.Append(parser.document.arena, lines);
}

}  // namespace

bool ParseParagraph(BlockParser& parser) {
  Source& source = parser.source;
  const size_t start = source.pos;
  const size_t first = SkipOptSpace(source.text, start);
  if (first >= source.text.size() || IsBlank(source.text[first])) return false;
  if (source.text.find('\n', first) == std::string_view::npos) return false;
  Element* last = parser.tree->last;
  const bool continues = last && last->type == ElementType::kP;
  Element* paragraph = continues ? last : parser.AppendBlock(ElementType::kP);
  do {
    source.pos = NextLine(source.text, source.pos);
  } while (!IsParagraphEnd(parser, source.pos));
  const std::string_view lines = RightStrip(source.text.substr(start, source.pos - start));
  if (continues) {
    ContinueParagraph(parser, *paragraph, start, lines);
  } else {
    // Even when nothing is left (a line of NULs): lists and terms count on a paragraph's text.
    Element* text = parser.document.New(ElementType::kRawText, LeftStrip(lines));
    text->line = paragraph->line;
    paragraph->Append(text);
  }
  return true;
}

}  // namespace tincture::kramdown
