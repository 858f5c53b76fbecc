// RecordingTarget: another FileTarget, and the list of what it was told to write or remove: what a build has changed.
// Threads: any.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/source/file_source.h"

namespace tincture::engine {

class RecordingTarget : public FileTarget {
 public:
  // Borrows `base`.
  explicit RecordingTarget(FileTarget& base) : base_(base) {}

  Status Write(const std::string& path, std::string_view bytes) override {
    Record(path);
    return base_.Write(path, bytes);
  }
  Status Append(const std::string& path, std::string_view bytes) override {
    Record(path);
    return base_.Append(path, bytes);
  }
  Status Copy(const std::string& from, const std::string& path) override {
    Record(path);
    return base_.Copy(from, path);
  }
  Status MakeDirectories(const std::string& path) override { return base_.MakeDirectories(path); }
  Status Remove(const std::string& path) override {
    Record(path);
    return base_.Remove(path);
  }

  // The paths since the last call.
  std::set<std::string> Take() {
    const std::lock_guard lock(mu_);
    return std::exchange(paths_, {});
  }

 private:
  void Record(const std::string& path) {
    const std::lock_guard lock(mu_);
    paths_.insert(path);
  }

  FileTarget& base_;
  std::mutex mu_;
  std::set<std::string> paths_;
};

}  // namespace tincture::engine
