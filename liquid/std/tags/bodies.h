// Bodies: the parts of a block that has several, as they are parsed.
#pragma once

#include <vector>

#include "liquid/exec/tag.h"

namespace tincture::liquid {

// Liquid 5: a block around nothing but blanks loses its blank texts when parsed. (Liquid 4 drops its output.)
Body WithoutTexts(const Body& body, Arena& arena);
inline Body Finish(const Body& body, bool block_is_blank, TagParser& parser) {
  const bool strips = block_is_blank && !parser.dialect().drops_output_of_blank_blocks;
  return strips ? WithoutTexts(body, parser.arena()) : body;
}

}  // namespace tincture::liquid
