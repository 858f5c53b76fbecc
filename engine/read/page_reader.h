// PageReader and Page.new (lib/jekyll/readers/page_reader.rb, page.rb).
#pragma once

#include <string>

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// The page at base/dir/name; owned by the site, not yet in site.pages. `base`: the source or the theme's root.
Result<Page*> ReadPage(Site& site, const std::string& base, const std::string& dir, const std::string& name,
                       const InitHook& on_init);

}  // namespace tincture::engine
