#include <string>

#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

// Past "> ", at most three spaces before it; `pos` where there is none.
size_t SkipQuoteMarker(std::string_view text, size_t pos) {
  if (!IsBlockquoteStart(text, pos)) return pos;
  pos = SkipOptSpace(text, pos) + 1;
  return pos < text.size() && text[pos] == ' ' ? pos + 1 : pos;
}

}  // namespace

// Runs on through lines without a marker until something that ends a paragraph.
bool ParseBlockquote(BlockParser& parser) {
  Source& source = parser.source;
  if (!IsBlockquoteStart(source.text, source.pos)) return false;
  Element* quote = parser.AppendBlock(ElementType::kBlockquote);
  Text content;
  do {
    const size_t start = SkipQuoteMarker(source.text, source.pos);
    const size_t end = NextLine(source.text, source.pos);
    content.Append(parser.document.arena, source.text.substr(start, end - start));
    source.pos = end;
  } while (!IsLazyEnd(source.text, source.pos));
  ParseBlocks(parser.document, *quote, content.view(), quote->line, parser.depth);
  return true;
}

}  // namespace tincture::kramdown
