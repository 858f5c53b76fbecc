#include <string>

#include "compat/kramdown/html/html_elements.h"
#include "compat/kramdown/html/html_scan.h"
#include "compat/kramdown/html/html_to_native.h"
#include "compat/kramdown/html/raw_html.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

class CloseTagStop : public SpanStop {
 public:
  explicit CloseTagStop(std::string_view name) : name_(name), ignore_case_(IsHtmlElement(name)) {}
  char FirstByte() const override { return '<'; }
  bool IsAt(std::string_view text, size_t pos) const override { return End(text, pos) != kNoMatch; }
  bool Accept(SpanParser&, Element&) override { return true; }
  size_t End(std::string_view text, size_t pos) const { return MatchCloseTagOf(text, pos, name_, ignore_case_); }

 private:
  std::string_view name_;
  bool ignore_case_;
};

void AddMatchedText(SpanParser& parser, size_t end) {
  parser.AddText(parser.text().substr(parser.source.pos, end - parser.source.pos));
  parser.source.pos = end;
}

// Line breaks within values become spaces.
void JoinValueLines(Arena& arena, Attributes& attributes) {
  for (const Attribute* entry = attributes.first(); entry; entry = entry->next) {
    if (entry->value.find('\n') == std::string_view::npos) continue;
    std::string joined;
    for (size_t i = 0; i < entry->value.size(); ++i) {
      if (entry->value[i] != '\n') {
        joined += entry->value[i];
      } else if (i == 0 || entry->value[i - 1] != '\n') {
        joined += ' ';
      }
    }
    attributes.Set(arena, entry->name, arena.Copy(joined));
  }
}

// Whether the body is read for spans: as the options and the `markdown` attribute say.
bool DoesParseBody(SpanParser& parser, Element& element, int line) {
  const bool raw_model = HtmlContentModel(element.value.view()) == ContentModel::kRaw;
  const bool in_raw = parser.tree->content_model == ContentModel::kRaw;
  switch (TakeMarkdownAttribute(element.attr)) {
    case MarkdownAttribute::kSpan:
      return true;
    case MarkdownAttribute::kDefault:
      return !raw_model;
    case MarkdownAttribute::kRaw:
      return false;
    case MarkdownAttribute::kBlock:
      parser.document.Warn("Cannot use block-level parsing in span-level HTML tag (line " + std::to_string(line) +
                               ") - using default mode",
                           line);
      break;
    case MarkdownAttribute::kNone:
      break;
  }
  return !raw_model && !in_raw && parser.document.options.parse_span_html;
}

void ParseElementBody(SpanParser& parser, Element& element, int line) {
  const bool parses = element.content_model == ContentModel::kSpan;
  CloseTagStop stop(element.value.view());
  const SpanRules rules = parses ? AllSpanRules(parser.document.options) : SpanRules{kSpanHtml};
  Source& source = parser.source;
  if (ParseSpans(parser, element, &stop, rules)) {
    source.pos = stop.End(source.text, source.pos);
    return;
  }
  parser.document.Warn("Found no end tag for '" + std::string(element.value.view()) + "' (line " +
                           std::to_string(line) + ") - auto-closing it",
                       line);
  AddText(parser.document, element, source.Rest(), parser.text_type);
  source.pos = source.text.size();
}

void ParseElement(SpanParser& parser, const TagMatch& tag, int line) {
  Document& document = parser.document;
  const std::string_view name = ElementName(document.arena, tag.name);
  if (IsHtmlBlockElement(name)) {
    document.Warn("Found block HTML tag '" + std::string(name) + "' in span-level text on line " + std::to_string(line),
                  line);
    return AddMatchedText(parser, tag.end);
  }
  Element* element = document.New(ElementType::kHtmlElement, name);
  element->category = Category::kSpan;
  element->line = line;
  element->attr = ParseHtmlAttributes(document, tag.attributes, line, IsHtmlElement(name));
  JoinValueLines(document.arena, element->attr);
  element->content_model = DoesParseBody(parser, *element, line) ? ContentModel::kSpan : ContentModel::kRaw;
  element->is_closed = tag.closed;
  parser.Append(element);
  parser.source.pos = tag.end;
  if (!tag.closed && !IsHtmlElementWithoutBody(name)) ParseElementBody(parser, *element, line);
  if (document.options.html_to_native) ConvertHtmlToNative(document, *element);
}

bool StartsHtml(std::string_view text, size_t pos) {
  return StartsWithAt(text, pos, "</") || StartsWithAt(text, pos, "<!--") || MatchName(text, pos + 1) != kNoMatch;
}

}  // namespace

bool ParseSpanHtml(SpanParser& parser) {
  Source& source = parser.source;
  if (source.Peek() != '<' || !StartsHtml(source.text, source.pos)) return false;
  if (const size_t end = MatchComment(source, source.pos); end != kNoMatch) {
    Element* comment = parser.document.New(ElementType::kXmlComment, source.text.substr(source.pos, end - source.pos));
    comment->category = Category::kSpan;
    parser.Append(comment);
    source.pos = end;
  } else if (const std::optional<CloseTagMatch> close = MatchCloseTag(source.text, source.pos)) {
    const int line = source.Line();
    parser.document.Warn(
        "Found invalidly used HTML closing tag for '" + std::string(close->name) + "' on line " + std::to_string(line),
        line);
    AddMatchedText(parser, close->end);
  } else if (const std::optional<TagMatch> tag = MatchTag(source.text, source.pos); tag && parser.depth < kMaxDepth) {
    ParseElement(parser, *tag, source.Line());
  } else {
    AddMatchedText(parser, source.pos + 1);
  }
  return true;
}

}  // namespace tincture::kramdown
