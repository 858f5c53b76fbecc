#include "engine/build/plugin_loader.h"

#include <algorithm>
#include <string>

#include "compat/plugins/registry.h"
#include "engine/config/github_pages.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

namespace plugins = compat::plugins;

class Loader {
 public:
  explicit Loader(Site& site)
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
    // A theme's gem may need others that matter to Ruby only; what the github-pages gem loads for every site is
    // missed by few.
    if (!named_by_site && (!loss || site_.profile().github_pages_configuration)) return;
    if (loss && loss->starts_with("nothing")) return;
    site_.missing_parts.push_back(gem);
    const std::string place = named_by_site ? site_.config().PlaceOf("plugins", site_.machine.files) : std::string();
    site_.log.Warn("Plugin:",
                   place + (place.empty() ? "'" : ": '") + gem + "' is not built in: " +
                       (loss ? std::string(*loss) : "whatever it adds (tags, filters, pages) will be missing."));
  }

  void LoadAllowed(const std::string& gem, bool named_by_site) {
    const bool allowed = !safe_ || std::find(whitelist_.begin(), whitelist_.end(), gem) != whitelist_.end();
    if (allowed) Load(gem, named_by_site);
  }

  PluginList Take() { return std::move(loaded_); }

 private:
  Site& site_;
  const bool safe_;
  const std::vector<std::string> whitelist_;
  std::vector<std::string> seen_;
  PluginList loaded_;
};

// _plugins/**/*.rb, which Jekyll runs unless in safe mode.
void WarnOfRubyFiles(Site& site) {
  if (site.config().Truthy("safe")) return;
  std::vector<std::string> folders = site.config().Texts("plugins_dir");
  if (folders.empty()) folders.emplace_back(site.config().Text("plugins_dir"));
  for (const std::string& folder : folders) {
    if (folder.empty()) continue;
    for (const std::string& entry : GlobTree(site.machine.files, site.InSourceDir(folder), false)) {
      if (!entry.ends_with(".rb")) continue;
      const std::string path = JoinPath(folder, entry);
      site.missing_parts.push_back(path);
      site.log.WarnOfMany("ruby", "Plugin:", path + " is Ruby and is not run: whatever it adds will be missing.");
    }
  }
}

}  // namespace

PluginList LoadPlugins(Site& site) {
  Loader loader(site);
  loader.Load("jekyll-sass-converter", true);
  for (const std::string& gem : site.theme_plugins) {
    if (gem != "jekyll") loader.LoadAllowed(gem, false);
  }
  for (const std::string& gem : site.config().Texts("plugins")) {
    loader.LoadAllowed(gem, !site.profile().github_pages_configuration || !IsGithubPagesPlugin(gem));
  }
  WarnOfRubyFiles(site);
  return loader.Take();
}

}  // namespace tincture::engine
