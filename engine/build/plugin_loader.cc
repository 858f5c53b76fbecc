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

  void Load(const std::string& gem) {
    if (std::find(seen_.begin(), seen_.end(), gem) != seen_.end()) return;
    seen_.push_back(gem);
    if (std::unique_ptr<plugins::Plugin> plugin = plugins::MakePlugin(gem)) {
      loaded_.push_back(std::move(plugin));
    } else {
      WarnOf(gem);
    }
  }

  void LoadAllowed(const std::string& gem) {
    if (!safe_ || std::find(whitelist_.begin(), whitelist_.end(), gem) != whitelist_.end()) Load(gem);
  }

  std::vector<std::unique_ptr<plugins::Plugin>> Take() { return std::move(loaded_); }

 private:
  void WarnOf(const std::string& gem) {
    const auto loss = plugins::WhatGemAdds(gem);
    site_.log.Warn("Plugin:", "'" + gem + "' is not built in" +
                                  (loss ? ": " + std::string(*loss) : std::string("; the site is built without it.")));
  }

  const Site& site_;
  const bool safe_;
  const std::vector<std::string> whitelist_;
  std::vector<std::string> seen_;
  std::vector<std::unique_ptr<plugins::Plugin>> loaded_;
};

}  // namespace

std::vector<std::unique_ptr<plugins::Plugin>> LoadPlugins(const Site& site) {
  Loader loader(site);
  loader.Load("jekyll-sass-converter");
  if (site.theme) {
    for (const std::string& gem : site.theme->runtime_dependencies) {
      if (gem != "jekyll") loader.LoadAllowed(gem);
    }
  }
  for (const std::string& gem : site.config().Texts("plugins")) loader.LoadAllowed(gem);
  return loader.Take();
}

}  // namespace tincture::engine
