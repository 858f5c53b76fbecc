// Themes: finding the gem that `theme:` names and reading its assets (lib/jekyll/theme.rb, theme_assets_reader.rb).
// No Ruby is asked: an embedded theme, else a gem's folder (engine/read/gem_finder.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Nothing where it is nowhere to be found.
std::optional<Theme> FindTheme(const Configuration& configuration, const Machine& machine, std::string_view name);

// What a site lacks without that theme: a list for a message.
std::string WhatThemeAdds(std::string_view name);

// Its layouts, includes, styles, assets and data below theme.root.
void FindThemeFolders(const FileSource& files, Theme& theme);

// The files of the theme's assets folder that the site does not have.
Status ReadThemeAssets(Site& site, const InitHook& on_init);

}  // namespace tincture::engine
