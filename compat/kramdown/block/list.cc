#include <vector>

#include "compat/kramdown/block/list_item.h"
#include "compat/kramdown/gfm/task_list.h"

namespace tincture::kramdown {

namespace {

// An item while its lines are collected. A list nested in it starts a second chunk, so that it begins a block of its
// own although no blank line stands before it.
struct Item {
  Element* element;
  std::vector<Text> chunks;
};

struct ListReader {
  BlockParser& parser;
  ListType type;
  Element* list;
  std::vector<Item> items = {};
  int indentation = 0;
  int max_marker_indent = 3;
  bool nested_list_found = false;
  bool last_is_blank = false;
  bool eob_found = false;

  void AppendLine(std::string_view line) { items.back().chunks.back().Append(parser.document.arena, line); }
  bool ReadEnd();
  bool ReadItemStart();
  bool ReadItemLine();
  bool ReadBlankLines();
};

// A rule after a blank line, or `^`, ends the list.
bool ListReader::ReadEnd() {
  Source& source = parser.source;
  if (last_is_blank && MatchHorizontalRule(source.text, source.pos) != kNoMatch) return true;
  const size_t end = MatchEobMarker(source.text, source.pos);
  if (end == kNoMatch) return false;
  source.pos = end;
  eob_found = true;
  return true;
}

bool ListReader::ReadItemStart() {
  Source& source = parser.source;
  const size_t marker_end = MatchListMarker(source.text, source.pos, type, max_marker_indent);
  if (marker_end == kNoMatch) return false;
  Element* element = parser.document.New(ElementType::kLi);
  element->line = source.Line();
  list->Append(element);
  const size_t end = NextLine(source.text, marker_end);
  const ListItemStart start =
      ParseFirstListLine(parser.document.arena, source.text.substr(marker_end, end - marker_end),
                         static_cast<int>(marker_end - source.pos));
  source.pos = end;
  indentation = start.indentation;
  max_marker_indent = MaxMarkerIndent(indentation);
  const std::string_view content = TakeListItemIal(parser.document, *element, start.content);
  items.push_back({element, {Text(content)}});
  nested_list_found = IsListStart(content, 0);
  last_is_blank = false;
  return true;
}

bool ListReader::ReadItemLine() {
  Source& source = parser.source;
  size_t end = MatchItemLine(source.text, source.pos, indentation);
  if (end == kNoMatch && !last_is_blank) end = MatchLazyItemLine(source.text, source.pos, indentation);
  if (end == kNoMatch) return false;
  const std::string_view line = source.text.substr(source.pos, end - source.pos);
  source.pos = end;
  bool indented = false;
  Arena& arena = parser.document.arena;
  std::string_view stripped = StripItemIndent(arena, line, indentation, indented);
  if (nested_list_found ? !indented : indented) {
    const bool starts_list = IsListStart(stripped, 0);
    if (starts_list && indented) {
      items.back().chunks.emplace_back();
      nested_list_found = true;
    } else if (starts_list) {
      stripped = arena.Copy(std::string(indentation + 4, ' ').append(stripped));
    }
  }
  AppendLine(stripped);
  last_is_blank = false;
  return true;
}

bool ListReader::ReadBlankLines() {
  Source& source = parser.source;
  const size_t end = MatchBlankLines(source.text, source.pos);
  if (end == kNoMatch) return false;
  AppendLine(source.text.substr(source.pos, end - source.pos));
  source.pos = end;
  nested_list_found = true;
  last_is_blank = true;
  return true;
}

void ParseItemContent(BlockParser& parser, const Item& item) {
  int line = item.element->line;
  for (const Text& chunk : item.chunks) {
    BlockParser inner(parser.document, chunk.view(), line, parser.depth);
    ParseBlocks(inner, *item.element);
    line = inner.source.Line();
  }
}

bool StartsWithParagraph(const Element& item) { return item.first && item.first->type == ElementType::kP; }

// Whether some item but the last begins with something else than a paragraph that keeps its tags.
bool HasCompactItemBeforeLast(const Element& list) {
  for (const Element* item = list.first; item != list.last; item = item->next) {
    if (!StartsWithParagraph(*item) || item->first->transparent) return true;
  }
  return false;
}

// The first paragraph of an item loses its tags unless a blank line follows it; the last item goes with the others.
bool IsCompact(const Element& list, const Element& item, bool eob_found, bool compact_before_last) {
  if (!StartsWithParagraph(item)) return false;
  const Element* second = item.first->next;
  const bool is_last = list.last == &item;
  const bool only_trailing_blank = is_last && second && second == item.last && !eob_found;
  if (second && second->type == ElementType::kBlank && !only_trailing_blank) return false;
  return !is_last || list.HasOneChild() || compact_before_last;
}

void MakeCompact(Document& document, Element& item) {
  Element* paragraph = item.first;
  const Element* second = paragraph->next;
  if (second && second->type != ElementType::kBlank) paragraph->first->value.Append(document.arena, "\n");
  paragraph->transparent = true;
}

// Takes off a blank line at the item's end: it belongs behind the list.
Element* FinishItem(Document& document, Element& list, Element& item, bool eob_found) {
  Element* second = item.first->next;
  if (StartsWithParagraph(item) && second && second->type == ElementType::kEob && item.first->ial) item.Remove(second);
  const bool compact_before_last = list.last == &item && HasCompactItemBeforeLast(list);
  if (IsCompact(list, item, eob_found, compact_before_last)) MakeCompact(document, item);
  return item.last->type == ElementType::kBlank ? item.PopLast() : nullptr;
}

ListReader ReadList(BlockParser& parser, ListType type) {
  Element* list = parser.NewBlock(type == ListType::kUnordered ? ElementType::kUl : ElementType::kOl);
  ListReader reader{.parser = parser, .type = type, .list = list};
  while (!parser.source.AtEnd() && !reader.ReadEnd()) {
    if (!reader.ReadItemStart() && !reader.ReadItemLine() && !reader.ReadBlankLines()) break;
  }
  return reader;
}

}  // namespace

bool ParseList(BlockParser& parser) {
  const std::string_view text = parser.text();
  const bool unordered = MatchListMarker(text, parser.source.pos, ListType::kUnordered) != kNoMatch;
  if (!unordered && MatchListMarker(text, parser.source.pos, ListType::kOrdered) == kNoMatch) return false;
  const ListReader reader = ReadList(parser, unordered ? ListType::kUnordered : ListType::kOrdered);
  parser.tree->Append(reader.list);
  Element* trailing_blank = nullptr;
  for (const Item& item : reader.items) {
    ParseItemContent(parser, item);
    if (!item.element->first) continue;
    trailing_blank = FinishItem(parser.document, *reader.list, *item.element, reader.eob_found);
  }
  if (trailing_blank && !reader.eob_found) parser.tree->Append(trailing_blank);
  if (parser.document.gfm()) MarkTaskList(parser.document, *reader.list);
  return true;
}

}  // namespace tincture::kramdown
