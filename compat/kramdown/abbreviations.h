// Abbreviations: every word of the text that has a definition becomes an abbreviation element.
#pragma once

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

// Needs the complete set of definitions; `root` has been through UpdateTree.
void ReplaceAbbreviations(Document& document, Element& root);

}  // namespace tincture::kramdown
