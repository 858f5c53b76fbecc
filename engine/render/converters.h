// Converters: which converter takes which extension, in Jekyll's order of priority (lib/jekyll/converter.rb,
// renderer.rb): plugins' and Markdown, then Sass, then Identity. Immutable; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/plugin.h"
#include "engine/render/markdown.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class Converters {
 public:
  Converters(const MarkdownConverter& markdown, std::vector<std::unique_ptr<compat::plugins::Converter>> of_plugins);

  struct Converted {
    std::string text;
    uint8_t flags = 0;
    std::vector<compat::plugins::NewPage> pages;
  };
  // The text through every converter of the extension, one after another. Error: the first converter's that fails.
  // `item`: whose text it is; null for a filter's.
  Result<Converted> Convert(const compat::plugins::Site& site, const compat::plugins::Item* item,
                            std::string_view extname, const Value& text) const;
  // Renderer#converter_output_ext.
  std::string OutputExt(std::string_view extname) const;
  // Whether the first converter is Markdown's, whose highlighter_prefix and suffix are a newline.
  bool MarkdownIsFirst(std::string_view extname) const;
  const MarkdownConverter& markdown() const { return markdown_; }

 private:
  // Null stands for Markdown.
  std::vector<const compat::plugins::Converter*> Of(std::string_view extname) const;

  const MarkdownConverter& markdown_;
  std::vector<std::unique_ptr<compat::plugins::Converter>> of_plugins_;
  std::vector<const compat::plugins::Converter*> in_order_;
};

}  // namespace tincture::engine
