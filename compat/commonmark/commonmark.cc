#include "compat/commonmark/commonmark.h"

#include "compat/commonmark/ghpages_renderer.h"
#include "compat/commonmark/jekyll_renderer.h"
#include "compat/commonmark/parse.h"

namespace tincture::commonmark {

Result<std::string> Convert(std::string_view source, const Options& options, CodeHighlighter* highlighter) {
  const Tree tree = Parse(source, options);
  if (options.gem == Gem::kJekyllCommonmark) return JekyllRenderer(options, highlighter).Render(tree.get());
  Result<std::string> html = GhPagesRenderer(options, highlighter).Render(tree.get());
  if (!html) return html;
  return RestoreNewlines(*html);
}

}  // namespace tincture::commonmark
