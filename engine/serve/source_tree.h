// SourceTree: the watched files as they were last seen, and what has changed since. Links to folders are followed where
// they lead out of the source, each folder once, so that no ring of links is walked.
// One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/serve/watch_filter.h"
#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Absolute paths, each list sorted.
struct Changes {
  std::vector<std::string> modified;
  std::vector<std::string> added;
  std::vector<std::string> removed;

  size_t size() const { return modified.size() + added.size() + removed.size(); }
  bool empty() const { return size() == 0; }
};

class SourceTree {
 public:
  // Borrows `filter` and `files`. `watch` is told of every folder before it is looked into.
  SourceTree(std::string root, const WatchFilter& filter, const FileSource& files,
             std::function<Status(const std::string&)> watch);

  // The first look. Error: of `watch`.
  Status Scan();
  // Looks at `paths` alone: a file among them has changed, whatever its time says.
  Changes Update(const std::set<std::string>& paths);
  // Looks at everything: changed is what has another time or size.
  Changes Rescan();

  bool Knows(const std::string& path) const;
  const WatchFilter& filter() const { return filter_; }

 private:
  struct Stamp {
    uint64_t size;
    int64_t seconds;
    int32_t nanoseconds;
    auto operator<=>(const Stamp&) const = default;
  };

  void Look(const std::string& path, bool trust_stamps, Changes& changes);
  void LookAtFile(const std::string& path, const Stamp& stamp, bool trust_stamps, Changes& changes);
  void LookAtFolder(const std::string& folder, Changes& changes);
  bool Enters(const std::string& folder, const FileInfo& info);
  void ForgetMissing(const std::string& folder, const std::set<std::string>& present, Changes& changes);

  std::string root_;
  std::string real_root_;
  const WatchFilter& filter_;
  const FileSource& files_;
  std::function<Status(const std::string&)> watch_;
  Status watched_;
  std::map<std::string, Stamp> stamps_;
  std::map<std::string, std::string> links_;  // links to folders outside of the root, and where they lead
};

}  // namespace tincture::engine
