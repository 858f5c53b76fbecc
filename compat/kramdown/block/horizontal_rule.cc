#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

bool ParseHorizontalRule(BlockParser& parser) {
  const size_t end = MatchHorizontalRule(parser.text(), parser.source.pos);
  if (end == kNoMatch) return false;
  parser.AppendBlock(ElementType::kHr);
  parser.source.pos = end;
  return true;
}

}  // namespace tincture::kramdown
