#pragma once

#include <map>

#include "compat/commonmark/renderer.h"

namespace tincture::commonmark {

// jekyll-commonmark-ghpages 0.5.1 (lib/jekyll-commonmark-ghpages.rb): headers have ids like kramdown's, and code in a
// known language goes through Rouge.
class GhPagesRenderer : public Renderer {
 public:
  using Renderer::Renderer;

 protected:
  void Header(cmark_node* node) override;
  void CodeBlock(cmark_node* node) override;

 private:
  std::string MakeId(std::string_view html);
  void PlainCodeBlock(cmark_node* node, std::optional<std::string_view> lang);

  std::map<std::string, int> used_ids_;
};

// `html` with newlines where kGhPagesNewline stands.
std::string RestoreNewlines(std::string_view html);

}  // namespace tincture::commonmark
