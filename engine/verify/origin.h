// Which file of the source each file of the built site is made of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct Site;

struct Origin {
  std::string source;                // "about.md"; empty for a page that a plugin makes
  std::vector<std::string> layouts;  // from the innermost outwards: "_layouts/page.html"
};

// A file's path as the user knows it: below the source, or below the theme with its name.
std::string ShownPath(const Site& site, const std::string& path);
// `path` without `folder`/; as it is where it does not lie there.
std::string PathBelow(const std::string& path, const std::string& folder);

// By path below the destination. Reads and generates, renders nothing.
std::map<std::string, Origin> OriginsOf(const Configuration& configuration, const Machine& machine);

}  // namespace tincture::engine
