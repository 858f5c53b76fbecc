#include "compat/kramdown/document.h"

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

void AddText(Document& document, Element& parent, std::string_view text, ElementType type) {
  Element* last = parent.last;
  if (last && last->type == type) {
    last->value.Append(document.arena, text);
  } else if (!text.empty()) {
    Element* element = document.New(type, text);
    element->line = last && last->line ? last->line : parent.line;
    parent.Append(element);
  }
}

std::string_view NormalizeLinkId(Arena& arena, std::string_view id) {
  std::string squeezed;
  for (size_t i = 0; i < id.size(); ++i) {
    if (!IsSpace(id[i])) {
      squeezed += id[i];
    } else if (i == 0 || !IsSpace(id[i - 1])) {
      squeezed += ' ';
    }
  }
  return arena.Copy(Downcase(squeezed));
}

}  // namespace tincture::kramdown
