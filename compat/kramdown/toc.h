// The table of contents that replaces a list with `{:toc}`.
#pragma once

#include <string_view>
#include <vector>

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

struct TocEntry {
  int level;
  std::string_view id;
  const Element* header;
};

// A list like `list` (type and attributes) of links to the headers, nested by their levels.
Element* MakeTocTree(Document& document, const std::vector<TocEntry>& entries, const Element& list);

}  // namespace tincture::kramdown
