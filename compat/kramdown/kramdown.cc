#include "compat/kramdown/kramdown.h"

#include <algorithm>
#include <string>

#include "compat/kramdown/abbreviations.h"
#include "compat/kramdown/block/block_parser.h"
#include "compat/kramdown/document.h"
#include "compat/kramdown/gfm/update_elements.h"
#include "compat/kramdown/html_converter.h"
#include "compat/kramdown/update_tree.h"

namespace tincture::kramdown {

namespace {

// Line ends as "\n", exactly one of them at the end.
std::string AdaptSource(std::string_view source) {
  std::string text;
  text.reserve(source.size() + 1);
  for (size_t pos = 0; pos < source.size();) {
    const size_t end = std::min(source.find('\r', pos), source.size());
    text += source.substr(pos, end - pos);
    if (end < source.size()) text += '\n';
    pos = end + 1;
    if (pos < source.size() && source[pos] == '\n') ++pos;
  }
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

void AddPredefinedLinks(Document& document, const Options& options) {
  for (const PredefinedLink& link : options.link_defs) {
    LinkDefinition definition{.url = link.url};
    if (link.title) definition.title = *link.title;
    document.links.Set(NormalizeLinkId(document.arena, link.id), definition);
  }
}

void WarnUnreferencedFootnotes(Document& document) {
  for (const Footnote& footnote : document.footnotes.items()) {
    if (footnote.referenced) continue;
    const int line = footnote.content->line;
    document.Warn("Footnote definition for '" + std::string(footnote.name) + "' on line " + std::to_string(line) +
                      " is unreferenced - ignoring",
                  line);
  }
}

void Parse(Document& document, std::string_view text) {
  document.root = document.New(ElementType::kRoot, text);
  document.root->line = 1;
  ParseBlocks(document, *document.root, text, 1, 0);
  UpdateTree(document, *document.root);
  // By number, because a footnote's text is read into spans while others may still be looked up.
  for (size_t i = 0; i < document.footnotes.items().size(); ++i) {
    UpdateTree(document, *document.footnotes.items()[i].content);
  }
  ReplaceAbbreviations(document, *document.root);
  WarnUnreferencedFootnotes(document);
  if (document.gfm()) UpdateGfmElements(document, *document.root);
}

}  // namespace

Output Convert(std::string_view source, const Options& options, SyntaxHighlighter* highlighter) {
  Document document;
  document.options = options;
  const std::string text = AdaptSource(source);
  AddPredefinedLinks(document, options);
  Parse(document, text);
  std::string html = ConvertToHtml(document, highlighter);
  return {std::move(html), std::move(document.warnings)};
}

}  // namespace tincture::kramdown
