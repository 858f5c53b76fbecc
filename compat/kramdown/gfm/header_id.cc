#include "compat/kramdown/gfm/header_id.h"

#include "compat/kramdown/entities.h"
#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

std::string CharacterNamed(std::string_view name) { return *CharacterOf(*FindEntity(name)); }

std::string CharactersOf(TypographicSymbol symbol) {
  if (symbol == TypographicSymbol::kLaquoSpace) return CharacterNamed("laquo") + CharacterNamed("nbsp");
  if (symbol == TypographicSymbol::kRaquoSpace) return CharacterNamed("nbsp") + CharacterNamed("raquo");
  return CharacterNamed(NameOf(symbol));
}

}  // namespace

void AppendGfmRawText(const Element& element, std::string& out) {
  switch (element.type) {
    case ElementType::kText:
    case ElementType::kCodespan:
    case ElementType::kMath:
      out += element.value.view();
      break;
    case ElementType::kEntity:
      out += CharacterOf(element.entity).value_or("");
      break;
    case ElementType::kSmartQuote:
      out += CharacterNamed(NameOf(element.quote));
      break;
    case ElementType::kTypographicSym:
      out += CharactersOf(element.symbol);
      break;
    default:
      for (const Element* child = element.first; child; child = child->next) AppendGfmRawText(*child, out);
  }
}

std::string GfmHeaderIds::Generate(const Options& options, std::string_view text) {
  const std::string lower = Downcase(text);
  std::string id;
  for (size_t pos = 0; pos < lower.size(); pos += CharLength(lower, pos)) {
    if (IsBlank(lower[pos])) {
      id += '-';
    } else if (lower[pos] == '-' || IsWordAt(lower, pos)) {
      id += lower.substr(pos, CharLength(lower, pos));
    }
  }
  const int count = counts_[id]++;
  if (count > 0) id += "-" + std::to_string(count);
  return options.auto_id_prefix + id;
}

}  // namespace tincture::kramdown
