#include "compat/kramdown/toc.h"

#include <string>

namespace tincture::kramdown {

namespace {

// A copy of the children of `from` under `to`, without footnotes and with links dissolved.
void CopyForToc(Document& document, const Element& from, Element& to) {
  for (const Element* child = from.first; child; child = child->next) {
    if (child->type == ElementType::kFootnote) continue;
    if (child->type == ElementType::kA) {
      CopyForToc(document, *child, to);
      continue;
    }
    Element* copy = document.arena.New<Element>(*child);
    copy->RemoveChildren();
    copy->parent = copy->prev = copy->next = nullptr;
    to.Append(copy);
    CopyForToc(document, *child, *copy);
  }
}

Element* MakeItem(Document& document, const TocEntry& entry, const Element& sections) {
  Arena& arena = document.arena;
  Element* item = document.New(ElementType::kLi);
  Element* paragraph = document.New(ElementType::kP);
  paragraph->transparent = true;
  Element* link = document.New(ElementType::kA);
  const std::string id(entry.id);
  link->attr.Set(arena, "href", arena.Copy("#" + id));
  link->attr.Set(arena, "id", arena.Copy(std::string(sections.attr.Get("id")) + "-" + id));
  CopyForToc(document, *entry.header, *link);
  paragraph->Append(link);
  item->Append(paragraph);
  return item;
}

struct OpenItem {
  int level;
  Element* item;
};

Element* SubList(Document& document, Element& item, ElementType type) {
  if (item.last->type != type) item.Append(document.New(type));
  return item.last;
}

}  // namespace

Element* MakeTocTree(Document& document, const std::vector<TocEntry>& entries, const Element& list) {
  Element* sections = document.New(list.type);
  sections->attr = list.attr.Copy(document.arena);
  if (!sections->attr.Find("id")) sections->attr.Set(document.arena, "id", "markdown-toc");
  std::vector<OpenItem> open;
  for (const TocEntry& entry : entries) {
    while (!open.empty() && open.back().level >= entry.level) open.pop_back();
    Element* item = MakeItem(document, entry, *sections);
    Element* parent = open.empty() ? sections : SubList(document, *open.back().item, list.type);
    parent->Append(item);
    open.push_back({entry.level, item});
  }
  return sections;
}

}  // namespace tincture::kramdown
