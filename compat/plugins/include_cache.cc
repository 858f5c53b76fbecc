// jekyll-include-cache 0.2.1: {% include_cached %}. The tag itself is a form of `include` and lives with it in
// engine/drops/tags; naming the gem is what turns it on.
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

std::unique_ptr<Plugin> MakeIncludeCache() { return std::make_unique<Plugin>(); }

}  // namespace tincture::compat::plugins
