#include "engine/build/plugin_loader.h"

#include <algorithm>
#include <string>

#include "compat/plugins/registry.h"

namespace tincture::engine {

namespace {

namespace plugins = compat::plugins;

class Loader {
 public:
  explicit Loader(const Site& site)
      : site_(site), safe_(site.config().Truthy("safe")), whitelist_(site.config().Texts("whitelist")) {}

  // A gem that is not built in is warned of, and the build goes on: Jekyll would stop where the gem is not installed,
  // but here it never can be.
  void Load(const std::string& gem, bool named_by_site) {
    if (std::find(seen_.begin(), seen_.end(), gem) != seen_.end()) return;
    seen_.push_back(gem);
    if (std::unique_ptr<plugins::Plugin> plugin = plugins::MakePlugin(gem)) {
      loaded_.push_back(std::move(plugin));
      return;
    }
    const auto loss = plugins::WhatGemAdds(gem);
    // A theme's gem may need others that matter to Ruby only.
    if (!loss && !named_by_site) return;
    site_.log.Warn("Plugin:",
                   "'" + gem + "' is not built in: " +
                       (loss ? std::string(*loss) : "whatever it adds (tags, filters, pages) will be missing."));
  }

  void LoadAllowed(const std::string& gem, bool named_by_site) {
    const bool allowed = !safe_ || std::find(whitelist_.begin(), whitelist_.end(), gem) != whitelist_.end();
    if (allowed) Load(gem, named_by_site);
  }

  PluginList Take() { return std::move(loaded_); }

 private:
  const Site& site_;
  const bool safe_;
  const std::vector<std::string> whitelist_;
  std::vector<std::string> seen_;
  PluginList loaded_;
};

}  // namespace

PluginList LoadPlugins(const Site& site) {
  Loader loader(site);
  loader.Load("jekyll-sass-converter", true);
  if (site.theme) {
    for (const std::string& gem : site.theme->runtime_dependencies) {
      if (gem != "jekyll") loader.LoadAllowed(gem, false);
    }
  }
  for (const std::string& gem : site.config().Texts("plugins")) loader.LoadAllowed(gem, true);
  return loader.Take();
}

}  // namespace tincture::engine
