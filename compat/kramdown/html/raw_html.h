// HTML elements in block position: start tags, and bodies that are kept as HTML.
#pragma once

#include "compat/kramdown/block/block_parser.h"
#include "compat/kramdown/html/html_scan.h"

namespace tincture::kramdown {

// What a `markdown` attribute asks for: "0", "1", "span", "block"; nothing for any other value.
enum class MarkdownAttribute { kNone, kRaw, kDefault, kSpan, kBlock };
// Takes the attribute off `attr`.
MarkdownAttribute TakeMarkdownAttribute(Attributes& attr);

// Appends the element of `tag`, at which the scanner stands, and reads its body and closing tag.
void ParseHtmlStartTag(BlockParser& parser, const TagMatch& tag, int line);
// Reads HTML into `parent` until its closing tag or the end of the source.
void ParseRawHtml(BlockParser& parser, Element& parent);

}  // namespace tincture::kramdown
