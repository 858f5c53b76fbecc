// SpanParser: reads the text of a block into span elements. A construct a file; the order in which they are tried is
// the table in span_parser.cc. One parser a text; nested elements share it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compat/kramdown/document.h"
#include "compat/kramdown/support/chars.h"
#include "compat/kramdown/support/source.h"

namespace tincture::kramdown {

// Which constructs are looked for: bits.
using SpanRules = uint16_t;
enum SpanRule : SpanRules {
  kEmphasis = 1 << 0,
  kCodespan = 1 << 1,
  kAutolink = 1 << 2,
  kSpanHtml = 1 << 3,
  kFootnoteMarker = 1 << 4,
  kLink = 1 << 5,
  kSmartQuotes = 1 << 6,
  kInlineMath = 1 << 7,
  kSpanExtensions = 1 << 8,
  kHtmlEntity = 1 << 9,
  kTypographicSyms = 1 << 10,
  kLineBreak = 1 << 11,
  kEscapedChars = 1 << 12,
  kStrikethrough = 1 << 13,
};
// All that the document's options leave on.
SpanRules AllSpanRules(const Options& options);

struct SpanParser;

// What ends a nested element.
class SpanStop {
 public:
  virtual ~SpanStop() = default;
  // The byte at which it can only be.
  virtual char FirstByte() const = 0;
  virtual bool IsAt(std::string_view text, size_t pos) const = 0;
  // IsAt holds at the scanner; whether it does end `element` here.
  virtual bool Accept(SpanParser& parser, Element& element) = 0;
  // Told of each place from which reading goes on inside the element.
  virtual void Visit(size_t, const Element&) {}
};

struct SpanParser {
  SpanParser(Document& the_document, std::string_view text, int first_line, ElementType the_text_type,
             int the_depth = 0)
      : document(the_document), source(text, first_line), text_type(the_text_type), depth(the_depth) {}

  Document& document;
  Source source;
  // kText, or kRawText where a table only looks for its cells.
  ElementType text_type;
  int depth;
  Element* tree = nullptr;
  // How many elements of these types the scanner is inside of.
  int open_em = 0;
  int open_strong = 0;
  int open_links = 0;
  int open_images = 0;

  // Places from which a delimiter or bracket is known to find no end, by what is open around them: see emphasis.cc,
  // link.cc.
  std::unordered_set<uint64_t> dead_ends;
  // By length: where the last run of so many backticks begins. Made when the first code span finds no end.
  std::vector<size_t> last_backticks = {};
  // From the first up to the second no `>` ends an autolink.
  std::array<size_t, 2> dead_autolinks = {};
  // From here on no end of a strikethrough follows, or of a link's title in " or '.
  size_t dead_strikethrough = kNoMatch;
  std::array<size_t, 2> dead_titles = {kNoMatch, kNoMatch};

  std::string_view text() const { return source.text; }
  void AddText(std::string_view more) { kramdown::AddText(document, *tree, more, text_type); }
  void Append(Element* element) { tree->Append(element); }
  int& OpenCount(ElementType type);
  // What is open, as bits for dead_ends.
  uint64_t OpenFlags() const;
};

// Reads into `element` until `stop` accepts (true; the scanner is at it), or to the end: without a stop all is taken,
// with one what follows the last construct is left.
bool ParseSpans(SpanParser& parser, Element& element, SpanStop* stop, SpanRules rules);
// The whole of `text` into `element`, whose children become its spans.
void ParseSpanText(Document& document, Element& element, std::string_view text, int line, int depth);

// Each returns whether its construct begins at the scanner; it has then taken that, or what looked like it as text.
bool ParseEmphasis(SpanParser& parser);
bool ParseCodespan(SpanParser& parser);
bool ParseAutolink(SpanParser& parser);
bool ParseSpanHtml(SpanParser& parser);
bool ParseFootnoteMarker(SpanParser& parser);
bool ParseLink(SpanParser& parser);
bool ParseSmartQuotes(SpanParser& parser);
bool ParseInlineMath(SpanParser& parser);
bool ParseSpanExtensions(SpanParser& parser);
bool ParseHtmlEntity(SpanParser& parser);
bool ParseTypographicSyms(SpanParser& parser);
bool ParseLineBreak(SpanParser& parser);
bool ParseEscapedChars(SpanParser& parser);
bool ParseStrikethrough(SpanParser& parser);

}  // namespace tincture::kramdown
