// BlockParser: reads one text into block elements. A construct a file; the order in which they are tried is the table
// in block_parser.cc. Nested texts (quotes, items, footnotes) get a parser of their own, one level deeper.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "compat/kramdown/block/patterns.h"
#include "compat/kramdown/document.h"
#include "compat/kramdown/support/source.h"

namespace tincture::kramdown {

// A line of fence marks at `start`; no line from there on has more than `longest`.
struct FenceEnd {
  size_t start;
  size_t longest;
};

struct BlockParser {
  BlockParser(Document& the_document, std::string_view text, int first_line, int the_depth)
      : document(the_document), source(text, first_line), depth(the_depth) {}

  Document& document;
  Source source;
  int depth;
  Element* tree = nullptr;
  // An attribute list that waits for the block after it.
  Ial* block_ial = nullptr;
  // Set by the closing tag of `tree`.
  bool found_close_tag = false;
  // Lines that could close a fence, of ~ and of `; found when the first such fence opens.
  std::array<std::optional<std::vector<FenceEnd>>, 2> fence_ends = {};

  std::string_view text() const { return source.text; }
  // New, in the line of the scanner, with the waiting attribute list.
  Element* NewBlock(ElementType type);
  // The same, as the last child of `tree`.
  Element* AppendBlock(ElementType type);
  Element* AppendEob(EobKind kind);
  // Whether a block may start here that cannot interrupt a paragraph.
  bool AfterBlockBoundary() const;
};

// Reads `text` into `parent`.
void ParseBlocks(Document& document, Element& parent, std::string_view text, int first_line, int depth);
// Reads on in the parser's own source until its end or the closing tag of `parent`, an HTML element; whether that came.
bool ParseBlocks(BlockParser& parser, Element& parent);

// Each returns whether it took something; where it did not, the next in the table is asked.
bool ParseBlankLine(BlockParser& parser);
bool ParseCodeblock(BlockParser& parser);
bool ParseFencedCodeblock(BlockParser& parser);
bool ParseBlockquote(BlockParser& parser);
bool ParseAtxHeader(BlockParser& parser);
bool ParseHorizontalRule(BlockParser& parser);
bool ParseList(BlockParser& parser);
bool ParseDefinitionList(BlockParser& parser);
bool ParseBlockHtml(BlockParser& parser);
bool ParseSetextHeader(BlockParser& parser);
bool ParseBlockMath(BlockParser& parser);
bool ParseTable(BlockParser& parser);
bool ParseFootnoteDefinition(BlockParser& parser);
bool ParseLinkDefinition(BlockParser& parser);
bool ParseAbbreviationDefinition(BlockParser& parser);
bool ParseBlockExtensions(BlockParser& parser);
bool ParseEobMarker(BlockParser& parser);
bool ParseParagraph(BlockParser& parser);

}  // namespace tincture::kramdown
