#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

bool ParseLineBreak(SpanParser& parser) {
  Source& source = parser.source;
  if (!StartsWithAt(source.text, source.pos, "  \n") && !StartsWithAt(source.text, source.pos, "\\\\\n")) return false;
  parser.Append(parser.document.New(ElementType::kBr));
  source.pos += 2;
  return true;
}

}  // namespace tincture::kramdown
