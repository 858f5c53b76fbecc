// What list items and definitions share: the first line behind the marker decides how far the following must be
// indented.
#pragma once

#include <string>
#include <string_view>

#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

struct ListItemStart {
  // Behind the marker, without its indentation; tabs in that are spaces.
  std::string_view content;
  // Column of the content: what following lines of the item are indented by.
  int indentation = 0;
};

// `tail`: from behind the marker through the newline. `marker_width`: columns before it.
ListItemStart ParseFirstListLine(Arena& arena, std::string_view tail, int marker_width);
// Reads a leading attribute list of the item's text into `item`; the text without it.
std::string_view TakeListItemIal(Document& document, Element& item, std::string_view content);

// Past the line at `pos` when it is indented enough to belong to the item.
size_t MatchItemLine(std::string_view text, size_t pos, int indentation);
// Past the line at `pos` when it may run on without indentation.
size_t MatchLazyItemLine(std::string_view text, size_t pos, int indentation);
// `line` with leading tabs as four spaces each, then without `indentation` spaces; `found`: whether these were there.
std::string_view StripItemIndent(Arena& arena, std::string_view line, int indentation, bool& found);

// How many spaces may stand before the next marker of the same list.
int MaxMarkerIndent(int indentation);

}  // namespace tincture::kramdown
