// [^name]: text, and what is indented below it.
#include <string>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

// Past "[^name]:"; `name` is set.
size_t MatchDefinitionStart(std::string_view text, size_t pos, std::string_view& name) {
  pos = SkipOptSpace(text, pos);
  if (!StartsWithAt(text, pos, "[^")) return kNoMatch;
  const size_t end = MatchIdName(text, pos + 2);
  if (end == kNoMatch || !StartsWithAt(text, end, "]:")) return kNoMatch;
  name = text.substr(pos + 2, end - pos - 2);
  return end + 2;
}

}  // namespace

bool ParseFootnoteDefinition(BlockParser& parser) {
  Document& document = parser.document;
  Source& source = parser.source;
  std::string_view name;
  const size_t start = MatchDefinitionStart(source.text, source.pos, name);
  if (start == kNoMatch || source.text.find('\n', start) == std::string_view::npos) return false;
  const int line = source.Line();
  const size_t end = MatchCodeblock(source.text, NextLine(source.text, start));
  Element* content = document.New(ElementType::kFootnoteDef);
  content->line = line;
  const std::string text = RemoveIndent(source.text.substr(start, end - start));
  source.pos = end;
  ParseBlocks(document, *content, document.arena.Copy(text), line, parser.depth);
  if (document.footnotes.Find(name)) {
    document.Warn(
        "Duplicate footnote name '" + std::string(name) + "' on line " + std::to_string(line) + " - overwriting", line);
  }
  Element* eob = parser.AppendEob(EobKind::kFootnoteDef);
  document.footnotes.Set(name, {.name = name, .content = content, .eob = eob});
  return true;
}

}  // namespace tincture::kramdown
