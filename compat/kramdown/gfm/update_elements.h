// GFM's last look at the finished tree: header ids and hard line breaks.
#pragma once

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

// What is within HTML elements, and in footnotes, is left alone.
void UpdateGfmElements(Document& document, Element& root);

}  // namespace tincture::kramdown
