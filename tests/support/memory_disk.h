// A disk in memory with what tells that a file has changed: inodes, times of change, and a clock of its own that may
// stand still between two writes, as a real one's does within its tick. It can also be full, or die in mid-write.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/source/file_source.h"
#include "engine/source/path.h"

namespace tincture::engine {

class MemoryDisk : public FileSource, public FileTarget {
 public:
  // Thrown by the write at which the process is killed.
  struct Killed {};

  struct Node {
    bool is_folder = false;
    std::string bytes;
    Instant mtime;
    Instant changed;
    uint64_t inode = 0;
  };

  MemoryDisk() { nodes_["/"].is_folder = true; }

  void Pass(int64_t nanoseconds) {
    constexpr int64_t kSecond = 1'000'000'000;
    const int64_t sum = now_.nanoseconds + nanoseconds;
    now_ = {now_.seconds + sum / kSecond, static_cast<int32_t>(sum % kSecond)};
  }

  // As an editor that writes a file in its place.
  void Put(const std::string& path, std::string bytes) {
    Node& file = Make(path);
    file.bytes = std::move(bytes);
    file.mtime = file.changed = now_;
  }
  void Touch(const std::string& path, Instant mtime) {
    nodes_.at(path).mtime = mtime;
    nodes_.at(path).changed = now_;
  }
  void Rename(const std::string& from, const std::string& to) {
    Node moved = nodes_.at(from);
    moved.changed = now_;
    Erase(from);
    Make(to);
    nodes_[to] = std::move(moved);
  }

  std::vector<std::string> FilesBelow(const std::string& folder) const {
    std::vector<std::string> files;
    for (const auto& [path, node] : nodes_) {
      if (!node.is_folder && IsWithin(path, folder)) files.push_back(path);
    }
    return files;
  }
  std::map<std::string, std::string> Tree(const std::string& folder) const {
    std::map<std::string, std::string> tree;
    for (const std::string& path : FilesBelow(folder)) tree[path] = nodes_.at(path).bytes;
    return tree;
  }
  const Node& At(const std::string& path) const { return nodes_.at(path); }

  // The `count`th change from now on kills, after doing some of it.
  void KillAfter(size_t count) { kill_at_ = changes_ + count; }
  // From the `count`th change on there is no space.
  void FillAfter(size_t count) { full_at_ = changes_ + count; }
  void Heal() { kill_at_ = full_at_ = kNever; }
  size_t changes() const { return changes_; }

  FileInfo Stat(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    const auto found = nodes_.find(WithoutSlash(path));
    if (found == nodes_.end()) return {};
    const Node& node = found->second;
    return {.kind = node.is_folder ? FileKind::kDirectory : FileKind::kFile,
            .size = node.bytes.size(),
            .mtime_seconds = node.mtime.seconds,
            .mtime_nanoseconds = node.mtime.nanoseconds,
            .inode = node.inode,
            .changed = node.changed};
  }
  Result<std::string> Read(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    const auto found = nodes_.find(path);
    if (found != nodes_.end() && !found->second.is_folder) return found->second.bytes;
    return Error{.kind = "Errno::ENOENT", .message = "No such file or directory - " + path, .where = {path, 0, 0}};
  }
  std::vector<std::string> List(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    const std::string folder = WithoutSlash(path);
    std::vector<std::string> names;
    const std::string inside = folder == "/" ? folder : folder + "/";
    for (auto node = nodes_.lower_bound(inside); node != nodes_.end() && node->first.starts_with(inside); ++node) {
      if (node->first != folder && DirName(node->first) == folder) names.emplace_back(BaseName(node->first));
    }
    return names;
  }
  Instant Time() const override { return now_; }
  std::optional<std::string> RealPath(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    if (!nodes_.contains(path)) return std::nullopt;
    return path;
  }

  Status Write(const std::string& path, std::string_view bytes) override {
    const std::lock_guard lock(mu_);
    if (Status allowed = Change(path); !allowed) return allowed;
    if (nodes_.contains(path)) Erase(path);
    Put(path, std::string(bytes));
    return {};
  }
  Status Append(const std::string& path, std::string_view bytes) override {
    const std::lock_guard lock(mu_);
    const std::string old_bytes = nodes_.contains(path) ? nodes_.at(path).bytes : std::string();
    if (changes_ + 1 == kill_at_) Put(path, old_bytes + std::string(bytes.substr(0, bytes.size() / 2)));
    if (Status allowed = Change(path); !allowed) return allowed;
    Put(path, old_bytes + std::string(bytes));
    return {};
  }
  Status Copy(const std::string& from, const std::string& path) override {
    const std::lock_guard lock(mu_);
    const Node source = nodes_.at(from);
    if (Status written = Write(path, source.bytes); !written) return written;
    Touch(path, source.mtime);
    return {};
  }
  Status MakeDirectories(const std::string& path) override {
    const std::lock_guard lock(mu_);
    if (nodes_.contains(path)) return {};
    if (Status allowed = Change(path); !allowed) return allowed;
    Make(path).is_folder = true;
    return {};
  }
  Status Remove(const std::string& path) override {
    const std::lock_guard lock(mu_);
    if (Status allowed = Change(path); !allowed) return allowed;
    std::vector<std::string> gone;
    for (const auto& [below, node] : nodes_) {
      if (IsWithin(below, path)) gone.push_back(below);
    }
    for (const std::string& below : gone) Erase(below);
    return {};
  }

 private:
  static constexpr size_t kNever = std::numeric_limits<size_t>::max();

  static std::string WithoutSlash(std::string path) {
    if (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
  }
  Status Change(const std::string& path) {
    ++changes_;
    if (changes_ >= kill_at_) throw Killed{};  // in all threads
    if (changes_ < full_at_) return {};
    return Error{.kind = "Errno::ENOSPC", .message = "No space left on device - " + path, .where = {path, 0, 0}};
  }
  // The node, with the folders above it.
  Node& Make(const std::string& path) {
    const auto [found, is_new] = nodes_.try_emplace(path);
    if (!is_new) return found->second;
    Node& node = found->second;
    node.inode = ++last_inode_;
    node.mtime = node.changed = now_;
    if (path != "/") {
      Node& folder = Make(std::string(DirName(path)));
      folder.is_folder = true;
      folder.mtime = folder.changed = now_;
    }
    return node;
  }
  void Erase(const std::string& path) {
    nodes_.erase(path);
    const auto folder = nodes_.find(std::string(DirName(path)));
    if (folder != nodes_.end()) folder->second.mtime = folder->second.changed = now_;
  }

  mutable std::recursive_mutex mu_;  // a build's threads write at a time
  std::map<std::string, Node> nodes_;
  Instant now_{1'700'000'000, 0};
  uint64_t last_inode_ = 0;
  size_t changes_ = 0;
  size_t kill_at_ = kNever;
  size_t full_at_ = kNever;
};

class TestClock : public Clock {
 public:
  Instant Now() const override { return now; }
  Instant now{1704164645, 0};
};

}  // namespace tincture::engine
