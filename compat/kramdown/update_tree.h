// After the blocks: text becomes spans, and attribute lists reach their elements.
#pragma once

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

void UpdateTree(Document& document, Element& element, int depth = 0);

}  // namespace tincture::kramdown
