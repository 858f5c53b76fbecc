// Remote themes (jekyll-remote-theme 0.5.2): `remote_theme: owner/name[@ref]`.
// A build downloads nothing. The theme is a folder of the site, _vendor/remote-theme/<owner>/<name>, and
// _vendor/remote-theme.lock says which commit it is of, so that everyone who builds has the same:
//
//   mmistakes/minimal-mistakes@4.26.2: 6d8ba8e0a4fbdf4db5c1f4e6d7d4b8f6a8c1d2e3
//
// A path (/..., ./..., ../..., ~/...) is the theme's folder itself and needs no lock.
#pragma once

#include <optional>

#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Nothing where the site asks for none, or for one that is no name of a theme (which is logged). Error: the theme is
// not there, or not locked; its hint says how to bring it.
Result<std::optional<Theme>> FindRemoteTheme(const Site& site);

}  // namespace tincture::engine
