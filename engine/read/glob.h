// Dir.glob as the readers use it: names in byte order, depth first, links to folders not entered.
#pragma once

#include <string>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

// Dir["**/*"] below `directory`, relative to it: folders too, each before what is in it.
// `dot_entries`: also names that begin with a dot (File::FNM_DOTMATCH).
std::vector<std::string> GlobTree(const FileSource& files, const std::string& directory, bool dot_entries);

// The names in `directory` in byte order, without those that begin with a dot.
std::vector<std::string> GlobFolder(const FileSource& files, const std::string& directory);

}  // namespace tincture::engine
