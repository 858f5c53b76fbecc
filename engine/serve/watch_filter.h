// WatchFilter: which paths of the source start no rebuild: what Jekyll's watcher ignores (lib/jekyll/watcher.rb of
// jekyll-watch 2.2: destination, configuration files, `exclude`), and what listen 3.7 silences: version control, and
// the files that editors make on their way to a save. Threads: any, const throughout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/entry_filter.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

class WatchFilter {
 public:
  // Borrows `rules` and `files`. `ignored`: absolute paths of files and folders.
  WatchFilter(const EntryRules& rules, const FileSource& files, std::vector<std::string> ignored)
      : rules_(rules), filter_(rules, files), ignored_(std::move(ignored)) {}

  // `path`: absolute. What lies below an ignored folder is ignored too.
  bool Ignores(std::string_view path) const;

 private:
  const EntryRules& rules_;
  EntryFilter filter_;
  std::vector<std::string> ignored_;
};

// By its name alone: swap files, backups, lock links, temporary files of editors and tools.
bool IsEditorsOwn(std::string_view name);

}  // namespace tincture::engine
