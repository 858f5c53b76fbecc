#include "engine/serve/source_tree.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Sorted, each path once. What was found in a new folder and then told of by itself is added, not modified.
Changes InOrder(Changes changes) {
  for (auto* list : {&changes.modified, &changes.added, &changes.removed}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  std::erase_if(changes.modified, [&](const std::string& path) {
    return std::binary_search(changes.added.begin(), changes.added.end(), path);
  });
  return changes;
}

}  // namespace

SourceTree::SourceTree(std::string root, const WatchFilter& filter, const FileSource& files,
                       std::function<Status(const std::string&)> watch)
    : root_(std::move(root)),
      real_root_(files.RealPath(root_).value_or(root_)),
      filter_(filter),
      files_(files),
      watch_(std::move(watch)) {}

Status SourceTree::Scan() {
  (void)Rescan();
  return std::exchange(watched_, {});
}

Changes SourceTree::Update(const std::set<std::string>& paths) {
  Changes changes;
  for (const std::string& path : paths) {
    if (!filter_.Ignores(path)) Look(path, false, changes);
  }
  return InOrder(std::move(changes));
}

Changes SourceTree::Rescan() {
  Changes changes;
  Look(root_, true, changes);
  return InOrder(std::move(changes));
}

bool SourceTree::Knows(const std::string& path) const {
  if (stamps_.contains(path)) return true;
  const auto below = stamps_.lower_bound(path + "/");
  return below != stamps_.end() && IsWithin(below->first, path);
}

void SourceTree::Look(const std::string& path, bool trust_stamps, Changes& changes) {
  const FileInfo info = files_.Stat(path);
  if (info.is_directory() && Enters(path, info)) {
    LookAtFolder(path, changes);
    return;
  }
  ForgetMissing(path, {}, changes);
  links_.erase(path);
  if (info.is_file()) {
    LookAtFile(path, {info.size, info.mtime_seconds, info.mtime_nanoseconds}, trust_stamps, changes);
  } else if (stamps_.erase(path) > 0) {
    changes.removed.push_back(path);
  }
}

void SourceTree::LookAtFile(const std::string& path, const Stamp& stamp, bool trust_stamps, Changes& changes) {
  const auto [known, is_new] = stamps_.emplace(path, stamp);
  if (is_new) {
    changes.added.push_back(path);
  } else if (!trust_stamps || known->second != stamp) {
    changes.modified.push_back(path);
  }
  known->second = stamp;
}

// Depth first, with a stack of its own: a tree may be deep.
void SourceTree::LookAtFolder(const std::string& top, Changes& changes) {
  std::set<std::string> present;
  std::vector<std::string> folders = {top};
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    // Watched before it is listed: what comes in between is seen twice rather than never.
    if (Status status = watch_(folder); !status) watched_ = std::move(status);
    for (const std::string& name : files_.List(folder)) {
      const std::string path = JoinPath(folder, name);
      if (filter_.Ignores(path)) continue;
      const FileInfo info = files_.Stat(path);
      if (info.is_directory() && Enters(path, info)) folders.push_back(path);
      if (!info.is_file()) continue;
      present.insert(path);
      LookAtFile(path, {info.size, info.mtime_seconds, info.mtime_nanoseconds}, true, changes);
    }
  }
  ForgetMissing(top, present, changes);
}

bool SourceTree::Enters(const std::string& folder, const FileInfo& info) {
  if (!info.is_symlink || folder == root_) return true;
  const std::optional<std::string> real = files_.RealPath(folder);
  // Within the source it is watched under its own name; above it, it leads back here.
  if (!real || IsWithin(*real, real_root_) || IsWithin(real_root_, *real)) return false;
  for (const auto& [link, target] : links_) {
    if (link != folder && (IsWithin(*real, target) || IsWithin(target, *real))) return false;
  }
  links_[folder] = *real;
  return true;
}

// What was known below `folder` and is not there any more.
void SourceTree::ForgetMissing(const std::string& folder, const std::set<std::string>& present, Changes& changes) {
  for (auto known = stamps_.lower_bound(folder + "/"); known != stamps_.end() && IsWithin(known->first, folder);) {
    if (present.contains(known->first)) {
      ++known;
      continue;
    }
    changes.removed.push_back(known->first);
    known = stamps_.erase(known);
  }
}

}  // namespace tincture::engine
