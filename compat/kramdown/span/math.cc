#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

bool ParseInlineMath(SpanParser& parser) {
  Source& source = parser.source;
  if (!StartsWithAt(source.text, source.pos, "$$")) return false;
  const size_t start = source.pos + 2;
  const size_t close = source.text.find("$$", start);
  if (close == std::string_view::npos) return false;
  Element* math = parser.document.New(ElementType::kMath, Strip(source.text.substr(start, close - start)));
  math->category = Category::kSpan;
  parser.Append(math);
  source.pos = close + 2;
  return true;
}

}  // namespace tincture::kramdown
