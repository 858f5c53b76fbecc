// Which plugins a build has (lib/jekyll/plugin_manager.rb): Sass always, then what the theme's gem depends on, then
// `plugins:`; in safe mode only those of `whitelist:`.
#pragma once

#include <memory>
#include <vector>

#include "compat/plugins/plugin.h"
#include "engine/model/site.h"

namespace tincture::engine {

using PluginList = std::vector<std::unique_ptr<compat::plugins::Plugin>>;

// In the order of loading. Warns of each gem that is not built in, and of what will be missing.
PluginList LoadPlugins(Site& site);

}  // namespace tincture::engine
