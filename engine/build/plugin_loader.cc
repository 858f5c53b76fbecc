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

  // `required`: stop where we know nothing of the gem; a theme's gem may need others that matter to Ruby only.
  Status Load(const std::string& gem, bool required) {
    if (std::find(seen_.begin(), seen_.end(), gem) != seen_.end()) return {};
    seen_.push_back(gem);
    if (std::unique_ptr<plugins::Plugin> plugin = plugins::MakePlugin(gem)) {
      loaded_.push_back(std::move(plugin));
      return {};
    }
    const auto loss = plugins::WhatGemAdds(gem);
    if (!loss && required) return Missing(gem);
    if (!loss) return {};
    site_.log.Warn("Plugin:", "'" + gem + "' is not built in: " + std::string(*loss));
    return {};
  }

  Status LoadAllowed(const std::string& gem, bool required) {
    const bool allowed = !safe_ || std::find(whitelist_.begin(), whitelist_.end(), gem) != whitelist_.end();
    return allowed ? Load(gem, required) : Status();
  }

  PluginList Take() { return std::move(loaded_); }

 private:
  static Error Missing(const std::string& gem) {
    return {.kind = "Jekyll::Errors::MissingDependencyException",
            .message = gem,
            .hint = "There is no plugin '" + gem + "' here, and Ruby gems are not loaded: remove it from `plugins:`."};
  }

  const Site& site_;
  const bool safe_;
  const std::vector<std::string> whitelist_;
  std::vector<std::string> seen_;
  PluginList loaded_;
};

}  // namespace

Result<PluginList> LoadPlugins(const Site& site) {
  Loader loader(site);
  if (Status status = loader.Load("jekyll-sass-converter", true); !status) return status.error();
  if (site.theme) {
    for (const std::string& gem : site.theme->runtime_dependencies) {
      if (gem == "jekyll") continue;
      if (Status status = loader.LoadAllowed(gem, false); !status) return status.error();
    }
  }
  for (const std::string& gem : site.config().Texts("plugins")) {
    if (Status status = loader.LoadAllowed(gem, true); !status) return status.error();
  }
  return loader.Take();
}

}  // namespace tincture::engine
