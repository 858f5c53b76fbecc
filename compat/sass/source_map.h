// The one thing of libsass's source maps that needs a correction.
#pragma once

#include <string>
#include <string_view>

namespace tincture::compat::sass {

// `map` (JSON as libsass prints it) with each file listed once in `sources` and `sourcesContent`, where it came first,
// and the mappings counting by that list. libsass lists a file once that it opened itself, but one that an importer
// handed over again at each @import. A map of another layout comes back as it is.
std::string WithEachSourceOnce(std::string_view map);

}  // namespace tincture::compat::sass
