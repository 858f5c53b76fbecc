// GFM's ~~text~~
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

size_t FindEnd(std::string_view text, size_t start) {
  for (size_t pos = start; (pos = text.find("~~", pos)) != std::string_view::npos; ++pos) {
    if (pos > start && !IsSpace(text[pos - 1]) && text[pos - 1] != '~') return pos;
  }
  return kNoMatch;
}

}  // namespace

bool ParseStrikethrough(SpanParser& parser) {
  Source& source = parser.source;
  if (!StartsWithAt(source.text, source.pos, "~~")) return false;
  const size_t start = source.pos + 2;
  if (start >= parser.dead_strikethrough) return false;
  if (start >= source.text.size() || IsSpace(source.text[start]) || source.text[start] == '~') return false;
  const size_t end = FindEnd(source.text, start);
  if (end == kNoMatch) {
    parser.dead_strikethrough = start;
    return false;
  }
  const int line = source.Line();
  Element* element = parser.document.New(ElementType::kHtmlElement, "del");
  element->category = Category::kSpan;
  parser.Append(element);
  source.pos = end + 2;
  ParseSpanText(parser.document, *element, source.text.substr(start, end - start), line, parser.depth + 1);
  return true;
}

}  // namespace tincture::kramdown
