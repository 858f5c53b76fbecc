// Cleaner: what of an earlier build is in the way or no longer wanted (lib/jekyll/cleaner.rb).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

// What the destination holds before a build writes to it.
struct Destination {
  // To be removed first: every file and folder that the build does not write, but for `keep_files`, their folders, and
  // whatever begins like one of them; and files that stand where a folder is wanted. A folder comes before what it
  // holds.
  std::vector<std::string> obsolete;
  // What stays, and the folders of it that were looked into: what is in one of these and not among `staying` is not
  // there. A link to a folder is not looked into.
  std::set<std::string> staying;
  std::set<std::string> folders;
};

// All paths are absolute; `new_files` are below `destination`, which is a folder.
Destination LookAtDestination(const std::string& destination, const std::set<std::string>& new_files,
                              const std::vector<std::string>& keep_files, const FileSource& files);

}  // namespace tincture::engine
