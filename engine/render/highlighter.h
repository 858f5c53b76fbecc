// Rouge behind the Markdown processors, for one text: its warnings name the page. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/commonmark/commonmark.h"
#include "compat/kramdown/kramdown.h"
#include "engine/drops/code.h"

namespace tincture::engine {

// As kramdown's own adapter calls it (kramdown/converter/syntax_highlighter/rouge.rb).
class RougeHighlighter : public kramdown::SyntaxHighlighter {
 public:
  explicit RougeHighlighter(WarnOfCode warn) : warn_(std::move(warn)) {}
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang,
                                       kramdown::CodeKind kind, const kramdown::HighlighterOptions& options) override;

 private:
  const WarnOfCode warn_;
};

// As the CommonMark gems call it (jekyll-commonmark/html_renderer.rb).
class RougeForCommonmark : public commonmark::CodeHighlighter {
 public:
  explicit RougeForCommonmark(WarnOfCode warn) : warn_(std::move(warn)) {}
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang) override;

 private:
  const WarnOfCode warn_;
};

}  // namespace tincture::engine
