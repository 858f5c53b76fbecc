// jekyll-remote-theme 0.5.2: `remote_theme: owner/name`. A theme is a matter of reading: engine/read/remote_theme.cc
// finds it; naming the gem is what turns it on.
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

std::unique_ptr<Plugin> MakeRemoteTheme() { return std::make_unique<Plugin>(); }

}  // namespace tincture::compat::plugins
