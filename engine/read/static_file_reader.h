// StaticFileReader (lib/jekyll/readers/static_file_reader.rb).
#pragma once

#include <string>

#include "engine/model/site.h"

namespace tincture::engine {

// A static file at base/dir/name, not yet in site.static_files. `collection` may be null.
StaticFile* MakeStaticFile(Site& site, const std::string& base, const std::string& dir, const std::string& name,
                           const Collection* collection);
// The same, appended to site.static_files.
void AddStaticFile(Site& site, const std::string& base, const std::string& dir, const std::string& name);

}  // namespace tincture::engine
