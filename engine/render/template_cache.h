// TemplateCache: templates by path, each parsed once a build (lib/jekyll/liquid_renderer.rb).
// Threads: any.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "liquid/exec/template.h"

namespace tincture::engine {

class TemplateCache {
 public:
  // Borrows it.
  explicit TemplateCache(const liquid::Environment& environment) : environment_(environment) {}

  // The template under `path`, parsed from `text` on first use. Null: `error` says why, each time.
  const liquid::Template* Parse(const std::string& path, std::string_view text, uint32_t lines_before,
                                liquid::LiquidError* error);
  // Null where nothing was parsed under `path` yet.
  const liquid::Template* Find(const std::string& path) const;

  // What `cycle` and its kind remember for the template of that path from one render to the next.
  liquid::Registers& RegistersOf(const std::string& path);

 private:
  struct Entry {
    std::string text;  // what the template's views point into
    std::unique_ptr<const liquid::Template> parsed;
    liquid::Registers registers;
  };

  const liquid::Environment& environment_;
  mutable std::mutex mu_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace tincture::engine
