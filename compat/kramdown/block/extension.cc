// {:name: definition}, {: attributes} for the block beside it, and {::extension}.
#include "compat/kramdown/extension.h"

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

// {:name: ...}
bool ParseAld(BlockParser& parser, size_t start) {
  Document& document = parser.document;
  const std::string_view text = parser.text();
  const size_t id_end = MatchIdName(text, start + 2);
  if (id_end == kNoMatch || id_end >= text.size() || text[id_end] != ':') return false;
  const std::optional<BraceMatch> match = MatchBraced(text, id_end + 1, true);
  if (!match) return false;
  Ial*& definition = document.alds[text.substr(start + 2, id_end - start - 2)];
  if (!definition) definition = NewIal(document);
  ParseAttributeList(document, match->content, *definition);
  parser.source.pos = match->end;
  parser.AppendEob(EobKind::kAld);
  return true;
}

// Blank lines, and ends of blocks that define nothing, take no attributes.
bool TakesAttributes(const Element& element) {
  if (element.type == ElementType::kBlank) return false;
  if (element.type != ElementType::kEob) return true;
  return element.eob == EobKind::kLinkDef || element.eob == EobKind::kAbbrevDef || element.eob == EobKind::kFootnoteDef;
}

bool ParseIal(BlockParser& parser) {
  Document& document = parser.document;
  const std::optional<BraceMatch> match = MatchIalBlockStart(parser.text(), parser.source.pos);
  if (!match) return false;
  parser.source.pos = match->end;
  Element* last = parser.tree->last;
  const bool for_last = last && TakesAttributes(*last);
  Ial*& ial = for_last ? last->ial : parser.block_ial;
  if (!ial) ial = NewIal(document);
  ParseAttributeList(document, match->content, *ial);
  if (for_last && !MatchIalBlockStart(parser.text(), match->end)) parser.AppendEob(EobKind::kIal);
  return true;
}

bool ParseBlockExtension(BlockParser& parser) {
  Source& source = parser.source;
  const std::string_view tag = source.Rest();
  if (!ParseExtension(parser.document, source, *parser.tree, Category::kBlock)) return false;
  if (tag.substr(SkipOptSpace(tag, 0)).starts_with("{::options")) parser.AppendEob(EobKind::kExtension);
  return true;
}

}  // namespace

bool ParseBlockExtensions(BlockParser& parser) {
  const Source& source = parser.source;
  const size_t start = SkipOptSpace(source.text, source.pos);
  if (!StartsWithAt(source.text, start, "{:")) return false;
  if (ParseAld(parser, start)) return true;
  if (IsExtensionTag(source.text, source.pos, Category::kBlock)) return ParseBlockExtension(parser);
  return ParseIal(parser);
}

}  // namespace tincture::kramdown
