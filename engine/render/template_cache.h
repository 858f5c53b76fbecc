// TemplateCache: templates by path, each parsed once a build (lib/jekyll/liquid_renderer.rb). Where an include and a
// unit share a path, the turn knows whose text stands for both (Turn::Filed). Threads: any.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/exec/template.h"

namespace tincture::engine {

class TemplateCache {
 public:
  // Borrows it.
  explicit TemplateCache(const liquid::Environment& environment) : environment_(environment) {}

  // The template of that text under that path, parsed on first use. Null: `error` says why, each time.
  const liquid::Template* Parse(const std::string& path, std::string_view text, uint32_t lines_before,
                                liquid::LiquidError* error);
  // What was parsed first under `path`; null where nothing was yet.
  const liquid::Template* Find(const std::string& path) const;

 private:
  struct Entry {
    std::string text;  // what the template's views point into
    std::unique_ptr<const liquid::Template> parsed;
  };
  using Entries = std::vector<std::unique_ptr<const Entry>>;

  static const liquid::Template* FindText(const Entries& entries, std::string_view text);

  const liquid::Environment& environment_;
  mutable std::mutex mu_;
  std::map<std::string, Entries, std::less<>> entries_;  // guarded by mu_
};

}  // namespace tincture::engine
