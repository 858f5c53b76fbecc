// LayoutReader (lib/jekyll/readers/layout_reader.rb).
#pragma once

#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// The site's layouts, then those of the theme that it does not have.
Status ReadLayouts(Site& site);

}  // namespace tincture::engine
