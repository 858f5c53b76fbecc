// Reader: fills a Site from its source (lib/jekyll/reader.rb and readers/*), in Jekyll's order: layouts; then folder by
// folder posts, drafts, pages and static files; files named by `include`; collections; the theme's assets; data.
// A file that cannot be read is logged and skipped, or stops the build, as in Jekyll.
#pragma once

#include <functional>

#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Called for each page and document once its file was found (Jekyll's post_init hooks). May be empty.
using InitHook = std::function<Status(Renderable&)>;

Status ReadSite(Site& site, const InitHook& on_init);

// Site.new's part: the theme that the configuration names, its _config.yml below the site's settings, the folders of
// the includes.
Status ConfigureTheme(Site& site);

}  // namespace tincture::engine
