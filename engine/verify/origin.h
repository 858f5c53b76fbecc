// Which file of the source each file of the built site is made of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct Origin {
  std::string source;                // "about.md"; empty for a page that a plugin makes
  std::vector<std::string> layouts;  // from the innermost outwards: "_layouts/page.html"
};

// By path below the destination. Reads and generates, renders nothing.
std::map<std::string, Origin> OriginsOf(const Configuration& configuration, const Machine& machine);

}  // namespace tincture::engine
