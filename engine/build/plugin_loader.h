// Which plugins a build has (lib/jekyll/plugin_manager.rb): Sass always, then what the theme's gem depends on, then
// `plugins:`; in safe mode only those of `whitelist:`.
#pragma once

#include <memory>
#include <vector>

#include "compat/plugins/plugin.h"
#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

using PluginList = std::vector<std::unique_ptr<compat::plugins::Plugin>>;

// In the order of loading. Warns of gems that are not built in but whose loss is known.
// Error: a gem that we know nothing of, as Jekyll stops where a gem is not installed.
Result<PluginList> LoadPlugins(const Site& site);

}  // namespace tincture::engine
