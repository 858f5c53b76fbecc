#include "compat/kramdown/html_converter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "compat/kramdown/code_language.h"
#include "compat/kramdown/entities.h"
#include "compat/kramdown/header_id.h"
#include "compat/kramdown/html/html_elements.h"
#include "compat/kramdown/html_escape.h"
#include "compat/kramdown/support/cjk.h"
#include "compat/kramdown/toc.h"

namespace tincture::kramdown {

namespace {

constexpr int kIndent = 2;
// Stand for the table of contents and the footnotes until these are complete: bytes that no UTF-8 text has.
constexpr std::string_view kTocMark = "\xFFT";
constexpr std::string_view kFootnotesMark =
    "\xFF"
    "F";

struct FootnoteUse {
  std::string name;  // with the prefix
  Element* content;
  int number;
  int repeats = 0;
};

class Converter {
 public:
  Converter(Document& document, SyntaxHighlighter* highlighter)
      : document_(document), options_(document.options), highlighter_(highlighter), arena_(document.arena) {
    next_footnote_ = options_.footnote_nr;
    for (size_t i = 0; i < quotes_.size(); ++i) {
      quotes_[i] = EntityToString(SmartQuoteEntity(static_cast<Quote>(i), options_), {}, options_);
    }
    for (size_t i = 0; i < symbols_.size(); ++i) symbols_[i] = SymbolText(static_cast<TypographicSymbol>(i));
  }

  std::string ConvertRoot();

 private:
  void Convert(Element& element, int indent);
  void Inner(const Element& element, int indent);
  void Indent(int indent) { out_.append(indent > 0 ? indent : 0, ' '); }
  void Open(std::string_view name, const Attributes& attributes);
  void Close(std::string_view name);

  void Block(std::string_view name, const Element& element, const Attributes& attributes, int indent);
  void IndentedBlock(std::string_view name, const Element& element, int indent);
  void Span(std::string_view name, const Element& element, int indent);

  void Text(const Element& element);
  void Paragraph(Element& element, int indent);
  void StandaloneImage(const Element& element, int indent);
  void Codeblock(const Element& element, int indent);
  void EscapedCodeblock(const Element& element, const Attributes& attr, std::optional<std::string_view> lang,
                        int indent);
  void Codespan(const Element& element);
  void Header(Element& element, int indent);
  void List(Element& element, int indent);
  void ListItem(const Element& element, int indent);
  void Term(Element& element, int indent);
  void Row(const Element& element, int indent);
  void Cell(const Element& element, size_t column, int indent);
  void HtmlElement(const Element& element, int indent);
  void SpanHtmlElement(const Element& element, int indent);
  void Verbatim(const Element& element, int indent);
  void Comment(const Element& element, int indent);
  void Raw(const Element& element);
  void FootnoteMarker(const Element& element);
  std::string SymbolText(TypographicSymbol symbol) const;
  void Math(const Element& element, int indent);
  void Abbreviation(const Element& element);

  bool InRawHtml(const Element& element) const;
  bool InToc(const Element& header) const;
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang, CodeKind kind);
  const HighlighterOptions& OptionsFor(CodeKind kind) const;
  std::string Symbolic(std::string_view name) const { return EntityToString(*FindEntity(name), {}, options_); }
  std::string FootnoteContent();
  void AppendFootnote(size_t number);
  void AddBacklinks(Element& item, const FootnoteUse& use);
  std::string Backlink(std::string_view space, const std::string& target, const std::string& text) const;
  void ReplaceMark(std::string_view mark, const std::string& text);

  Document& document_;
  const Options& options_;
  SyntaxHighlighter* highlighter_;
  Arena& arena_;
  std::string out_;
  // What is written for a Quote and for a TypographicSymbol.
  std::array<std::string, 4> quotes_;
  std::array<std::string, 7> symbols_;
  HeaderIds ids_;
  std::vector<TocEntry> toc_;
  Element* toc_list_ = nullptr;
  bool footnotes_placed_ = false;
  int next_footnote_;
  std::vector<FootnoteUse> footnotes_;
  std::unordered_map<std::string, size_t> footnote_index_;
};

void Converter::Open(std::string_view name, const Attributes& attributes) {
  out_ += '<';
  out_ += name;
  AppendHtmlAttributes(attributes, out_);
  out_ += '>';
}

void Converter::Close(std::string_view name) {
  out_ += "</";
  out_ += name;
  out_ += '>';
}

void Converter::Inner(const Element& element, int indent) {
  for (Element* child = element.first; child; child = child->next) Convert(*child, indent + kIndent);
}

void Converter::Block(std::string_view name, const Element& element, const Attributes& attributes, int indent) {
  Indent(indent);
  Open(name, attributes);
  Inner(element, indent);
  Close(name);
  out_ += '\n';
}

void Converter::IndentedBlock(std::string_view name, const Element& element, int indent) {
  Indent(indent);
  Open(name, element.attr);
  out_ += '\n';
  Inner(element, indent);
  Indent(indent);
  Close(name);
  out_ += '\n';
}

void Converter::Span(std::string_view name, const Element& element, int indent) {
  Open(name, element.attr);
  Inner(element, indent);
  Close(name);
}

void Converter::Convert(Element& element, int indent) {
  switch (element.type) {
    case ElementType::kBlank:
      out_ += '\n';
      break;
    case ElementType::kText:
      Text(element);
      break;
    case ElementType::kP:
      Paragraph(element, indent);
      break;
    case ElementType::kHeader:
      Header(element, indent);
      break;
    case ElementType::kCodeblock:
      Codeblock(element, indent);
      break;
    case ElementType::kCodespan:
      Codespan(element);
      break;
    case ElementType::kUl:
    case ElementType::kOl:
      List(element, indent);
      break;
    case ElementType::kLi:
    case ElementType::kDd:
      ListItem(element, indent);
      break;
    case ElementType::kDt:
      Term(element, indent);
      break;
    case ElementType::kTr:
      Row(element, indent);
      break;
    case ElementType::kTd:  // html_to_native may make one outside of a row
      Cell(element, 0, indent);
      break;
    case ElementType::kBlockquote:
    case ElementType::kDl:
    case ElementType::kTable:
    case ElementType::kThead:
    case ElementType::kTbody:
    case ElementType::kTfoot:
      IndentedBlock(NameOf(element.type), element, indent);
      break;
    case ElementType::kHr:
      Indent(indent);
      out_ += "<hr";
      AppendHtmlAttributes(element.attr, out_);
      out_ += " />\n";
      break;
    case ElementType::kImg:
      out_ += "<img";
      AppendHtmlAttributes(element.attr, out_);
      out_ += " />";
      break;
    case ElementType::kBr:
      out_ += "<br />";
      break;
    case ElementType::kA:
    case ElementType::kEm:
    case ElementType::kStrong:
      Span(NameOf(element.type), element, indent);
      break;
    case ElementType::kHtmlElement:
      HtmlElement(element, indent);
      break;
    case ElementType::kXmlComment:
    case ElementType::kXmlPi:
      Verbatim(element, indent);
      break;
    case ElementType::kComment:
      Comment(element, indent);
      break;
    case ElementType::kRaw:
      Raw(element);
      break;
    case ElementType::kFootnote:
      FootnoteMarker(element);
      break;
    case ElementType::kEntity:
      out_ += EntityToString(element.entity, element.detail, options_);
      break;
    case ElementType::kTypographicSym:
      out_ += symbols_[static_cast<size_t>(element.symbol)];
      break;
    case ElementType::kSmartQuote:
      out_ += quotes_[static_cast<size_t>(element.quote)];
      break;
    case ElementType::kMath:
      Math(element, indent);
      break;
    case ElementType::kAbbreviation:
      Abbreviation(element);
      break;
    case ElementType::kRoot:
    case ElementType::kTemp:
    case ElementType::kEob:
    case ElementType::kTh:
    case ElementType::kFootnoteDef:
    case ElementType::kRawText:
      break;
  }
}

void Converter::Text(const Element& element) {
  if (!options_.remove_line_breaks_for_cjk) return EscapeHtml(element.value.view(), EscapeKind::kText, out_);
  out_ += JoinCjkLines(EscapeHtml(element.value.view(), EscapeKind::kText));
}

void Converter::Paragraph(Element& element, int indent) {
  if (element.transparent) return Inner(element, indent);
  const Element* only = element.HasOneChild() ? element.first : nullptr;
  if (only && only->type == ElementType::kImg && only->ial && only->ial->HasRef("standalone")) {
    return StandaloneImage(element, indent);
  }
  Block("p", element, element.attr, indent);
}

// {: standalone}: a figure; class and id go from the image to it.
void Converter::StandaloneImage(const Element& element, int indent) {
  Attributes figure = element.attr.Copy(arena_);
  Attributes image = element.first->attr.Copy(arena_);
  for (const std::string_view name : {"class", "id"}) {
    const Attribute* entry = image.Find(name);
    if (!entry || figure.Find(name)) continue;
    figure.Set(arena_, name, entry->value);
    image.Remove(name);
  }
  Indent(indent);
  Open("figure", figure);
  out_ += '\n';
  Indent(indent + kIndent);
  out_ += "<img";
  AppendHtmlAttributes(image, out_);
  out_ += " />\n";
  Indent(indent + kIndent);
  out_ += "<figcaption>";
  out_ += image.Get("alt");
  out_ += "</figcaption>\n";
  Indent(indent);
  out_ += "</figure>\n";
}

const HighlighterOptions& Converter::OptionsFor(CodeKind kind) const {
  return kind == CodeKind::kBlock ? options_.highlight_block : options_.highlight_span;
}

// kramdown's adapter for Rouge: nothing where the code is to be escaped only.
std::optional<std::string> Converter::Highlight(std::string_view code, std::optional<std::string_view> lang,
                                                CodeKind kind) {
  if (!options_.syntax_highlighter) return std::nullopt;
  if (*options_.syntax_highlighter != "rouge") {
    document_.Warn("The configured syntax highlighter " + *options_.syntax_highlighter + " is not available.");
    return std::nullopt;
  }
  const HighlighterOptions& options = OptionsFor(kind);
  if (!lang && options.default_lang) lang = *options.default_lang;
  if (!lang && !options.guess_lang) return std::nullopt;
  if (!highlighter_ || options.disable) return std::nullopt;
  return highlighter_->Highlight(code, lang, kind, options);
}

void Converter::Codeblock(const Element& element, int indent) {
  Attributes attr = element.attr.Copy(arena_);
  const std::optional<std::string_view> lang = TakeCodeLanguage(arena_, attr);
  const bool has_detail = !element.detail.empty();
  const std::optional<std::string_view> wanted = has_detail ? std::optional(element.detail) : lang;
  const std::optional<std::string> highlighted = Highlight(element.value.view(), wanted, CodeKind::kBlock);
  if (!highlighted) return EscapedCodeblock(element, attr, lang, indent);
  AddHighlighterClass(arena_, attr, *options_.syntax_highlighter, lang ? lang : options_.highlight_block.default_lang);
  Indent(indent);
  Open("div", attr);
  out_ += *highlighted;
  Indent(indent);
  out_ += "</div>\n";
}

void Converter::EscapedCodeblock(const Element& element, const Attributes& attr, std::optional<std::string_view> lang,
                                 int indent) {
  std::string code = EscapeHtml(element.value.view());
  if (code.ends_with('\n')) code.pop_back();
  if (HasClassWord(element.attr.Get("class"), "show-whitespaces")) code = ShowWhitespaces(code);
  Indent(indent);
  Open("pre", attr);
  Attributes code_attr;
  if (lang) code_attr.Set(arena_, "class", arena_.Copy("language-" + std::string(*lang)));
  Open("code", code_attr);
  out_ += code;
  out_ += "\n</code></pre>\n";
}

void Converter::Codespan(const Element& element) {
  Attributes attr = element.attr.Copy(arena_);
  const std::optional<std::string_view> lang = FindCodeLanguage(attr.Get("class"));
  const std::optional<std::string> highlighted = Highlight(element.value.view(), lang, CodeKind::kSpan);
  if (highlighted) {
    AddHighlighterClass(arena_, attr, *options_.syntax_highlighter, lang ? lang : options_.highlight_span.default_lang);
  }
  Open("code", attr);
  if (highlighted) {
    out_ += *highlighted;
  } else {
    EscapeHtml(element.value.view(), EscapeKind::kAll, out_);
  }
  out_ += "</code>";
}

bool Converter::InToc(const Element& header) const {
  return options_.toc_levels.contains(header.level) && !HasClassWord(header.attr.Get("class"), "no_toc");
}

void Converter::Header(Element& element, int indent) {
  Attributes attr = element.attr.Copy(arena_);
  if (options_.auto_ids && !attr.Find("id")) {
    attr.Set(arena_, "id", arena_.Copy(options_.auto_id_prefix + ids_.Generate(element.detail)));
  }
  if (const Attribute* id = attr.Find("id"); id && InToc(element)) toc_.push_back({element.level, id->value, &element});
  const int level = std::clamp(element.level + options_.header_offset, 1, 6);
  const char name[] = {'h', static_cast<char>('0' + level)};
  Block({name, 2}, element, attr, indent);
}

// {:toc} and {:footnotes} make the first list that has them a place holder.
void Converter::List(Element& element, int indent) {
  if (!toc_list_ && element.ial && element.ial->HasRef("toc")) {
    toc_list_ = &element;
    out_ += kTocMark;
  } else if (!footnotes_placed_ && element.ial && element.ial->HasRef("footnotes")) {
    footnotes_placed_ = true;
    out_ += kFootnotesMark;
  } else {
    IndentedBlock(NameOf(element.type), element, indent);
  }
}

void Converter::ListItem(const Element& element, int indent) {
  Indent(indent);
  Open(NameOf(element.type), element.attr);
  const bool compact = !element.first || (element.first->type == ElementType::kP && element.first->transparent);
  if (!compact) out_ += '\n';
  const size_t start = out_.size();
  Inner(element, indent);
  if (!compact || (out_.size() > start && out_.back() == '\n')) Indent(indent);
  Close(NameOf(element.type));
  out_ += '\n';
}

// {:auto_ids} or {:auto_ids-prefix} on the list gives the terms ids.
void Converter::Term(Element& element, int indent) {
  Attributes attr = element.attr.Copy(arena_);
  const Ial* ial = attr.Find("id") ? nullptr : element.parent->ial;
  for (const Ial::Ref* ref = ial ? ial->first_ref : nullptr; ref; ref = ref->next) {
    if (!ref->name.starts_with("auto_ids")) continue;
    std::string_view prefix = ref->name.substr(8);
    prefix = prefix.starts_with('-') ? prefix.substr(1) : std::string_view();
    attr.Set(arena_, "id", arena_.Copy(std::string(prefix) + BasicHeaderId(element.detail)));
    break;
  }
  Block("dt", element, attr, indent);
}

std::string_view NameOfAlignment(Alignment alignment) {
  return alignment == Alignment::kLeft ? "left" : alignment == Alignment::kRight ? "right" : "center";
}

void Converter::Row(const Element& element, int indent) {
  Indent(indent);
  Open("tr", element.attr);
  out_ += '\n';
  size_t column = 0;
  for (Element* child = element.first; child; child = child->next, ++column) {
    if (child->type == ElementType::kTd) {
      Cell(*child, column, indent + kIndent);
    } else {
      Convert(*child, indent + kIndent);
    }
  }
  Indent(indent);
  out_ += "</tr>\n";
}

void Converter::Cell(const Element& element, size_t column, int indent) {
  const Element* row = element.parent;
  const Element* section = row ? row->parent : nullptr;
  const Element* table = section ? section->parent : nullptr;
  const std::string_view name = section && section->type == ElementType::kThead ? "th" : "td";
  Attributes attr = element.attr;
  if (table && column < table->alignment.size() && table->alignment[column] != Alignment::kDefault) {
    attr = attr.Copy(arena_);
    const std::string before = attr.Find("style") ? std::string(attr.Get("style")) + "; " : "";
    const std::string style = before + "text-align: " + std::string(NameOfAlignment(table->alignment[column]));
    attr.Set(arena_, "style", arena_.Copy(style));
  }
  Indent(indent);
  Open(name, attr);
  const size_t start = out_.size();
  Inner(element, indent);
  if (out_.size() == start) out_ += Symbolic("nbsp");
  Close(name);
  out_ += '\n';
}

bool Converter::InRawHtml(const Element& element) const {
  const Element* parent = element.parent;
  return parent && parent->type == ElementType::kHtmlElement && parent->content_model == ContentModel::kRaw;
}

void Converter::SpanHtmlElement(const Element& element, int indent) {
  const std::string_view name = element.value.view();
  out_ += '<';
  out_ += name;
  AppendHtmlAttributes(element.attr, out_);
  const size_t end = out_.size();
  out_ += '>';
  Inner(element, indent);
  if (out_.size() == end + 1 && IsHtmlElementWithoutBody(name)) {
    out_.resize(end);
    out_ += " />";
  } else {
    Close(name);
  }
}

void Converter::HtmlElement(const Element& element, int indent) {
  if (element.category == Category::kSpan) return SpanHtmlElement(element, indent);
  const std::string_view name = element.value.view();
  const bool in_raw = InRawHtml(element);
  const bool is_block = element.content_model == ContentModel::kBlock;
  if (!in_raw) Indent(indent);
  out_ += '<';
  out_ += name;
  AppendHtmlAttributes(element.attr, out_);
  const size_t end = out_.size();
  out_ += is_block ? ">\n" : ">";
  const size_t start = out_.size();
  Inner(element, indent);
  const bool is_empty = out_.size() == start;
  if ((element.is_closed && element.content_model == ContentModel::kRaw) ||
      (is_empty && IsHtmlElementWithoutBody(name))) {
    out_.resize(end);
    out_ += " />";
  } else if (is_empty) {
    out_.resize(end);
    out_ += '>';
    Close(name);
  } else {
    if (is_block && out_.back() != '\n') out_ += '\n';
    if (is_block) Indent(indent);
    Close(name);
  }
  if (!in_raw) out_ += '\n';
}

void Converter::Verbatim(const Element& element, int indent) {
  const bool own_line = element.category == Category::kBlock && !InRawHtml(element);
  if (own_line) Indent(indent);
  out_ += element.value.view();
  if (own_line) out_ += '\n';
}

void Converter::Comment(const Element& element, int indent) {
  if (element.category == Category::kBlock) Indent(indent);
  out_ += "<!-- ";
  out_ += element.value.view();
  out_ += " -->";
  if (element.category == Category::kBlock) out_ += '\n';
}

void Converter::Raw(const Element& element) {
  if (element.for_other_output) return;
  out_ += element.value.view();
  if (element.category == Category::kBlock) out_ += '\n';
}

void Converter::FootnoteMarker(const Element& element) {
  std::string name = options_.footnote_prefix + std::string(element.detail);
  const auto [place, is_new] = footnote_index_.try_emplace(name, footnotes_.size());
  if (is_new) footnotes_.push_back({name, element.content, next_footnote_++});
  FootnoteUse& use = footnotes_[place->second];
  const std::string repeat = is_new ? "" : ":" + std::to_string(++use.repeats);
  out_ += "<sup id=\"fnref:" + name + repeat + "\" role=\"doc-noteref\"><a href=\"#fn:" + name +
          "\" class=\"footnote\" rel=\"footnote\">" + std::to_string(use.number) + "</a></sup>";
}

std::string Converter::SymbolText(TypographicSymbol symbol) const {
  const auto replacement = options_.typographic_symbols.find(NameOf(symbol));
  if (replacement != options_.typographic_symbols.end()) return EscapeHtml(replacement->second, EscapeKind::kText);
  if (symbol == TypographicSymbol::kLaquoSpace) return Symbolic("laquo") + Symbolic("nbsp");
  if (symbol == TypographicSymbol::kRaquoSpace) return Symbolic("nbsp") + Symbolic("raquo");
  return Symbolic(NameOf(symbol));
}

// MathJax's own delimiters; without a math engine the source in dollars.
void Converter::Math(const Element& element, int indent) {
  const bool is_block = element.category == Category::kBlock;
  const std::string_view source = element.value.view();
  const bool mathjax = options_.math_engine == "mathjax";
  if (options_.math_engine && !mathjax) {
    document_.Warn("The configured math engine " + *options_.math_engine + " is not available.");
  }
  if (mathjax && element.attr.empty()) {
    out_ += is_block ? "\\[" : "\\(";
    EscapeHtml(source, EscapeKind::kAll, out_);
    out_ += is_block ? "\\]\n" : "\\)";
    return;
  }
  Attributes attr = element.attr.Copy(arena_);
  if (!mathjax) attr.AddClass(arena_, "kdmath");
  if (is_block) Indent(indent);
  Open(is_block ? "div" : "span", attr);
  if (!is_block) {
    out_ += "$" + std::string(source) + "$";
  } else if (mathjax) {
    out_ += "\\[" + EscapeHtml(source) + "\\]\n";
  } else {
    out_ += "$$\n" + std::string(source) + "\n$$";
  }
  Close(is_block ? "div" : "span");
  if (is_block) out_ += '\n';
}

void Converter::Abbreviation(const Element& element) {
  const kramdown::Abbreviation& definition = *document_.abbreviations.Find(element.value.view());
  Attributes attr = definition.eob->attr.Copy(arena_);
  if (!definition.text.empty()) attr.Set(arena_, "title", definition.text);
  Open("abbr", attr);
  out_ += element.value.view();
  out_ += "</abbr>";
}

std::string Converter::Backlink(std::string_view space, const std::string& target, const std::string& text) const {
  return std::string(space) + "<a href=\"#fnref:" + target + "\" class=\"reversefootnote\" role=\"doc-backlink\">" +
         text + "</a>";
}

// The paragraph (or header, when they may stand within) that back links go to the end of.
Element* FindBacklinkParagraph(Element& item, bool inline_wanted) {
  if (!item.last) return nullptr;
  if (item.last->type != ElementType::kP && !inline_wanted) return nullptr;
  Element* parent = &item;
  while (parent->last && parent->last->type != ElementType::kP && parent->last->type != ElementType::kHeader) {
    parent = parent->last;
  }
  return parent->last;
}

void Converter::AddBacklinks(Element& item, const FootnoteUse& use) {
  Element* paragraph = FindBacklinkParagraph(item, options_.footnote_backlink_inline);
  const std::string nbsp = Symbolic("nbsp");
  const std::string_view space = paragraph ? std::string_view(nbsp) : std::string_view();
  if (!paragraph) {
    paragraph = document_.New(ElementType::kP);
    item.Append(paragraph);
  }
  if (options_.footnote_backlink.empty()) return;
  const std::string text = EscapeHtml(options_.footnote_backlink, EscapeKind::kText);
  std::string links = Backlink(space, use.name, text);
  for (int repeat = 1; repeat <= use.repeats; ++repeat) {
    const std::string number = std::to_string(repeat);
    links += Backlink(nbsp, use.name + ":" + number, text + "<sup>" + std::to_string(repeat + 1) + "</sup>");
  }
  paragraph->Append(document_.New(ElementType::kRaw, arena_.Copy(links)));
}

void Converter::AppendFootnote(size_t number) {
  const FootnoteUse use = footnotes_[number];
  Element* item = document_.New(ElementType::kLi);
  item->attr.Set(arena_, "id", arena_.Copy("fn:" + use.name));
  item->attr.Set(arena_, "role", "doc-endnote");
  item->TakeChildren(*use.content);
  AddBacklinks(*item, use);
  Convert(*item, 4);
}

// Footnotes may hold markers of further footnotes: the list grows while it is written.
std::string Converter::FootnoteContent() {
  if (footnotes_.empty()) return {};
  std::string body = std::move(out_);
  out_ = "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol";
  if (options_.footnote_nr != 1) out_ += " start=\"" + std::to_string(options_.footnote_nr) + "\"";
  out_ += ">\n";
  for (size_t i = 0; i < footnotes_.size(); ++i) AppendFootnote(i);
  out_ += "  </ol>\n</div>\n";
  body.swap(out_);
  return body;
}

void Converter::ReplaceMark(std::string_view mark, const std::string& text) {
  const size_t place = out_.find(mark);
  if (place != std::string::npos) out_.replace(place, mark.size(), text);
}

std::string Converter::ConvertRoot() {
  out_.reserve(document_.root->value.view().size() * 2);
  Inner(*document_.root, -kIndent);
  const std::string footnotes = FootnoteContent();
  if (footnotes_placed_) {
    ReplaceMark(kFootnotesMark, footnotes);
  } else {
    out_ += footnotes;
  }
  if (!toc_list_) return std::move(out_);
  Element* tree = MakeTocTree(document_, toc_, *toc_list_);
  std::string body = std::move(out_);
  out_.clear();
  if (tree->first) Convert(*tree, 0);
  body.swap(out_);
  ReplaceMark(kTocMark, body);
  return std::move(out_);
}

}  // namespace

std::string ConvertToHtml(Document& document, SyntaxHighlighter* highlighter) {
  return Converter(document, highlighter).ConvertRoot();
}

}  // namespace tincture::kramdown
