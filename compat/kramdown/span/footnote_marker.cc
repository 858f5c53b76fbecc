#include <string>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

bool ParseFootnoteMarker(SpanParser& parser) {
  Document& document = parser.document;
  Source& source = parser.source;
  if (!StartsWithAt(source.text, source.pos, "[^")) return false;
  const size_t end = MatchIdName(source.text, source.pos + 2);
  if (end == kNoMatch || end >= source.text.size() || source.text[end] != ']') return false;
  const std::string_view name = source.text.substr(source.pos + 2, end - source.pos - 2);
  if (Footnote* footnote = document.footnotes.Find(name)) {
    footnote->referenced = true;
    Element* marker = document.New(ElementType::kFootnote);
    marker->detail = name;
    marker->content = footnote->content;
    marker->ial = footnote->eob->ial;
    parser.Append(marker);
  } else {
    const int line = source.Line();
    document.Warn("Footnote definition for '" + std::string(name) + "' not found on line " + std::to_string(line),
                  line);
    parser.AddText(source.text.substr(source.pos, end + 1 - source.pos));
  }
  source.pos = end + 1;
  return true;
}

}  // namespace tincture::kramdown
