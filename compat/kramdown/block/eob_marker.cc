#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

bool ParseEobMarker(BlockParser& parser) {
  const size_t end = MatchEobMarker(parser.text(), parser.source.pos);
  if (end == kNoMatch) return false;
  parser.source.pos = end;
  parser.AppendEob(EobKind::kMarker);
  return true;
}

}  // namespace tincture::kramdown
