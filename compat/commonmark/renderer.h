// Renderer: commonmarker 0.23's HtmlRenderer (lib/commonmarker/renderer.rb, renderer/html_renderer.rb). What the gems
// of Jekyll write differently is virtual. One renderer a document, one thread.
#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>

#include "compat/commonmark/commonmark.h"

namespace tincture::commonmark {

class Renderer {
 public:
  Renderer(const Options& options, CodeHighlighter* highlighter);
  virtual ~Renderer() = default;

  Result<std::string> Render(cmark_node* document);

 protected:
  virtual void Header(cmark_node* node);
  virtual void CodeBlock(cmark_node* node) = 0;

  void Out(std::string_view text) { out_ += text; }
  void Children(cmark_node* node);
  // A newline unless nothing or one is there.
  void StartLine();
  bool Has(int option) const { return (options_.render & option) != 0; }
  // The attribute data-sourcepos, or nothing.
  std::string Sourcepos(cmark_node* node) const;
  static std::string Escape(std::string_view text);
  // What Children writes, apart from the rest.
  std::string ChildrenApart(cmark_node* node);
  CodeHighlighter* highlighter() const { return highlighter_; }

 private:
  void Node(cmark_node* node);
  void Block(cmark_node* node);
  bool Span(cmark_node* node);
  bool OfExtension(cmark_node* node);
  void Wrap(std::string_view open, cmark_node* node, std::string_view close);

  void Paragraph(cmark_node* node);
  void List(cmark_node* node);
  void ListItem(cmark_node* node);
  void RawHtml(cmark_node* node);
  void Link(cmark_node* node);
  void Image(cmark_node* node);
  void Softbreak();
  void Strong(cmark_node* node);
  void FootnoteReference(cmark_node* node);
  void FootnoteDefinition(cmark_node* node);
  bool FootnoteBackref();
  void Table(cmark_node* node);
  void TableHeader(cmark_node* node);
  void TableRow(cmark_node* node);
  void TableCell(cmark_node* node);
  void Title(cmark_node* node);

  const Options& options_;
  CodeHighlighter* highlighter_;
  bool filters_tags_;
  std::string out_;
  int depth_ = 0;
  bool too_deep_ = false;
  bool in_tight_ = false;
  bool in_plain_ = false;
  // Of the table being written.
  std::string_view alignments_;
  size_t column_ = 0;
  bool in_table_header_ = false;
  bool in_table_body_ = false;
  // Numbers of the footnote begun last and of the one linked back last; 0: none.
  int footnote_ = 0;
  int linked_back_ = 0;
};

// The first of the words of `info` between `separators`, as Ruby's split gives it: empty where a separator comes first,
// nothing where there is nothing else.
std::optional<std::string_view> FirstWord(std::string_view info, std::string_view separators);
std::string_view FenceInfo(cmark_node* code_block);

}  // namespace tincture::commonmark
