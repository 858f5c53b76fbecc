// kramdown's tables of HTML elements. All names are lower case.
#pragma once

#include <string_view>

#include "compat/kramdown/element.h"

namespace tincture::kramdown {

// In none of these tables means: not an element of HTML for kramdown, so its case is kept.
bool IsHtmlElement(std::string_view name);
bool IsHtmlSpanElement(std::string_view name);
bool IsHtmlBlockElement(std::string_view name);
// `br`, `img` and their like.
bool IsHtmlElementWithoutBody(std::string_view name);
// How the body is read where Markdown is wanted in it: kRaw for unknown names.
ContentModel HtmlContentModel(std::string_view name);

}  // namespace tincture::kramdown
