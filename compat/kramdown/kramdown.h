// What kramdown 2.4.0 makes of a Markdown source: HTML and warnings. Behaviour follows the gem's own parser and HTML
// converter, with the differences of kramdown-parser-gfm 1.1.0 under Input::kGfm.
// Convert is a pure function of its arguments; any number of threads may call it at once when the highlighter allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/kramdown/options.h"

namespace tincture::kramdown {

enum class CodeKind { kBlock, kSpan };

// Stands for Rouge behind kramdown's adapter. kramdown adds the div, pre and code elements around the result.
class SyntaxHighlighter {
 public:
  virtual ~SyntaxHighlighter() = default;
  // `lang`: as the document gives it, options included ("php?start_inline=1"), or the default language; absent where
  // neither exists and Rouge has to guess. Nothing: no lexer, or a plain text lexer without guess_lang; the code is
  // then written escaped.
  virtual std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang,
                                               CodeKind kind, const HighlighterOptions& options) = 0;
};

struct Warning {
  // In kramdown's words, which name the line.
  std::string message;
  // Line of the source, from 1; 0 where kramdown does not know it.
  int line = 0;
};

struct Output {
  std::string html;
  std::vector<Warning> warnings;
};

// `source`: UTF-8 (invalid bytes pass through untouched). `highlighter` may be null: code is then only escaped.
Output Convert(std::string_view source, const Options& options, SyntaxHighlighter* highlighter);

}  // namespace tincture::kramdown
