#pragma once

#include <algorithm>

#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

// The `>` at or behind `pos` on its line. Remembers a place from which there is none up to the line's end.
inline size_t FindClosingAngle(SpanParser& parser, size_t pos) {
  auto& [dead_from, dead_to] = parser.dead_autolinks;
  if (pos >= dead_from && pos < dead_to) return kNoMatch;
  const std::string_view text = parser.text();
  const size_t end = std::min(text.find_first_of(">\n", pos), text.size());
  if (end < text.size() && text[end] == '>') return end;
  dead_from = pos;
  dead_to = end;
  return kNoMatch;
}

}  // namespace tincture::kramdown
