#include "compat/kramdown/block/block_parser.h"

#include <span>

namespace tincture::kramdown {

namespace {

using BlockRule = bool (*)(BlockParser&);

// The line as text of the parent itself.
bool ParseContentLine(BlockParser& parser) {
  Source& source = parser.source;
  const size_t end = NextLine(source.text, source.pos);
  AddText(parser.document, *parser.tree, source.text.substr(source.pos, end - source.pos), ElementType::kRawText);
  source.pos = end;
  return true;
}

// kramdown's order.
constexpr BlockRule kRules[] = {
    ParseBlankLine,       ParseCodeblock, ParseFencedCodeblock,    ParseBlockquote,     ParseAtxHeader,
    ParseHorizontalRule,  ParseList,      ParseDefinitionList,     ParseBlockHtml,      ParseSetextHeader,
    ParseBlockMath,       ParseTable,     ParseFootnoteDefinition, ParseLinkDefinition, ParseAbbreviationDefinition,
    ParseBlockExtensions, ParseEobMarker, ParseParagraph,
};
// At kMaxDepth nothing nests any more.
constexpr BlockRule kFlatRules[] = {ParseBlankLine, ParseCodeblock, ParseParagraph};

constexpr BlockRule kSmartyPantsRules[] = {ParseBlockHtml, ParseContentLine};

std::span<const BlockRule> RulesFor(const BlockParser& parser) {
  if (parser.document.options.input == Input::kSmartyPants) return kSmartyPantsRules;
  if (parser.depth >= kMaxDepth) return kFlatRules;
  return kRules;
}

void ParseOneBlock(BlockParser& parser) {
  for (const BlockRule rule : RulesFor(parser)) {
    if (rule(parser) || parser.found_close_tag) return;
  }
  parser.document.Warn("Warning: this should not occur - no block parser handled the line", parser.source.Line());
  ParseContentLine(parser);
}

}  // namespace

Element* BlockParser::NewBlock(ElementType type) {
  Element* element = document.New(type);
  element->line = source.Line();
  element->ial = block_ial;
  block_ial = nullptr;
  return element;
}

Element* BlockParser::AppendBlock(ElementType type) {
  Element* element = NewBlock(type);
  tree->Append(element);
  return element;
}

Element* BlockParser::AppendEob(EobKind kind) {
  Element* element = AppendBlock(ElementType::kEob);
  element->eob = kind;
  return element;
}

bool BlockParser::AfterBlockBoundary() const {
  const Element* last = tree->last;
  return !last || last->type == ElementType::kBlank ||
         (last->type == ElementType::kEob && last->eob == EobKind::kMarker) || block_ial;
}

bool ParseBlocks(BlockParser& parser, Element& parent) {
  Element* const outer_tree = parser.tree;
  Ial* const outer_ial = parser.block_ial;
  parser.tree = &parent;
  parser.block_ial = nullptr;
  ++parser.depth;
  while (!parser.source.AtEnd() && !parser.found_close_tag) ParseOneBlock(parser);
  --parser.depth;
  parser.tree = outer_tree;
  parser.block_ial = outer_ial;
  const bool found = parser.found_close_tag;
  parser.found_close_tag = false;
  return found;
}

void ParseBlocks(Document& document, Element& parent, std::string_view text, int first_line, int depth) {
  BlockParser parser(document, text, first_line, depth);
  ParseBlocks(parser, parent);
}

}  // namespace tincture::kramdown
