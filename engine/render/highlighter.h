// RougeHighlighter: Rouge behind kramdown, as kramdown's own adapter calls it
// (kramdown/converter/syntax_highlighter/rouge.rb). Stateless.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/kramdown/kramdown.h"

namespace tincture::engine {

class RougeHighlighter : public kramdown::SyntaxHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang,
                                       kramdown::CodeKind kind, const kramdown::HighlighterOptions& options) override;
};

}  // namespace tincture::engine
