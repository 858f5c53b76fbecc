// What the gems jekyll-commonmark 1.4.0 and jekyll-commonmark-ghpages 0.5.1 make of a Markdown source. cmark-gfm reads
// it, and the HTML is written as commonmarker's own renderer and the gems' changes to it write it (their Ruby code,
// which differs from cmark's HTML).
// Any number of threads may call Convert at once when the highlighter allows; they take turns reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/commonmark/options.h"
#include "liquid/support/status.h"

namespace tincture::commonmark {

// Stands for Rouge behind the gems.
class CodeHighlighter {
 public:
  virtual ~CodeHighlighter() = default;
  // The tokens of `code` as HTML, nothing around them. `lang` is absent where the fence names none: Rouge guesses.
  // Nothing: no such lexer.
  virtual std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang) = 0;
};

// What the gem jekyll-commonmark-ghpages lets {% highlight %} put for a newline, so that no blank line of its code ends
// an HTML block. Convert puts the newline back.
inline constexpr std::string_view kGhPagesNewline = "<br data-jekyll-commonmark-ghpages>";

// `source`: UTF-8. `highlighter` may be null: code is then only escaped.
// Errors: "SystemStackError" where the source nests deeper than Ruby's stack would reach.
Result<std::string> Convert(std::string_view source, const Options& options, CodeHighlighter* highlighter);

}  // namespace tincture::commonmark
