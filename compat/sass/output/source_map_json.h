// Source maps as Dart Sass makes them and jekyll-sass-converter 3 prints them.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "compat/sass/output/mapping.h"

namespace tincture::compat::sass {

struct Source;

// JSON on one line. `folder` is what the sources are named relative to, `file` the CSS's name.
std::string SourceMapJson(const Mappings& mappings, const std::deque<Source>& sources, std::string_view folder,
                          std::string_view file);

}  // namespace tincture::compat::sass
