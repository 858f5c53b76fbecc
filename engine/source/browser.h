// Shows a page in the user's browser, as xdg-open(1) finds it.
#pragma once

#include <string>

namespace tincture::engine {

// False: there is no xdg-open.
bool OpenInBrowser(const std::string& url);

}  // namespace tincture::engine
