#include "engine/build/cleaner.h"

#include <algorithm>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// The folders above `path`, up to but without `destination`.
void AddParents(std::string_view path, const std::string& destination, std::set<std::string>& folders) {
  for (std::string_view parent = DirName(path); parent != destination && IsWithin(parent, destination);
       parent = DirName(parent)) {
    if (!folders.emplace(parent).second) return;
  }
}

class Cleaner {
 public:
  Cleaner(const std::string& destination, const std::set<std::string>& new_files,
          const std::vector<std::string>& keep_files, const FileSource& files)
      : destination_(destination), new_files_(new_files), files_(files) {
    for (const std::string& path : new_files) AddParents(path, destination, new_folders_);
    for (const std::string& name : keep_files) {
      const std::string path = JoinPath(destination, name);
      kept_.push_back(path);
      AddParents(path, destination, keep_folders_);
    }
  }

  void Walk(const std::string& folder, Destination& found) const {
    found.folders.insert(folder);
    std::vector<std::string> names = files_.List(folder);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      const std::string path = JoinPath(folder, name);
      const FileInfo info = files_.Stat(path);
      const bool is_folder = info.is_directory() && !info.is_symlink;
      if (IsObsolete(path, is_folder)) {
        found.obsolete.push_back(path);  // and what lies in it
        continue;
      }
      found.staying.insert(path);
      if (is_folder) Walk(path, found);
    }
  }

 private:
  bool IsKept(const std::string& path) const {
    return std::any_of(kept_.begin(), kept_.end(), [&](const std::string& kept) { return path.starts_with(kept); });
  }

  bool IsObsolete(const std::string& path, bool is_folder) const {
    if (IsKept(path) || keep_folders_.contains(path)) return false;
    // A file, or a link, where the build wants a folder.
    if (new_folders_.contains(path)) return !is_folder;
    return !new_files_.contains(path) || is_folder;
  }

  const std::string& destination_;
  const std::set<std::string>& new_files_;
  const FileSource& files_;
  std::set<std::string> new_folders_;
  std::set<std::string> keep_folders_;
  std::vector<std::string> kept_;
};

}  // namespace

Destination LookAtDestination(const std::string& destination, const std::set<std::string>& new_files,
                              const std::vector<std::string>& keep_files, const FileSource& files) {
  Destination found;
  Cleaner(destination, new_files, keep_files, files).Walk(destination, found);
  return found;
}

}  // namespace tincture::engine
