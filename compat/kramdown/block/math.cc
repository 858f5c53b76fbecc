// $$ ... $$ between block boundaries.
#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

bool ParseBlockMath(BlockParser& parser) {
  Source& source = parser.source;
  size_t start = SkipOptSpace(source.text, source.pos);
  const bool escaped = start < source.text.size() && source.text[start] == '\\';
  if (escaped) ++start;
  if (!StartsWithAt(source.text, start, "$$")) return false;
  const size_t close = source.text.find("$$", start + 2);
  if (close == std::string_view::npos || !parser.AfterBlockBoundary()) return false;
  const size_t line_end = MatchLineEnd(source.text, close + 2);
  if (escaped) {
    // What comes next sees the text without the backslash.
    if (line_end != kNoMatch) source.pos = start;
    return false;
  }
  const size_t end = line_end == kNoMatch ? close + 2 : line_end;
  if (!IsBlockBoundary(source.text, end)) return false;
  Element* math = parser.AppendBlock(ElementType::kMath);
  math->value = Text(Strip(source.text.substr(start + 2, close - start - 2)));
  math->category = Category::kBlock;
  source.pos = end;
  return true;
}

}  // namespace tincture::kramdown
