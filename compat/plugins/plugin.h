// Plugin: what one gem adds to a build. A new plugin is one file in this folder and one line in registry.cc:
//
//   // jekyll-hello 1.0: {{ "x" | hello }} and /hello.txt.
//   class Hello : public Plugin {
//    public:
//     void RegisterLiquid(liquid::Environment& environment, const Site& site) override { ... }
//     bool generates() const override { return true; }
//     Status Generate(Site& site) override { site.AddPage({.name = "hello.txt", .body = {.text = "hello"}}); ... }
//   };
//   std::unique_ptr<Plugin> MakeHello() { return std::make_unique<Hello>(); }
//
// Jekyll's order, which the engine keeps (lib/jekyll/site.rb, plugin.rb, hooks.rb):
//   site after_init, after_reset; read (item post_init as each is read); site post_read; generators, highest priority
//   first and in order of loading within one; site pre_render; for each unit: pre_render, Liquid, converters,
//   post_convert, layouts, post_render; site post_render; write; site post_write.
//   Hooks of several plugins run in order of loading.
//   Order of loading: what the theme's gem depends on, then `plugins:`.
// Ownership: a Plugin lives for one build and may keep state between its calls.
// Threads: Generate and the site's hooks are called by one thread. Hooks of items, converters, tags and filters may be
//   called from any thread once rendering has begun.
// Errors: a Status stops the build with its message, as an exception out of a gem does.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/site.h"
#include "liquid/support/status.h"

namespace tincture::liquid {
class Environment;
}

namespace tincture::compat::plugins {

// Jekyll::Plugin::PRIORITIES.
enum class Priority { kLowest = -100, kLow = -10, kNormal = 0, kHigh = 10, kHighest = 100 };

enum class SiteEvent { kAfterInit, kAfterReset, kPostRead, kPreRender, kPostRender, kPostWrite };
enum class ItemEvent { kPostInit, kPreRender, kPostConvert, kPostRender };

// Jekyll::Converter: turns a body of one extension into another format.
class Converter {
 public:
  struct Output {
    std::string text;
    // Appended to site.pages, to be rendered after all others (source maps).
    std::vector<NewPage> pages;
  };

  virtual ~Converter() = default;
  virtual Priority priority() const { return Priority::kNormal; }
  // `extname` with its dot.
  virtual bool Matches(std::string_view extname) const = 0;
  virtual std::string OutputExt(std::string_view extname) const = 0;
  // `item`: whose body it is; null for a text that a filter hands over.
  virtual Result<Output> Convert(const Site& site, const Item* item, std::string_view content) const = 0;
};

class Plugin {
 public:
  virtual ~Plugin() = default;

  // Tags and filters. They may keep the site, of which they call what is marked (render).
  virtual void RegisterLiquid(liquid::Environment&, const Site&) {}
  virtual std::vector<std::unique_ptr<Converter>> Converters() { return {}; }

  // Jekyll::Generator.
  virtual bool generates() const { return false; }
  virtual Priority priority() const { return Priority::kNormal; }
  virtual Status Generate(Site&) { return {}; }

  // Jekyll::Hooks. Pages and documents; static files have none.
  virtual Status OnSite(SiteEvent, Site&) { return {}; }
  virtual Status OnItem(ItemEvent, Site&, Item&) { return {}; }
};

}  // namespace tincture::compat::plugins
