// GFM: `- [ ] text` and `- [x] text` become check boxes.
#pragma once

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

// Looks at the items of a list whose text has not been read into spans yet.
void MarkTaskList(Document& document, Element& list);

}  // namespace tincture::kramdown
