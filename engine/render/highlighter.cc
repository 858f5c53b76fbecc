#include "engine/render/highlighter.h"

#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"

namespace tincture::engine {

std::optional<std::string> RougeHighlighter::Highlight(std::string_view code, std::optional<std::string_view> lang,
                                                       kramdown::CodeKind,
                                                       const kramdown::HighlighterOptions& options) {
  const std::optional<rouge::Fancy> fancy = rouge::FindFancy(lang.value_or("guess"), code);
  if (options.disable || !fancy) return std::nullopt;
  if (rouge::TagOf(*fancy->lexer) == "plaintext" && !options.guess_lang) return std::nullopt;
  rouge::LegacyOptions format;
  format.wrap = options.wrap;
  format.css_class = options.css_class;
  format.line_numbers = options.line_numbers;
  format.table.start_line = options.start_line;
  return rouge::FormatHtmlLegacy(rouge::Lex(*fancy->lexer, fancy->options, code).tokens, format);
}

std::optional<std::string> RougeForCommonmark::Highlight(std::string_view code, std::optional<std::string_view> lang) {
  const std::optional<rouge::Fancy> fancy = rouge::FindFancy(lang.value_or("guess"), code);
  if (!fancy) return std::nullopt;
  return rouge::FormatHtml(rouge::Lex(*fancy->lexer, fancy->options, code).tokens);
}

}  // namespace tincture::engine
