// A machine in memory for tests: files, a clock that stands still, an environment. Records every path it is asked for.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "engine/source/file_source.h"
#include "engine/source/path.h"

namespace tincture::engine {

class FakeFiles : public FileSource, public FileTarget {
 public:
  // Makes the folders above it too.
  void Put(const std::string& path, std::string bytes) {
    files_[path] = std::move(bytes);
    MakeParents(path);
  }

  const std::map<std::string, std::string>& files() const { return files_; }
  const std::vector<std::string>& read_paths() const { return read_paths_; }

  FileInfo Stat(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    FileInfo info;
    if (const auto file = files_.find(path); file != files_.end()) {
      info.kind = FileKind::kFile;
      info.size = file->second.size();
    } else if (folders_.contains(WithoutSlash(path))) {
      info.kind = FileKind::kDirectory;
    }
    return info;
  }

  Result<std::string> Read(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    read_paths_.push_back(path);
    const auto file = files_.find(path);
    if (file == files_.end()) {
      return Error{.kind = "Errno::ENOENT", .message = "No such file or directory - " + path, .where = {path, 0, 0}};
    }
    return file->second;
  }

  std::vector<std::string> List(const std::string& path) const override {
    const std::lock_guard lock(mu_);
    const std::string directory = WithoutSlash(path);
    std::vector<std::string> names;
    const auto add = [&](const std::string& entry) {
      if (entry != directory && DirName(entry) == directory) names.emplace_back(BaseName(entry));
    };
    for (const auto& [file, bytes] : files_) add(file);
    for (const std::string& folder : folders_) add(folder);
    std::sort(names.begin(), names.end());
    return names;
  }

  std::optional<std::string> RealPath(const std::string& path) const override {
    if (Stat(path).kind == FileKind::kAbsent) return std::nullopt;
    return path;
  }

  Status Write(const std::string& path, std::string_view bytes) override {
    const std::lock_guard lock(mu_);
    Put(path, std::string(bytes));
    return {};
  }

  Status Append(const std::string& path, std::string_view bytes) override {
    const std::lock_guard lock(mu_);
    Put(path, files_[path] + std::string(bytes));
    return {};
  }

  Status Copy(const std::string& from, const std::string& path) override {
    const std::lock_guard lock(mu_);
    Put(path, files_.at(from));
    return {};
  }

  Status MakeDirectories(const std::string& path) override {
    const std::lock_guard lock(mu_);
    folders_.insert(path);
    MakeParents(path);
    return {};
  }

  Status Remove(const std::string& path) override {
    const std::lock_guard lock(mu_);
    std::erase_if(files_, [&](const auto& file) { return IsWithin(file.first, path); });
    std::erase_if(folders_, [&](const auto& folder) { return IsWithin(folder, path); });
    return {};
  }

 private:
  // A folder may be asked for as "/site/", as on a disk.
  static std::string WithoutSlash(std::string path) {
    if (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
  }
  void MakeParents(const std::string& path) {
    for (std::string folder(DirName(path)); folders_.insert(folder).second && folder != "/";) folder = DirName(folder);
  }

  std::map<std::string, std::string> files_;
  std::set<std::string> folders_;
  mutable std::mutex mu_;
  mutable std::vector<std::string> read_paths_;
};

class FakeClock : public Clock {
 public:
  explicit FakeClock(int64_t seconds) : seconds_(seconds) {}
  Instant Now() const override { return {seconds_, 0}; }

 private:
  int64_t seconds_;
};

class FakeEnv : public Env {
 public:
  explicit FakeEnv(std::string working_directory, std::map<std::string, std::string> variables = {})
      : working_directory_(std::move(working_directory)), variables_(std::move(variables)) {}
  std::optional<std::string> Get(const std::string& name) const override {
    const auto found = variables_.find(name);
    if (found == variables_.end()) return std::nullopt;
    return found->second;
  }
  std::string WorkingDirectory() const override { return working_directory_; }

 private:
  std::string working_directory_;
  std::map<std::string, std::string> variables_;
};

// 2024-01-02 03:04:05 UTC, folder /site.
struct FakeMachine {
  FakeFiles files;
  FakeClock clock{1704164645};
  FakeEnv env{"/site"};
  Machine machine{files, files, clock, env};
};

}  // namespace tincture::engine
