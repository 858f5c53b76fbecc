#include "compat/kramdown/gfm/update_elements.h"

#include "compat/kramdown/gfm/header_id.h"

namespace tincture::kramdown {

namespace {

struct Updater {
  Document& document;
  GfmHeaderIds ids = {};
  // With hard_wrap every newline of a paragraph, else only one behind a backslash.
  std::string_view hard_break = document.options.hard_wrap ? "\n" : "\\\n";

  void Update(Element& parent);
  void SplitAtBreaks(Element& parent, Element& text);
  void AppendLine(Element& parent, Element& before, std::string_view line, bool is_first);
};

void Updater::AppendLine(Element& parent, Element& before, std::string_view line, bool is_first) {
  Arena& arena = document.arena;
  Element* element = document.New(ElementType::kText);
  if (!is_first) element->value.Append(arena, "\n");
  element->value.Append(arena, line);
  parent.InsertBefore(element, &before);
}

// A break that ends the block is none.
void Updater::SplitAtBreaks(Element& parent, Element& text) {
  std::string_view rest = text.value.view();
  const bool at_block_end = CategoryOf(parent) == Category::kBlock && parent.last == &text;
  bool is_first = true;
  for (;;) {
    const size_t end = rest.find(hard_break);
    AppendLine(parent, text, rest.substr(0, end), is_first);
    if (end == std::string_view::npos) break;
    is_first = false;
    rest.remove_prefix(end + hard_break.size());
    if (!rest.empty() || !at_block_end) parent.InsertBefore(document.New(ElementType::kBr), &text);
  }
  parent.Remove(&text);
}

void Updater::Update(Element& parent) {
  for (Element *child = parent.first, *next = nullptr; child; child = next) {
    next = child->next;
    if (child->type == ElementType::kText && child->value.view().find(hard_break) != std::string_view::npos) {
      SplitAtBreaks(parent, *child);
    } else if (child->type == ElementType::kHtmlElement) {
      continue;
    } else if (child->type == ElementType::kHeader && document.options.auto_ids && !child->attr.Find("id")) {
      child->attr.Set(document.arena, "id", document.arena.Copy(ids.Generate(document.options, child->detail)));
    } else {
      Update(*child);
    }
  }
}

}  // namespace

void UpdateGfmElements(Document& document, Element& root) { Updater{document}.Update(root); }

}  // namespace tincture::kramdown
