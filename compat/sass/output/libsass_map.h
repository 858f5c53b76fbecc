// Source maps as libsass prints them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/syntax/places.h"

namespace tincture::compat::sass {

struct Source;

// A place of the CSS and where it came from.
struct LibsassMapping {
  Position css;
  uint32_t source = 0;
  Position original;
};
using LibsassMappings = std::vector<LibsassMapping>;

// JSON. The sources are named relative to `folder`, which ends in a slash; `file` is the CSS's name.
std::string LibsassMapJson(const LibsassMappings& mappings, const std::deque<Source>& sources, std::string_view folder,
                           std::string_view file, bool contents);

// The comment at the end of the CSS.
std::string MapUrlComment(std::string_view url);
std::string MapDataUrl(std::string_view json);

}  // namespace tincture::compat::sass
