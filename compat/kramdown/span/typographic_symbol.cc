#include "compat/kramdown/entities.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

struct SymbolText {
  std::string_view text;
  TypographicSymbol symbol;
};

// Longer ones first.
constexpr SymbolText kSymbols[] = {
    {"---", TypographicSymbol::kMdash},      {"--", TypographicSymbol::kNdash},
    {"...", TypographicSymbol::kHellip},     {"<< ", TypographicSymbol::kLaquoSpace},
    {" >>", TypographicSymbol::kRaquoSpace}, {"<<", TypographicSymbol::kLaquo},
    {">>", TypographicSymbol::kRaquo},
};

void AppendEntity(SpanParser& parser, std::string_view name) {
  Element* element = parser.document.New(ElementType::kEntity);
  element->entity = *FindEntity(name);
  parser.Append(element);
}

// \<< and \>> are two entities each.
bool ParseEscapedGuillemet(SpanParser& parser) {
  Source& source = parser.source;
  const bool left = StartsWithAt(source.text, source.pos, "\\<<");
  if (!left && !StartsWithAt(source.text, source.pos, "\\>>")) return false;
  source.pos += 3;
  AppendEntity(parser, left ? "lt" : "gt");
  AppendEntity(parser, left ? "lt" : "gt");
  return true;
}

}  // namespace

bool ParseTypographicSyms(SpanParser& parser) {
  Source& source = parser.source;
  for (const SymbolText& entry : kSymbols) {
    if (!StartsWithAt(source.text, source.pos, entry.text)) continue;
    Element* element = parser.document.New(ElementType::kTypographicSym);
    element->symbol = entry.symbol;
    parser.Append(element);
    source.pos += entry.text.size();
    return true;
  }
  return ParseEscapedGuillemet(parser);
}

}  // namespace tincture::kramdown
