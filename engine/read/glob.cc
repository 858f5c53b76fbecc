#include "engine/read/glob.h"

#include <algorithm>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Folders nested deeper than this are not read; no path on a real disk is.
constexpr int kMaxDepth = 200;

void Walk(const FileSource& files, const std::string& directory, const std::string& prefix, bool dot_entries, int depth,
          std::vector<std::string>& found) {
  std::vector<std::string> names = files.List(directory);
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (!dot_entries && name.starts_with('.')) continue;
    found.push_back(prefix + name);
    const std::string path = JoinPath(directory, name);
    const FileInfo info = files.Stat(path);
    if (!info.is_directory() || info.is_symlink || depth == kMaxDepth) continue;
    Walk(files, path, prefix + name + "/", dot_entries, depth + 1, found);
  }
}

}  // namespace

std::vector<std::string> GlobTree(const FileSource& files, const std::string& directory, bool dot_entries) {
  std::vector<std::string> found;
  Walk(files, directory, "", dot_entries, 0, found);
  return found;
}

std::vector<std::string> GlobFolder(const FileSource& files, const std::string& directory) {
  std::vector<std::string> names = files.List(directory);
  std::erase_if(names, [](const std::string& name) { return name.starts_with('.'); });
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace tincture::engine
