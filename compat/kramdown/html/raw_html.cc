#include "compat/kramdown/html/raw_html.h"

#include <string>

#include "compat/kramdown/html/html_elements.h"

namespace tincture::kramdown {

namespace {

void SkipTrailingWhitespace(Source& source) {
  const size_t end = SkipBlanks(source.text, source.pos);
  if (end < source.text.size() && source.text[end] == '\n') source.pos = end + 1;
}

bool IsRawElement(const Element& element) {
  return element.type == ElementType::kHtmlElement && element.content_model == ContentModel::kRaw;
}

std::string_view TakeRest(Source& source) {
  const std::string_view rest = source.Rest();
  source.pos = source.text.size();
  return rest;
}

void WarnNoEndTag(BlockParser& parser, const Element& element) {
  parser.document.Warn("Found no end tag for '" + std::string(element.value.view()) + "' (line " +
                           std::to_string(element.line) + ") - auto-closing it",
                       element.line);
}

// Everything up to the closing tag of `element` as its text; the tag itself is passed. Whether there was one.
bool TakeTextToCloseTag(BlockParser& parser, Element& element, ElementType type) {
  Source& source = parser.source;
  const size_t close = FindCloseTag(source.text, source.pos, element.value.view());
  if (close == kNoMatch) {
    AddText(parser.document, element, TakeRest(source), type);
    return false;
  }
  AddText(parser.document, element, source.text.substr(source.pos, close - source.pos), type);
  const std::optional<CloseTagMatch> tag = MatchCloseTag(source.text, close);
  source.pos = tag ? tag->end : close;
  return true;
}

ContentModel ContentModelFor(const BlockParser& parser, Element& element) {
  const MarkdownAttribute wanted = TakeMarkdownAttribute(element.attr);
  const ContentModel usual = HtmlContentModel(element.value.view());
  switch (wanted) {
    case MarkdownAttribute::kRaw:
      return ContentModel::kRaw;
    case MarkdownAttribute::kDefault:
      return usual;
    case MarkdownAttribute::kSpan:
      return ContentModel::kSpan;
    case MarkdownAttribute::kBlock:
      return ContentModel::kBlock;
    case MarkdownAttribute::kNone:
      break;
  }
  const bool parse = parser.document.options.parse_block_html && !IsRawElement(*parser.tree);
  return parse ? usual : ContentModel::kRaw;
}

void ParseBody(BlockParser& parser, Element& element) {
  if (element.content_model == ContentModel::kBlock) {
    if (!ParseBlocks(parser, element)) WarnNoEndTag(parser, element);
  } else if (element.content_model == ContentModel::kSpan) {
    if (!TakeTextToCloseTag(parser, element, ElementType::kRawText)) WarnNoEndTag(parser, element);
  } else {
    ParseRawHtml(parser, element);
  }
  if (!IsRawElement(*parser.tree)) SkipTrailingWhitespace(parser.source);
}

void SetUpElement(BlockParser& parser, Element& element, bool closed) {
  if (parser.block_ial) element.ial = parser.block_ial;
  parser.block_ial = nullptr;
  element.content_model = ContentModelFor(parser, element);
  element.is_closed = closed;
  if (element.content_model == ContentModel::kBlock) SkipTrailingWhitespace(parser.source);
}

void AppendVerbatim(BlockParser& parser, ElementType type, size_t end, int line) {
  Source& source = parser.source;
  Element* element = parser.document.New(type, source.text.substr(source.pos, end - source.pos));
  element->category = Category::kBlock;
  element->line = line;
  parser.tree->Append(element);
  source.pos = end;
}

void AddRawText(BlockParser& parser, size_t end) {
  Source& source = parser.source;
  AddText(parser.document, *parser.tree, source.text.substr(source.pos, end - source.pos), ElementType::kText);
  source.pos = end;
}

// Next `<` that may begin a tag, comment or instruction.
size_t FindHtml(std::string_view text, size_t pos) {
  for (; (pos = text.find('<', pos)) != std::string_view::npos; ++pos) {
    const char next = pos + 1 < text.size() ? text[pos + 1] : ' ';
    if (next == '/' || next == '?' || StartsWithAt(text, pos + 1, "!--") || MatchName(text, pos + 1) != kNoMatch) {
      return pos;
    }
  }
  return kNoMatch;
}

// The closing tag at the scanner; whether it closes `tree`. One that does not is text.
bool ParseCloseTag(BlockParser& parser, const CloseTagMatch& tag, int line) {
  const std::string_view open = parser.tree->value.view();
  const bool is_own = open == (IsHtmlElement(open) ? std::string_view(Downcase(tag.name)) : tag.name) &&
                      parser.tree->type == ElementType::kHtmlElement;
  if (is_own) {
    parser.source.pos = tag.end;
    return true;
  }
  parser.document.Warn("Found invalidly used HTML closing tag for '" + std::string(tag.name) + "' on line " +
                           std::to_string(line) + " - ignoring it",
                       line);
  AddRawText(parser, tag.end);
  return false;
}

// One piece of HTML at the scanner; whether it closed `tree`.
bool ParseHtmlPiece(BlockParser& parser) {
  Source& source = parser.source;
  const int line = source.Line();
  if (const size_t end = MatchComment(source, source.pos); end != kNoMatch) {
    AppendVerbatim(parser, ElementType::kXmlComment, end, line);
  } else if (const size_t pi_end = MatchInstruction(source.text, source.pos); pi_end != kNoMatch) {
    AppendVerbatim(parser, ElementType::kXmlPi, pi_end, line);
  } else if (const std::optional<TagMatch> tag = MatchTag(source.text, source.pos); tag && parser.depth < kMaxDepth) {
    ParseHtmlStartTag(parser, *tag, line);
  } else if (const std::optional<CloseTagMatch> close = MatchCloseTag(source.text, source.pos)) {
    return ParseCloseTag(parser, *close, line);
  } else {
    AddRawText(parser, source.pos + 1);
  }
  return false;
}

}  // namespace

MarkdownAttribute TakeMarkdownAttribute(Attributes& attr) {
  const Attribute* found = attr.Find("markdown");
  if (!found) return MarkdownAttribute::kNone;
  const std::string_view value = found->value;
  attr.Remove("markdown");
  if (value == "0") return MarkdownAttribute::kRaw;
  if (value == "1") return MarkdownAttribute::kDefault;
  if (value == "span") return MarkdownAttribute::kSpan;
  if (value == "block") return MarkdownAttribute::kBlock;
  return MarkdownAttribute::kNone;
}

void ParseHtmlStartTag(BlockParser& parser, const TagMatch& tag, int line) {
  Document& document = parser.document;
  const std::string_view name = ElementName(document.arena, tag.name);
  Element* element = document.New(ElementType::kHtmlElement, name);
  element->category = Category::kBlock;
  element->line = line;
  element->attr = ParseHtmlAttributes(document, tag.attributes, line, IsHtmlElement(name));
  parser.tree->Append(element);
  parser.source.pos = tag.end;
  const bool closed = tag.closed || IsHtmlElementWithoutBody(name);
  if (name != "script" && name != "style") {
    SetUpElement(parser, *element, closed);
    if (!closed) ParseBody(parser, *element);
    return;
  }
  if (!TakeTextToCloseTag(parser, *element, ElementType::kRaw)) {
    document.Warn("Found no end tag for '" + std::string(name) + "' - auto-closing it", line);
  }
  SetUpElement(parser, *element, false);
}

void ParseRawHtml(BlockParser& parser, Element& parent) {
  Source& source = parser.source;
  Element* const outer = parser.tree;
  parser.tree = &parent;
  ++parser.depth;
  bool done = false;
  while (!source.AtEnd() && !done) {
    const size_t html = FindHtml(source.text, source.pos);
    if (html == kNoMatch) {
      AddText(parser.document, parent, TakeRest(source), ElementType::kText);
      parser.document.Warn("Found no end tag for '" + std::string(parent.value.view()) + "' on line " +
                               std::to_string(parent.line) + " - auto-closing it",
                           parent.line);
      break;
    }
    AddRawText(parser, html);
    done = ParseHtmlPiece(parser);
  }
  --parser.depth;
  parser.tree = outer;
}

}  // namespace tincture::kramdown
