#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

bool ParseBlankLine(BlockParser& parser) {
  Source& source = parser.source;
  const size_t end = MatchBlankLines(source.text, source.pos);
  if (end == kNoMatch) return false;
  const std::string_view lines = source.text.substr(source.pos, end - source.pos);
  source.pos = end;
  Element* last = parser.tree->last;
  if (!last || last->type != ElementType::kBlank) last = parser.AppendBlock(ElementType::kBlank);
  last->value.Append(parser.document.arena, lines);
  return true;
}

}  // namespace tincture::kramdown
