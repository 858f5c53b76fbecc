#include "compat/kramdown/update_tree.h"

#include <string>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/gfm/header_id.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

void ReplaceBySpans(Document& document, Element& parent, Element& raw_text, int depth) {
  ParseSpanText(document, raw_text, raw_text.value.view(), parent.line, depth);
  Element* next = raw_text.next;
  parent.Remove(&raw_text);
  parent.TakeChildren(raw_text, next);
}

void ApplyIal(Document& document, Element& element) {
  if (element.ial) UpdateAttributes(document, element.attr, *element.ial);
}

// Terms, and headers where their id comes from their text alone.
bool TakesIdFromText(const Document& document, const Element& element) {
  if (element.type == ElementType::kDt) return true;
  return element.type == ElementType::kHeader && (document.options.auto_id_stripping || document.gfm());
}

void AppendPlainText(const Element& element, std::string& out) {
  if (element.type == ElementType::kText) out += element.value.view();
  if (element.type == ElementType::kText) return;
  for (const Element* child = element.first; child; child = child->next) AppendPlainText(*child, out);
}

void UpdateRawText(Document& document, Element& element) {
  std::string text;
  if (document.gfm()) {
    AppendGfmRawText(element, text);
  } else {
    AppendPlainText(element, text);
  }
  element.detail = document.arena.Copy(text);
}

void UpdateBlock(Document& document, Element& element, int depth) {
  UpdateTree(document, element, depth + 1);
  ApplyIal(document, element);
  if (TakesIdFromText(document, element)) UpdateRawText(document, element);
}

}  // namespace

void UpdateTree(Document& document, Element& element, int depth) {
  Element* blank = nullptr;
  for (Element *child = element.first, *next = nullptr; child; child = next) {
    next = child->next;
    const bool is_blank = child->type == ElementType::kBlank;
    if (child->type == ElementType::kEob) {
      ApplyIal(document, *child);
      element.Remove(child);
      continue;
    }
    if (is_blank && blank) {
      blank->value.Append(document.arena, child->value.view());
      element.Remove(child);
      continue;
    }
    blank = is_blank ? child : nullptr;
    if (child->type == ElementType::kRawText) {
      ReplaceBySpans(document, element, *child, depth);
    } else if (!is_blank) {
      UpdateBlock(document, *child, depth);
    }
  }
}

}  // namespace tincture::kramdown
