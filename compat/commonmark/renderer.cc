#include "compat/commonmark/renderer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <algorithm>

#include "compat/commonmark/tag_filter.h"
#include "liquid/support/utf8.h"

namespace tincture::commonmark {

namespace {

// Ruby's stack holds a little more than this many elements within one another.
constexpr int kMaxDepth = 1000;

std::string_view View(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

bool IsSafeInHref(char c) {
  return IsAlnum(c) || std::string_view("!#$%()*+,-./:;=?@_~").find(c) != std::string_view::npos;
}

std::string EscapeHref(std::string_view url) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : url) {
    if (IsSafeInHref(c)) {
      escaped += c;
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '\'') {
      escaped += "&#x27;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      escaped.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return escaped;
}

bool IsTask(cmark_node* node) { return View(cmark_node_get_type_string(node)) == "tasklist"; }

bool ParentIs(cmark_node* node, cmark_node_type type) {
  cmark_node* parent = cmark_node_parent(node);
  return parent != nullptr && cmark_node_get_type(parent) == type;
}

std::string_view AlignAttribute(char alignment) {
  switch (alignment) {
    case 'l':
      return " align=\"left\"";
    case 'r':
      return " align=\"right\"";
    case 'c':
      return " align=\"center\"";
    default:
      return {};
  }
}

}  // namespace

Renderer::Renderer(const Options& options, CodeHighlighter* highlighter)
    : options_(options),
      highlighter_(highlighter),
      filters_tags_(std::ranges::find(options.extensions, Extension::kTagfilter) != options.extensions.end()) {}

Result<std::string> Renderer::Render(cmark_node* document) {
  Children(document);
  if (linked_back_ != 0) Out("</ol>\n</section>\n");
  if (too_deep_) {
    return Error{.kind = "SystemStackError",
                 .message = "stack level too deep",
                 .hint = "The text nests quotes, lists or emphasis a thousand deep: close some of them."};
  }
  return std::move(out_);
}

void Renderer::Children(cmark_node* node) {
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) Node(child);
}

void Renderer::StartLine() {
  if (!out_.empty() && out_.back() != '\n') Out("\n");
}

std::string Renderer::Sourcepos(cmark_node* node) const {
  if (!Has(kSourcepos)) return {};
  return " data-sourcepos=\"" + std::to_string(cmark_node_get_start_line(node)) + ":" +
         std::to_string(cmark_node_get_start_column(node)) + "-" + std::to_string(cmark_node_get_end_line(node)) + ":" +
         std::to_string(cmark_node_get_end_column(node)) + "\"";
}

std::string Renderer::Escape(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string Renderer::ChildrenApart(cmark_node* node) {
  std::string before;
  std::swap(before, out_);
  Children(node);
  std::swap(before, out_);
  return before;
}

// Within an image only text and line breaks count.
void Renderer::Node(cmark_node* node) {
  if (++depth_ > kMaxDepth) too_deep_ = true;
  const cmark_node_type type = cmark_node_get_type(node);
  if (too_deep_) {
    // What follows is not shown.
  } else if (in_plain_ && type != CMARK_NODE_TEXT && type != CMARK_NODE_SOFTBREAK) {
    Children(node);
  } else if (!Span(node) && !OfExtension(node)) {
    Block(node);
  }
  --depth_;
}

bool Renderer::Span(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      Out(Escape(View(cmark_node_get_literal(node))));
      return true;
    case CMARK_NODE_SOFTBREAK:
      Softbreak();
      return true;
    case CMARK_NODE_LINEBREAK:
      Out("<br />\n");
      return true;
    case CMARK_NODE_CODE:
      Out("<code>" + Escape(View(cmark_node_get_literal(node))) + "</code>");
      return true;
    case CMARK_NODE_HTML_INLINE:
      RawHtml(node);
      return true;
    case CMARK_NODE_EMPH:
      Wrap("<em>", node, "</em>");
      return true;
    case CMARK_NODE_STRONG:
      Strong(node);
      return true;
    case CMARK_NODE_LINK:
      Link(node);
      return true;
    case CMARK_NODE_IMAGE:
      Image(node);
      return true;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      FootnoteReference(node);
      return true;
    default:
      return false;
  }
}

bool Renderer::OfExtension(cmark_node* node) {
  const std::string_view name = View(cmark_node_get_type_string(node));
  if (name == "table") {
    Table(node);
  } else if (name == "table_header") {
    TableHeader(node);
  } else if (name == "table_row") {
    TableRow(node);
  } else if (name == "table_cell") {
    TableCell(node);
  } else if (name == "strikethrough") {
    Wrap("<del>", node, "</del>");
  } else {
    return false;
  }
  return true;
}

void Renderer::Block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_FOOTNOTE_DEFINITION) return FootnoteDefinition(node);
  if (type == CMARK_NODE_CODE_BLOCK) return CodeBlock(node);
  if (type == CMARK_NODE_PARAGRAPH) return Paragraph(node);
  StartLine();
  switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
      Wrap("<blockquote" + Sourcepos(node) + ">\n", node, "</blockquote>");
      break;
    case CMARK_NODE_LIST:
      List(node);
      break;
    case CMARK_NODE_ITEM:
      ListItem(node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      RawHtml(node);
      break;
    case CMARK_NODE_HEADING:
      Header(node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      Out("<hr" + Sourcepos(node) + " />");
      break;
    default:
      break;
  }
  StartLine();
}

void Renderer::Wrap(std::string_view open, cmark_node* node, std::string_view close) {
  Out(open);
  Children(node);
  Out(close);
}

void Renderer::Header(cmark_node* node) {
  const std::string level = std::to_string(cmark_node_get_heading_level(node));
  Wrap("<h" + level + Sourcepos(node) + ">", node, "</h" + level + ">");
}

void Renderer::Paragraph(cmark_node* node) {
  if (in_tight_ && !ParentIs(node, CMARK_NODE_BLOCK_QUOTE)) return Children(node);
  StartLine();
  Out("<p" + Sourcepos(node) + ">");
  Children(node);
  if (ParentIs(node, CMARK_NODE_FOOTNOTE_DEFINITION) && cmark_node_next(node) == nullptr) {
    Out(" ");
    FootnoteBackref();
  }
  Out("</p>");
  StartLine();
}

void Renderer::List(cmark_node* node) {
  const bool outer_in_tight = in_tight_;
  in_tight_ = cmark_node_get_list_tight(node) != 0;
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    Wrap("<ul" + Sourcepos(node) + ">\n", node, "</ul>");
  } else {
    const int start = cmark_node_get_list_start(node);
    const std::string attribute = start == 1 ? "" : " start=\"" + std::to_string(start) + "\"";
    Wrap("<ol" + attribute + Sourcepos(node) + ">\n", node, "</ol>");
  }
  in_tight_ = outer_in_tight;
}

void Renderer::ListItem(cmark_node* node) {
  Out("<li" + Sourcepos(node));
  if (IsTask(node)) {
    Out("><input type=\"checkbox\" ");
    Out(cmark_gfm_extensions_get_tasklist_item_checked(node) ? "checked=\"\" " : "");
    Out("disabled=\"\" /> ");
  } else {
    Out(">");
  }
  Children(node);
  Out("</li>");
}

void Renderer::RawHtml(cmark_node* node) {
  if (!Has(kUnsafe)) return Out("<!-- raw HTML omitted -->");
  const std::string_view html = View(cmark_node_get_literal(node));
  if (filters_tags_) return Out(FilterTags(html));
  Out(html);
}

void Renderer::Title(cmark_node* node) {
  const std::string_view title = View(cmark_node_get_title(node));
  if (!title.empty()) Out(" title=\"" + Escape(title) + "\"");
}

void Renderer::Link(cmark_node* node) {
  Out("<a href=\"" + EscapeHref(View(cmark_node_get_url(node))) + "\"");
  Title(node);
  Wrap(">", node, "</a>");
}

void Renderer::Image(cmark_node* node) {
  Out("<img src=\"" + EscapeHref(View(cmark_node_get_url(node))) + "\"");
  const bool outer_in_plain = in_plain_;
  in_plain_ = true;
  Wrap(" alt=\"", node, "\"");
  in_plain_ = outer_in_plain;
  Title(node);
  Out(" />");
}

void Renderer::Softbreak() { Out(Has(kHardbreaks) ? "<br />\n" : Has(kNobreaks) ? " " : "\n"); }

void Renderer::Strong(cmark_node* node) {
  if (!options_.nested_strong && ParentIs(node, CMARK_NODE_STRONG)) return Children(node);
  Wrap("<strong>", node, "</strong>");
}

void Renderer::FootnoteReference(cmark_node* node) {
  const std::string number(View(cmark_node_get_literal(node)));
  Out("<sup class=\"footnote-ref\"><a href=\"#fn" + number + "\" id=\"fnref" + number + "\">" + number + "</a></sup>");
}

void Renderer::FootnoteDefinition(cmark_node* node) {
  if (footnote_ == 0) Out("<section class=\"footnotes\">\n<ol>\n");
  Out("<li id=\"fn" + std::to_string(++footnote_) + "\">\n");
  Children(node);
  if (FootnoteBackref()) Out("\n");
  Out("</li>\n");
}

// Whether the link was still missing.
bool Renderer::FootnoteBackref() {
  if (linked_back_ == footnote_) return false;
  linked_back_ = footnote_;
  Out("<a href=\"#fnref" + std::to_string(footnote_) + "\" class=\"footnote-backref\">↩</a>");
  return true;
}

void Renderer::Table(cmark_node* node) {
  alignments_ = {reinterpret_cast<const char*>(cmark_gfm_extensions_get_table_alignments(node)),
                 cmark_gfm_extensions_get_table_columns(node)};
  in_table_body_ = false;
  Out("<table" + Sourcepos(node) + ">\n");
  Children(node);
  Out(in_table_body_ ? "</tbody>\n</table>\n" : "</table>\n");
}

void Renderer::TableHeader(cmark_node* node) {
  column_ = 0;
  in_table_header_ = true;
  Wrap("<thead>\n<tr" + Sourcepos(node) + ">\n", node, "</tr>\n</thead>\n");
  in_table_header_ = false;
}

void Renderer::TableRow(cmark_node* node) {
  column_ = 0;
  if (!in_table_header_ && !in_table_body_) {
    in_table_body_ = true;
    Out("<tbody>\n");
  }
  Wrap("<tr" + Sourcepos(node) + ">\n", node, "</tr>\n");
}

void Renderer::TableCell(cmark_node* node) {
  const char alignment = column_ < alignments_.size() ? alignments_[column_] : '\0';
  const std::string name = in_table_header_ ? "th" : "td";
  Out("<" + name);
  Out(AlignAttribute(alignment));
  Wrap(Sourcepos(node) + ">", node, "</" + name + ">\n");
  ++column_;
}

std::optional<std::string_view> FirstWord(std::string_view info, std::string_view separators) {
  if (info.find_first_not_of(separators) == std::string_view::npos) return std::nullopt;
  return info.substr(0, info.find_first_of(separators));
}

std::string_view FenceInfo(cmark_node* code_block) { return View(cmark_node_get_fence_info(code_block)); }

}  // namespace tincture::commonmark
