// The option html_to_native: HTML elements become kramdown's own where one says the same.
#pragma once

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

// Converts `element` and what is below it.
void ConvertHtmlToNative(Document& document, Element& element);

}  // namespace tincture::kramdown
