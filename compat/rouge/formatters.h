// Rouge's HTML formatters: tokens in, HTML out. Pure functions; the names are Rouge's.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compat/rouge/themes.h"
#include "compat/rouge/token.h"

namespace tincture::rouge {

// Formatters::HTML: <span class="k">...</span> for each token but Text.
std::string FormatHtml(const TokenList& tokens);

// Formatters::HTMLInline: styles of a theme in place of classes.
std::string FormatHtmlInline(const TokenList& tokens, const Theme& theme);

// Formatters::HTMLPygments: `inner` in <div class="highlight"><pre class="..."><code>.
std::string FormatHtmlPygments(std::string_view inner, std::string_view css_class);

struct TableOptions {
  int start_line = 1;
  // A format for one integer, as Ruby's sprintf has it.
  std::string line_format = "%i";
  std::string table_class = "rouge-table";
  std::string gutter_class = "rouge-gutter";
  std::string code_class = "rouge-code";
};
// Formatters::HTMLTable around `inner`, which is what another formatter made of the same tokens.
std::string FormatHtmlTable(const TokenList& tokens, std::string inner, const TableOptions& options);

// Formatters::HTMLLineHighlighter (Jekyll's mark_lines): the numbered lines, from 1, are in a span of this class.
std::string FormatHtmlLineHighlighter(const TokenList& tokens, std::span<const int> lines,
                                      std::string_view css_class = "hll");

// Formatters::HTMLLinewise: an element for each line; the class is a format for its number.
struct LinewiseOptions {
  std::string tag_name = "div";
  std::string css_class = "line-%i";
};
std::string FormatHtmlLinewise(const TokenList& tokens, const LinewiseOptions& options);

struct LineTableOptions {
  int start_line = 1;
  std::string table_class = "rouge-line-table";
  std::string gutter_class = "rouge-gutter";
  std::string code_class = "rouge-code";
  std::string line_class = "lineno";
  std::string line_id = "line-%i";
};
// Formatters::HTMLLineTable: a table row for each line.
std::string FormatHtmlLineTable(const TokenList& tokens, const LineTableOptions& options);

// Formatters::HTMLLegacy: what kramdown and Jekyll 3's highlight tag use.
struct LegacyOptions {
  bool wrap = true;
  std::string css_class = "codehilite";
  bool line_numbers = false;
  // Null for classes.
  const Theme* inline_theme = nullptr;
  TableOptions table;
};
std::string FormatHtmlLegacy(const TokenList& tokens, const LegacyOptions& options);

}  // namespace tincture::rouge
