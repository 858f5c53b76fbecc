// Themes: finding the gem that `theme:` names and reading its assets (lib/jekyll/theme.rb, theme_assets_reader.rb).
// No Ruby is asked: an embedded theme, else <gem folder>/gems/<name>-<version> in GEM_PATH, GEM_HOME, the site's
// vendor/bundle, the user's and the system's gem folders; the highest version counts.
#pragma once

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Error: "Jekyll::Errors::MissingDependencyException" where there is none.
Result<Theme> FindTheme(const Site& site, std::string_view name);

// Its layouts, includes, styles, assets and data below theme.root.
void FindThemeFolders(const Site& site, Theme& theme);

// The files of the theme's assets folder that the site does not have.
Status ReadThemeAssets(Site& site, const InitHook& on_init);

}  // namespace tincture::engine
