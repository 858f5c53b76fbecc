// HtmlConverter: the finished tree as HTML.
#pragma once

#include <string>

#include "compat/kramdown/document.h"
#include "compat/kramdown/kramdown.h"

namespace tincture::kramdown {

// `highlighter` may be null. Changes the tree: back links are added to its footnotes.
std::string ConvertToHtml(Document& document, SyntaxHighlighter* highlighter);

}  // namespace tincture::kramdown
