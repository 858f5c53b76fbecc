#include "engine/render/highlighter.h"

#include <algorithm>

#include "compat/rouge/formatters.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

// The adapter takes names of classes of Rouge::Formatters; those that do not exist give HTML, anything else HTMLLegacy.
// (Of those that do exist only HTML can be made of kramdown's options; the other HTML formatters raise.)
bool IsPlainFormatter(const std::optional<std::string>& formatter) {
  if (!formatter || formatter->empty() || *formatter == "HTMLLegacy") return false;
  const auto is_word = [](char c) { return IsAlnum(c) || c == '_'; };
  return formatter->front() >= 'A' && formatter->front() <= 'Z' &&
         std::all_of(formatter->begin(), formatter->end(), is_word);
}

rouge::LegacyOptions LegacyOptionsOf(const kramdown::HighlighterOptions& options) {
  rouge::LegacyOptions legacy;
  legacy.wrap = options.wrap;
  legacy.css_class = options.css_class;
  legacy.line_numbers = options.line_numbers;
  if (options.inline_theme) legacy.inline_theme = rouge::FindTheme(*options.inline_theme);
  legacy.table = {.start_line = options.start_line,
                  .line_format = options.line_format,
                  .table_class = options.table_class,
                  .gutter_class = options.gutter_class,
                  .code_class = options.code_class};
  return legacy;
}

}  // namespace

std::optional<std::string> RougeHighlighter::Highlight(std::string_view code, std::optional<std::string_view> lang,
                                                       kramdown::CodeKind,
                                                       const kramdown::HighlighterOptions& options) {
  if (options.disable) return std::nullopt;
  const std::optional<LexedCode> lexed = LexCode(lang.value_or("guess"), code, warn_);
  if (!lexed) return std::nullopt;
  const bool is_plain = rouge::TagOf(*lexed->lexer) == "plaintext" && !lexed->is_missing;
  if (is_plain && !options.guess_lang) return std::nullopt;
  if (IsPlainFormatter(options.formatter)) return rouge::FormatHtml(lexed->tokens);
  return rouge::FormatHtmlLegacy(lexed->tokens, LegacyOptionsOf(options));
}

std::optional<std::string> RougeForCommonmark::Highlight(std::string_view code, std::optional<std::string_view> lang) {
  const std::optional<LexedCode> lexed = LexCode(lang.value_or("guess"), code, warn_);
  if (!lexed) return std::nullopt;
  return rouge::FormatHtml(lexed->tokens);
}

}  // namespace tincture::engine
