#include "compat/kramdown/span/escaped_char.h"

#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

bool IsEscapable(char c) { return std::string_view("\\.*_+`<>()[]{}#!:|\"'$=-").find(c) != std::string_view::npos; }

bool ParseEscapedChars(SpanParser& parser) {
  Source& source = parser.source;
  if (source.Peek() != '\\' || source.pos + 1 >= source.text.size()) return false;
  const char c = source.text[source.pos + 1];
  if (!IsEscapable(c) && !(c == '~' && parser.document.gfm())) return false;
  parser.AddText(source.text.substr(source.pos + 1, 1));
  source.pos += 2;
  return true;
}

}  // namespace tincture::kramdown
