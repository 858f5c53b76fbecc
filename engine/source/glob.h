// Dir.glob as the readers use it: names in byte order, depth first, links to folders not entered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

// Dir["**/*"] below `directory`, relative to it: folders too, each before what is in it.
// `dot_entries`: also names that begin with a dot (File::FNM_DOTMATCH).
std::vector<std::string> GlobTree(const FileSource& files, const std::string& directory, bool dot_entries);

// The names in `directory` in byte order, without those that begin with a dot.
std::vector<std::string> GlobFolder(const FileSource& files, const std::string& directory);

// Dir.glob(folder + "/" + pattern), as absolute paths: * and ? stay within a name and do not match a leading dot, ** is
// any number of folders.
std::vector<std::string> Glob(const FileSource& files, const std::string& folder, std::string_view pattern);

}  // namespace tincture::engine
