#pragma once

#include "compat/commonmark/renderer.h"

namespace tincture::commonmark {

// jekyll-commonmark 1.4.0 (lib/jekyll-commonmark/html_renderer.rb): every code block goes through Rouge.
class JekyllRenderer : public Renderer {
 public:
  using Renderer::Renderer;

 protected:
  void CodeBlock(cmark_node* node) override;

 private:
  std::string Highlighted(std::string_view code, std::optional<std::string_view> lang);
};

}  // namespace tincture::commonmark
