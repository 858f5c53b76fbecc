// Cleaner: what of an earlier build is in the way or no longer wanted (lib/jekyll/cleaner.rb).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

// The paths to remove before `new_files` (absolute, below `destination`) are written: every file and folder of the
// destination that the build does not write, but for `keep_files`, their folders, and whatever begins like one of them;
// and files that stand where a folder is wanted. A folder comes before what it holds.
std::vector<std::string> ObsoleteFiles(const std::string& destination, const std::set<std::string>& new_files,
                                       const std::vector<std::string>& keep_files, const FileSource& files);

}  // namespace tincture::engine
