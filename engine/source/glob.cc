#include "engine/source/glob.h"

#include <algorithm>

#include "engine/source/entry_filter.h"
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

// One level of the pattern at a time.
void Match(const FileSource& files, const std::string& folder, std::string_view pattern, int depth,
           std::vector<std::string>& found) {
  if (depth > kMaxDepth) return;
  const size_t slash = pattern.find('/');
  const std::string_view part = pattern.substr(0, slash);
  const bool last = slash == std::string_view::npos;
  const std::string_view rest = last ? std::string_view() : pattern.substr(slash + 1);
  if (part == "**" && !last) Match(files, folder, rest, depth + 1, found);
  std::vector<std::string> names = files.List(folder);
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (!Fnmatch(part == "**" ? "*" : part, name)) continue;
    const std::string path = JoinPath(folder, name);
    if (last || rest.empty()) {
      found.push_back(path);
    } else if (files.Stat(path).is_directory()) {
      Match(files, path, part == "**" ? pattern : rest, depth + 1, found);
    }
  }
}

}  // namespace

std::vector<std::string> Glob(const FileSource& files, const std::string& folder, std::string_view pattern) {
  std::vector<std::string> found;
  Match(files, folder, pattern, 0, found);
  return found;
}

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
