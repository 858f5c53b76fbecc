// *[id]: text
#include <string>

#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

bool ParseAbbreviationDefinition(BlockParser& parser) {
  Document& document = parser.document;
  Source& source = parser.source;
  const size_t start = SkipOptSpace(source.text, source.pos);
  if (!StartsWithAt(source.text, start, "*[")) return false;
  const size_t line_end = source.text.find('\n', start);
  const size_t close = source.text.find("]:", start + 3);
  if (line_end == std::string_view::npos || close == std::string_view::npos || close > line_end) return false;
  const std::string_view id = source.text.substr(start + 2, close - start - 2);
  const int line = source.Line();
  if (document.abbreviations.Find(id)) {
    document.Warn(
        "Duplicate abbreviation ID '" + std::string(id) + "' on line " + std::to_string(line) + " - overwriting", line);
  }
  const std::string_view text = Strip(source.text.substr(close + 2, line_end - close - 2));
  source.pos = line_end + 1;
  Element* eob = parser.AppendEob(EobKind::kAbbrevDef);
  document.abbreviations.Set(id, {.id = id, .text = text, .eob = eob});
  return true;
}

}  // namespace tincture::kramdown
