#include "compat/kramdown/html/html_to_native.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compat/kramdown/code_language.h"
#include "compat/kramdown/entities.h"
#include "compat/kramdown/html/html_elements.h"
#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kRemoveTextChildren[] = {"html",     "head",  "hgroup", "ol",    "ul", "dl",     "table",
                                                    "colgroup", "tbody", "thead",  "tfoot", "tr", "select", "optgroup"};
constexpr std::string_view kWrapTextChildren[] = {"body",   "section",    "nav",      "article", "aside", "header",
                                                  "footer", "address",    "div",      "li",      "dd",    "blockquote",
                                                  "figure", "figcaption", "fieldset", "form"};
constexpr std::string_view kRemoveWhitespaceChildren[] = {
    "body", "section", "nav",        "article", "aside",      "header", "footer", "address",  "div",
    "li",   "dd",      "blockquote", "figure",  "figcaption", "td",     "th",     "fieldset", "form"};
constexpr std::string_view kStripWhitespace[] = {
    "address",  "article",    "aside", "blockquote", "body",   "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "form",  "footer",     "header", "h1",      "h2", "h3",  "h4", "h5",
    "h6",       "legend",     "li",    "nav",        "p",      "section", "td", "th"};

bool Contains(Names names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

// Elements that have a native one of the same name.
std::optional<ElementType> SimpleElement(std::string_view name) {
  for (const ElementType type :
       {ElementType::kEm, ElementType::kStrong, ElementType::kBlockquote, ElementType::kHr, ElementType::kBr,
        ElementType::kImg, ElementType::kP, ElementType::kThead, ElementType::kTbody, ElementType::kTfoot,
        ElementType::kTr, ElementType::kTd, ElementType::kTh, ElementType::kUl, ElementType::kOl, ElementType::kDl,
        ElementType::kLi, ElementType::kDt, ElementType::kDd}) {
    if (NameOf(type) == name) return type;
  }
  return std::nullopt;
}

bool IsBlank(const Element& element) {
  return element.type == ElementType::kText && Strip(element.value.view()).empty();
}

bool IsBlock(const Element& element) { return CategoryOf(element) == Category::kBlock; }

// What a conversion applies to: `convert` turns elements into native ones, `preserve` keeps white space.
struct Mode {
  bool convert = true;
  bool preserve = false;
};

class NativeConverter {
 public:
  explicit NativeConverter(Document& document) : document_(document), arena_(document.arena) {}

  void Process(Element& element, Mode mode, const Element* parent);

 private:
  void ProcessChildren(Element& element, Mode mode);
  void ReplaceText(Element& parent, Element& text, bool preserve);
  void AppendTextPieces(Element& to, Element* before, std::string_view text);
  Element* MakeEntity(const EntityMatch& match, std::string_view original, size_t& end, size_t start);
  void ProcessHtmlElement(Element& element, Mode mode);
  void SetBasics(Element& element, ElementType type);
  void SetCommentCategory(Element& element, const Element* parent);
  bool ConvertByName(Element& element);
  void ConvertGeneral(Element& element, Mode mode);
  void ConvertLink(Element& element);
  void ConvertEmphasis(Element& element);
  void ConvertHeader(Element& element);
  void ConvertCode(Element& element);
  void ConvertTable(Element& element);
  void ConvertScript(Element& element);
  void WrapTextChildren(Element& element);
  std::optional<std::string> PlainCode(std::string_view raw) const;

  Document& document_;
  Arena& arena_;
};

void ExtractText(const Element& element, std::string& out) {
  if (element.type == ElementType::kText) out += element.value.view();
  for (const Element* child = element.first; child; child = child->next) ExtractText(*child, out);
}

std::string TextOf(const Element& element) {
  std::string text;
  ExtractText(element, text);
  return text;
}

void RemoveTextChildren(Element& element) {
  for (Element *child = element.first, *next = nullptr; child; child = next) {
    next = child->next;
    if (child->type == ElementType::kText) element.Remove(child);
  }
}

void StripWhitespace(Element& element) {
  if (!element.first) return;
  if (element.first->type == ElementType::kText) element.first->value = Text(LeftStrip(element.first->value.view()));
  if (element.last->type == ElementType::kText) element.last->value = Text(RightStrip(element.last->value.view()));
}

// White space at either end, and between two blocks. Neighbours are those before anything was removed.
void RemoveWhitespaceChildren(Element& element) {
  std::vector<Element*> doomed;
  for (Element* child = element.first; child; child = child->next) {
    if (!IsBlank(*child)) continue;
    const bool at_end = !child->prev || !child->next;
    if (at_end || (IsBlock(*child->prev) && IsBlock(*child->next))) doomed.push_back(child);
  }
  for (Element* child : doomed) element.Remove(child);
}

std::string Squeeze(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!IsSpace(text[i])) {
      out += text[i];
    } else if (i == 0 || !IsSpace(text[i - 1])) {
      out += ' ';
    }
  }
  return out;
}

std::optional<Quote> QuoteNamed(std::string_view name) {
  for (const Quote quote : {Quote::kLsquo, Quote::kRsquo, Quote::kLdquo, Quote::kRdquo}) {
    if (NameOf(quote) == name) return quote;
  }
  return std::nullopt;
}

std::optional<TypographicSymbol> SymbolNamed(std::string_view name) {
  for (const TypographicSymbol symbol :
       {TypographicSymbol::kMdash, TypographicSymbol::kNdash, TypographicSymbol::kHellip, TypographicSymbol::kLaquo,
        TypographicSymbol::kRaquo}) {
    if (NameOf(symbol) == name) return symbol;
  }
  return std::nullopt;
}

// The element for an entity; an unknown name is an ampersand, and `end` is then behind that.
Element* NativeConverter::MakeEntity(const EntityMatch& match, std::string_view original, size_t& end, size_t start) {
  const std::string_view name = original.substr(1, original.size() - 2);
  if (const std::optional<Quote> quote = QuoteNamed(name)) {
    Element* element = document_.New(ElementType::kSmartQuote);
    element->quote = *quote;
    return element;
  }
  if (const std::optional<TypographicSymbol> symbol = SymbolNamed(name)) {
    Element* element = document_.New(ElementType::kTypographicSym);
    element->symbol = *symbol;
    return element;
  }
  Element* element = document_.New(ElementType::kEntity);
  element->entity = match.entity.value_or(*FindEntity("amp"));
  if (match.entity) {
    element->detail = original;
  } else {
    end = start + 1;
  }
  return element;
}

void NativeConverter::AppendTextPieces(Element& to, Element* before, std::string_view text) {
  size_t done = 0;
  for (size_t pos = 0; (pos = text.find('&', pos)) != std::string_view::npos;) {
    const std::optional<EntityMatch> match = MatchEntity(text, pos);
    if (!match) {
      ++pos;
      continue;
    }
    to.InsertBefore(document_.New(ElementType::kText, text.substr(done, pos - done)), before);
    size_t end = match->end;
    to.InsertBefore(MakeEntity(*match, text.substr(pos, match->end - pos), end, pos), before);
    done = pos = end;
  }
  if (done < text.size()) to.InsertBefore(document_.New(ElementType::kText, text.substr(done)), before);
}

void NativeConverter::ReplaceText(Element& parent, Element& text, bool preserve) {
  const std::string_view value = text.value.view();
  AppendTextPieces(parent, &text, preserve ? value : arena_.Copy(Squeeze(value)));
  parent.Remove(&text);
}

void NativeConverter::ProcessChildren(Element& element, Mode mode) {
  for (Element *child = element.first, *next = nullptr; child; child = next) {
    next = child->next;
    if (child->type == ElementType::kText) {
      ReplaceText(element, *child, mode.preserve || !mode.convert);
    } else {
      Process(*child, mode, &element);
    }
  }
}

void NativeConverter::SetCommentCategory(Element& element, const Element* parent) {
  std::string_view name = "div";
  if (parent) name = parent->type == ElementType::kHtmlElement ? parent->value.view() : NameOf(parent->type);
  if (parent && parent->type == ElementType::kHeader) name = "h1";
  element.category = HtmlContentModel(name) == ContentModel::kSpan ? Category::kSpan : Category::kBlock;
}

void NativeConverter::Process(Element& element, Mode mode, const Element* parent) {
  if (element.type == ElementType::kXmlComment || element.type == ElementType::kXmlPi) {
    SetCommentCategory(element, parent);
  } else if (element.type == ElementType::kHtmlElement) {
    if (!mode.convert || !ConvertByName(element)) ConvertGeneral(element, mode);
  }
}

bool NativeConverter::ConvertByName(Element& element) {
  const std::string_view name = element.value.view();
  if (name == "textarea") {
    ProcessHtmlElement(element, {.convert = true, .preserve = true});
  } else if (name == "a") {
    ConvertLink(element);
  } else if (name == "em" || name == "b" || name == "strong" || name == "i") {
    ConvertEmphasis(element);
  } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    ConvertHeader(element);
  } else if (name == "code" || name == "pre") {
    ConvertCode(element);
  } else if (name == "table") {
    ConvertTable(element);
  } else if (name == "script") {
    ConvertScript(element);
  } else {
    return false;
  }
  return true;
}

void NativeConverter::ConvertGeneral(Element& element, Mode mode) {
  const std::string_view name = element.value.view();
  if (mode.convert && Contains(kRemoveTextChildren, name)) RemoveTextChildren(element);
  const std::optional<ElementType> simple = mode.convert ? SimpleElement(name) : std::nullopt;
  if (simple) {
    SetBasics(element, *simple);
    ProcessChildren(element, mode);
  } else {
    ProcessHtmlElement(element, mode);
  }
  if (!mode.convert) return;
  if (Contains(kStripWhitespace, name)) StripWhitespace(element);
  if (Contains(kRemoveWhitespaceChildren, name)) RemoveWhitespaceChildren(element);
  if (Contains(kWrapTextChildren, name)) WrapTextChildren(element);
}

void NativeConverter::ProcessHtmlElement(Element& element, Mode mode) {
  const std::string_view name = element.value.view();
  element.category = IsHtmlSpanElement(name) ? Category::kSpan : Category::kBlock;
  element.content_model = mode.convert ? HtmlContentModel(name) : ContentModel::kRaw;
  element.is_closed = false;
  element.ial = nullptr;
  ProcessChildren(element, mode);
}

void NativeConverter::SetBasics(Element& element, ElementType type) {
  element.type = type;
  element.value = Text();
  element.category = Category::kNone;
  element.content_model = ContentModel::kNone;
  element.is_closed = false;
  element.ial = nullptr;
}

// Text and spans between blocks become paragraphs without tags.
void NativeConverter::WrapTextChildren(Element& element) {
  Element* paragraph = nullptr;
  for (Element *child = element.first, *next = nullptr; child; child = next) {
    next = child->next;
    if (IsBlock(*child)) {
      paragraph = nullptr;
      continue;
    }
    if (!paragraph) {
      paragraph = document_.New(ElementType::kP);
      paragraph->transparent = true;
      element.InsertBefore(paragraph, child);
    }
    element.Remove(child);
    paragraph->Append(child);
  }
}

void NativeConverter::ConvertLink(Element& element) {
  if (!element.attr.Find("href")) return ProcessHtmlElement(element, {.convert = false});
  SetBasics(element, ElementType::kA);
  ProcessChildren(element, {});
}

void NativeConverter::ConvertEmphasis(Element& element) {
  const std::string text = TextOf(element);
  const bool padded = !text.empty() && (IsSpace(text.front()) || IsSpace(text.back()));
  if (padded) return ProcessHtmlElement(element, {.convert = false});
  const std::string_view name = element.value.view();
  SetBasics(element, name == "em" || name == "i" ? ElementType::kEm : ElementType::kStrong);
  ProcessChildren(element, {});
}

void NativeConverter::ConvertHeader(Element& element) {
  const uint8_t level = static_cast<uint8_t>(element.value.view()[1] - '0');
  SetBasics(element, ElementType::kHeader);
  element.level = level;
  element.detail = arena_.Copy(TextOf(element));
  ProcessChildren(element, {});
}

// The characters that the entities of `raw` stand for; nothing where one stands for none.
std::optional<std::string> NativeConverter::PlainCode(std::string_view raw) const {
  std::string text;
  for (size_t pos = 0; pos < raw.size();) {
    const std::optional<EntityMatch> match = MatchEntity(raw, pos);
    if (!match || !match->entity) {
      text += raw[pos++];
      continue;
    }
    const std::optional<std::string> character = CharacterOf(*match->entity);
    if (!character) return std::nullopt;
    text += *character;
    pos = match->end;
  }
  return text;
}

void NativeConverter::ConvertCode(Element& element) {
  const std::optional<std::string> code = PlainCode(TextOf(element));
  if (!code) return ProcessHtmlElement(element, {.convert = false, .preserve = true});
  const bool is_span = element.value.view() == "code";
  SetBasics(element, is_span ? ElementType::kCodespan : ElementType::kCodeblock);
  if (is_span) {
    RemoveHighlighterClasses(arena_, element.attr);
  } else if (element.HasOneChild() && element.first->value.view() == "code") {
    if (const std::optional<std::string_view> lang = FindCodeLanguage(element.first->attr.Get("class"))) {
      const std::string classes = "language-" + std::string(*lang) + " " + std::string(element.attr.Get("class"));
      element.attr.Set(arena_, "class", arena_.Copy(RightStrip(classes)));
    }
  }
  element.value = Text(arena_.Copy(*code));
  element.RemoveChildren();
}

bool IsCellName(std::string_view name) { return name == "td" || name == "th"; }

bool HasOnlyPhrasing(const Element& element) {
  for (const Element* child = element.first; child; child = child->next) {
    if (child->type != ElementType::kText && IsHtmlBlockElement(child->value.view())) return false;
    if (!HasOnlyPhrasing(*child)) return false;
  }
  return true;
}

bool CellsHaveOnlyPhrasing(const Element& element) {
  if (IsCellName(element.value.view())) return HasOnlyPhrasing(element);
  for (const Element* child = element.first; child; child = child->next) {
    if (!CellsHaveOnlyPhrasing(*child)) return false;
  }
  return true;
}

// text-align: in a style, with where it stands there; its value.
std::string_view FindAlignment(std::string_view style, size_t& start, size_t& end) {
  for (size_t pos = 0; (pos = style.find("text-align:", pos)) != std::string_view::npos; ++pos) {
    const size_t value = SkipSpace(style, pos + 11);
    if (value == pos + 11) continue;
    for (const std::string_view name : {"center", "left", "right", "justify", "inherit"}) {
      if (!StartsWithAt(style, value, name)) continue;
      start = pos;
      end = value + name.size();
      return style.substr(value, name.size());
    }
  }
  return {};
}

std::optional<Alignment> AlignmentNamed(std::string_view name) {
  if (name.empty()) return Alignment::kDefault;
  if (name == "left") return Alignment::kLeft;
  if (name == "right") return Alignment::kRight;
  if (name == "center") return Alignment::kCenter;
  return std::nullopt;
}

// The rows' cells, or false where one has an alignment that native tables do not know.
bool CollectRows(const Element& element, std::vector<std::vector<Alignment>>& rows) {
  if (element.value.view() != "tr") {
    for (const Element* child = element.first; child; child = child->next) {
      if (!CollectRows(*child, rows)) return false;
    }
    return true;
  }
  rows.emplace_back();
  for (const Element* cell = element.first; cell; cell = cell->next) {
    if (!IsCellName(cell->value.view())) continue;
    size_t start = 0, end = 0;
    const std::optional<Alignment> alignment = AlignmentNamed(FindAlignment(cell->attr.Get("style"), start, end));
    if (!alignment) return false;
    rows.back().push_back(*alignment);
  }
  return true;
}

bool HasOnlyRowsOf(const Element& section, std::string_view cell_name) {
  for (const Element* row = section.first; row; row = row->next) {
    if (row->type != ElementType::kText && row->value.view() != "tr") return false;
    for (const Element* cell = row->first; cell; cell = cell->next) {
      if (cell->type != ElementType::kText && cell->value.view() != cell_name) return false;
    }
  }
  return true;
}

bool HasOnlySections(const Element& table) {
  bool has_body = false;
  for (const Element* section = table.first; section; section = section->next) {
    const std::string_view name = section->value.view();
    if (section->type == ElementType::kText) continue;
    const bool is_body = name == "tbody" || name == "tfoot";
    if (!(name == "thead" && HasOnlyRowsOf(*section, "th")) && !(is_body && HasOnlyRowsOf(*section, "td")))
      return false;
    has_body = has_body || name == "tbody";
  }
  return has_body;
}

// One that can be a native table: rows alike in length and alignment, cells with text only.
bool IsSimpleTable(const Element& table) {
  if (!CellsHaveOnlyPhrasing(table)) return false;
  std::vector<std::vector<Alignment>> rows;
  if (!CollectRows(table, rows)) return false;
  for (const std::vector<Alignment>& row : rows) {
    if (row != rows.front()) return false;
  }
  return HasOnlyRowsOf(table, "td") || HasOnlySections(table);
}

// Takes the alignment out of the cell's style.
Alignment TakeAlignment(Arena& arena, Element& cell) {
  const std::string_view style = cell.attr.Get("style");
  size_t start = 0, end = 0;
  const Alignment alignment = AlignmentNamed(FindAlignment(style, start, end)).value_or(Alignment::kDefault);
  if (alignment == Alignment::kDefault) return alignment;
  size_t separator = start;
  while (separator > 0 && IsSpace(style[separator - 1])) --separator;
  if (separator > 0 && style[separator - 1] == ';') start = separator - 1;
  const std::string rest = std::string(style.substr(0, start)) + std::string(style.substr(end));
  cell.attr.Set(arena, "style", arena.Copy(rest));
  if (Strip(rest).empty()) cell.attr.Remove("style");
  return alignment;
}

void TakeAlignments(Arena& arena, Element& table, Element& element) {
  if (element.type != ElementType::kTr) {
    for (Element* child = element.first; child; child = child->next) TakeAlignments(arena, table, *child);
    return;
  }
  std::vector<Alignment> alignments;
  for (Element* cell = element.first; cell; cell = cell->next) alignments.push_back(TakeAlignment(arena, *cell));
  table.alignment = arena.CopySpan(std::span<const Alignment>(alignments));
}

void MakeHeaderCellsPlain(Element& element) {
  if (element.type == ElementType::kTh) {
    element.type = ElementType::kTd;
    return;
  }
  for (Element* child = element.first; child; child = child->next) MakeHeaderCellsPlain(*child);
}

void NativeConverter::ConvertTable(Element& element) {
  if (!IsSimpleTable(element)) return ProcessHtmlElement(element, {.convert = false});
  RemoveTextChildren(element);
  ProcessChildren(element, {});
  SetBasics(element, ElementType::kTable);
  TakeAlignments(arena_, element, element);
  for (Element *child = element.first, *next = nullptr; child; child = next) {
    next = child->next;
    if (child->type == ElementType::kHtmlElement) element.Remove(child);
  }
  MakeHeaderCellsPlain(element);
  if (!element.first || element.first->type != ElementType::kTr) return;
  Element* body = document_.New(ElementType::kTbody);
  body->TakeChildren(element);
  element.Append(body);
}

// \bmath/tex\b
bool IsMathType(std::string_view type) { return HasClassWord(type, "math/tex"); }

// What MathJax's script holds: bare, or in CDATA behind a comment sign.
std::string_view WithoutCdata(std::string_view source) {
  std::string_view inside = source;
  if (inside.starts_with('%')) inside = inside.substr(SkipSpace(inside, 1));
  if (!inside.starts_with("<![CDATA[") || !inside.ends_with("]]>")) return source;
  inside = inside.substr(9, inside.size() - 12);
  if (inside.starts_with('\n')) inside.remove_prefix(1);
  if (inside.size() >= 2 && inside.ends_with('%') && IsSpace(inside[inside.size() - 2])) inside.remove_suffix(2);
  return inside;
}

void NativeConverter::ConvertScript(Element& element) {
  const std::string_view type = element.attr.Get("type");
  if (!IsMathType(type) || !element.first) return ProcessHtmlElement(element, {});
  const bool is_block = type.find("mode=display") != std::string_view::npos;
  SetBasics(element, ElementType::kMath);
  element.category = is_block ? Category::kBlock : Category::kSpan;
  Element* source = element.first;
  element.Remove(source);
  element.value = Text(WithoutCdata(source->value.view()));
  element.attr.Remove("type");
}

}  // namespace

void ConvertHtmlToNative(Document& document, Element& element) {
  NativeConverter(document).Process(element, {}, nullptr);
}

}  // namespace tincture::kramdown
