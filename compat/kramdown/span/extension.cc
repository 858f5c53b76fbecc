#include "compat/kramdown/extension.h"

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

void AddBrace(SpanParser& parser) {
  parser.AddText(parser.text().substr(parser.source.pos, 1));
  ++parser.source.pos;
}

// {: attributes} for the element before it.
void ParseSpanIal(SpanParser& parser, const BraceMatch& match) {
  Document& document = parser.document;
  Element* last = parser.tree->last;
  if (!last || last->type == ElementType::kText) {
    document.Warn("Found span IAL after text - ignoring it");
    return AddBrace(parser);
  }
  parser.source.pos = match.end;
  Ial* attributes = NewIal(document);
  ParseAttributeList(document, match.content, *attributes);
  if (!last->ial) last->ial = NewIal(document);
  UpdateIal(document, *last->ial, *attributes);
  UpdateAttributes(document, last->attr, *attributes);
}

}  // namespace

bool ParseSpanExtensions(SpanParser& parser) {
  Source& source = parser.source;
  if (!StartsWithAt(source.text, source.pos, "{:")) return false;
  if (IsExtensionTag(source.text, source.pos, Category::kSpan)) {
    if (!ParseExtension(parser.document, source, *parser.tree, Category::kSpan)) AddBrace(parser);
  } else if (const std::optional<BraceMatch> match = MatchBraced(source.text, source.pos + 2, false)) {
    ParseSpanIal(parser, *match);
  } else {
    AddBrace(parser);
  }
  return true;
}

}  // namespace tincture::kramdown
