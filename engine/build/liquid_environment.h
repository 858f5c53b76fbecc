// The Liquid of a build: dialect and error mode, Liquid's own tags and filters, Jekyll's, the plugins'.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "compat/plugins/plugin.h"
#include "engine/model/site.h"
#include "liquid/exec/environment.h"

namespace tincture::engine {

std::unique_ptr<liquid::Environment> MakeLiquidEnvironment(
    const Site& site, const compat::plugins::Site& plugin_site,
    std::span<const std::unique_ptr<compat::plugins::Plugin>> plugins);

// Whether Ruby's class of the tag derives from Liquid::Block, which is what an excerpt that is cut in it asks.
bool IsBlockTag(std::string_view tag);

}  // namespace tincture::engine
