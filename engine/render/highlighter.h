// Rouge behind the Markdown processors. Stateless.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/commonmark/commonmark.h"
#include "compat/kramdown/kramdown.h"

namespace tincture::engine {

// As kramdown's own adapter calls it (kramdown/converter/syntax_highlighter/rouge.rb).
class RougeHighlighter : public kramdown::SyntaxHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang,
                                       kramdown::CodeKind kind, const kramdown::HighlighterOptions& options) override;
};

// As the CommonMark gems call it (jekyll-commonmark/html_renderer.rb).
class RougeForCommonmark : public commonmark::CodeHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang) override;
};

}  // namespace tincture::engine
