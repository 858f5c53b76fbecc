#include "compat/kramdown/html/html_elements.h"
#include "compat/kramdown/html/html_to_native.h"
#include "compat/kramdown/html/raw_html.h"

namespace tincture::kramdown {

namespace {

bool ParseComment(BlockParser& parser, int line) {
  Source& source = parser.source;
  const size_t end = MatchComment(source, source.pos);
  if (end == kNoMatch) return false;
  Element* comment = parser.document.New(ElementType::kXmlComment, source.text.substr(source.pos, end - source.pos));
  comment->category = Category::kBlock;
  comment->line = line;
  parser.tree->Append(comment);
  const size_t blanks = SkipBlanks(source.text, end);
  source.pos = blanks < source.text.size() && source.text[blanks] == '\n' ? blanks + 1 : end;
  return true;
}

}  // namespace

// Elements of text level are left to the span parser; so is a comment behind spaces.
bool ParseBlockHtml(BlockParser& parser) {
  Source& source = parser.source;
  const size_t start = SkipOptSpace(source.text, source.pos);
  if (start >= source.text.size() || source.text[start] != '<') return false;
  const int line = source.Line();
  if (ParseComment(parser, line)) return true;
  const std::optional<TagMatch> tag = MatchTag(source.text, start);
  if (tag && !IsHtmlSpanElement(Downcase(tag->name))) {
    ParseHtmlStartTag(parser, *tag, line);
    if (parser.document.options.html_to_native) ConvertHtmlToNative(parser.document, *parser.tree->last);
    return true;
  }
  const std::optional<CloseTagMatch> close = MatchCloseTag(source.text, start);
  if (!close || parser.tree->type != ElementType::kHtmlElement) return false;
  const std::string name = Downcase(close->name);
  if (IsHtmlSpanElement(name) || parser.tree->value.view() != name) return false;
  source.pos = close->end;
  parser.found_close_tag = true;
  return true;
}

}  // namespace tincture::kramdown
