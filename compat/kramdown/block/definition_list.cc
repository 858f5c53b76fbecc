// term
// : definition
#include <vector>

#include "compat/kramdown/block/list_item.h"

namespace tincture::kramdown {

namespace {

struct Definition {
  Element* element;
  Text content;
};

bool IsSingleBlank(const Element& element) {
  return element.type == ElementType::kBlank && element.value.view() == "\n";
}

// The paragraph that holds the terms: the last block, or the one before a single blank line.
Element* FindTerms(const Element& tree) {
  Element* last = tree.last;
  if (!last) return nullptr;
  if (last->type == ElementType::kP) return last;
  const bool behind_blank = IsSingleBlank(*last) && last->prev && last->prev->type == ElementType::kP;
  return behind_blank ? last->prev : nullptr;
}

void AppendTerm(BlockParser& parser, Element& list, std::string_view text) {
  Element* term = parser.document.New(ElementType::kDt);
  term->line = parser.source.Line();
  text = TakeListItemIal(parser.document, *term, text);
  term->detail = text;
  term->Append(parser.document.New(ElementType::kRawText, text));
  list.Append(term);
}

void AppendTerms(BlockParser& parser, Element& list, std::string_view lines) {
  while (!lines.empty() && lines.back() == '\n') lines.remove_suffix(1);
  for (size_t start = 0; start < lines.size();) {
    const size_t end = std::min(lines.find('\n', start), lines.size());
    AppendTerm(parser, list, lines.substr(start, end - start));
    start = end + 1;
  }
}

struct DefinitionReader {
  BlockParser& parser;
  Element* list;
  bool first_as_para;
  std::vector<Definition> definitions = {};
  int indentation = 0;
  int max_marker_indent = 3;
  bool last_is_blank = false;

  bool ReadStart();
  bool ReadLine();
  bool ReadBlankLines();
};

bool DefinitionReader::ReadStart() {
  Source& source = parser.source;
  const size_t marker_end = MatchListMarker(source.text, source.pos, ListType::kDefinition, max_marker_indent);
  if (marker_end == kNoMatch) return false;
  Element* element = parser.document.New(ElementType::kDd);
  element->line = source.Line();
  element->first_as_para = first_as_para;
  list->Append(element);
  const size_t end = NextLine(source.text, marker_end);
  const ListItemStart start =
      ParseFirstListLine(parser.document.arena, source.text.substr(marker_end, end - marker_end),
                         static_cast<int>(marker_end - source.pos));
  source.pos = end;
  indentation = start.indentation;
  max_marker_indent = MaxMarkerIndent(indentation);
  definitions.push_back({element, Text(TakeListItemIal(parser.document, *element, start.content))});
  first_as_para = last_is_blank = false;
  return true;
}

bool DefinitionReader::ReadLine() {
  Source& source = parser.source;
  size_t end = MatchItemLine(source.text, source.pos, indentation);
  if (end == kNoMatch && !last_is_blank) end = MatchLazyItemLine(source.text, source.pos, indentation);
  if (end == kNoMatch) return false;
  bool indented = false;
  Arena& arena = parser.document.arena;
  const std::string_view line = source.text.substr(source.pos, end - source.pos);
  definitions.back().content.Append(arena, StripItemIndent(arena, line, indentation, indented));
  source.pos = end;
  first_as_para = last_is_blank = false;
  return true;
}

bool DefinitionReader::ReadBlankLines() {
  Source& source = parser.source;
  const size_t end = MatchBlankLines(source.text, source.pos);
  if (end == kNoMatch) return false;
  definitions.back().content.Append(parser.document.arena, source.text.substr(source.pos, end - source.pos));
  source.pos = end;
  first_as_para = last_is_blank = true;
  return true;
}

void ReadDefinitions(DefinitionReader& reader) {
  const Source& source = reader.parser.source;
  while (!source.AtEnd()) {
    if (reader.ReadStart()) continue;
    if (MatchEobMarker(source.text, source.pos) != kNoMatch) break;
    if (!reader.ReadLine() && !reader.ReadBlankLines()) break;
  }
}

// The first paragraph loses its tags unless a blank line came before the definition. A blank line at the end is taken
// off.
Element* ParseDefinition(BlockParser& parser, const Definition& definition) {
  Element& element = *definition.element;
  ParseBlocks(parser.document, element, definition.content.view(), element.line, parser.depth);
  Element* blank = element.last && element.last->type == ElementType::kBlank ? element.PopLast() : nullptr;
  Element* first = element.first;
  if (first && first->type == ElementType::kP && !element.first_as_para) {
    if (!element.HasOneChild()) first->first->value.Append(parser.document.arena, "\n");
    first->transparent = true;
  }
  return blank;
}

// A list directly behind another, or with blank lines between, continues it.
void AppendOrContinue(Element& tree, Element* list) {
  Element* last = tree.last;
  const bool blank_between = last && last->type == ElementType::kBlank && last->prev;
  Element* before = blank_between ? last->prev : last;
  if (!before || before->type != ElementType::kDl) return tree.Append(list);
  if (blank_between) tree.PopLast();
  before->TakeChildren(*list);
}

}  // namespace

bool ParseDefinitionList(BlockParser& parser) {
  const Source& source = parser.source;
  if (MatchListMarker(source.text, source.pos, ListType::kDefinition) == kNoMatch) return false;
  Element& tree = *parser.tree;
  Element* terms = FindTerms(tree);
  if (!terms) return false;
  const bool behind_blank = terms != tree.last;
  Element* list = parser.NewBlock(ElementType::kDl);
  if (behind_blank) tree.PopLast();
  tree.Remove(terms);
  list->line = terms->line;
  list->ial = terms->ial;
  AppendTerms(parser, *list, terms->first->value.view());
  DefinitionReader reader{.parser = parser, .list = list, .first_as_para = behind_blank};
  ReadDefinitions(reader);
  Element* trailing_blank = nullptr;
  for (const Definition& definition : reader.definitions) {
    Element* blank = ParseDefinition(parser, definition);
    if (blank || definition.element->first) trailing_blank = blank;
  }
  AppendOrContinue(tree, list);
  if (trailing_blank) tree.Append(trailing_blank);
  return true;
}

}  // namespace tincture::kramdown
