#include "compat/kramdown/entities.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

bool ParseHtmlEntity(SpanParser& parser) {
  Source& source = parser.source;
  const std::optional<EntityMatch> match = MatchEntity(source.text, source.pos);
  if (!match) return false;
  const std::string_view original = source.text.substr(source.pos, match->end - source.pos);
  Element* element = parser.document.New(ElementType::kEntity);
  element->entity = match->entity.value_or(*FindEntity("amp"));
  if (match->entity) element->detail = original;
  parser.Append(element);
  // An unknown name is an ampersand and text.
  if (!match->entity) parser.AddText(original.substr(1));
  source.pos = match->end;
  return true;
}

}  // namespace tincture::kramdown
