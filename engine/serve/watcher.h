// Watcher: waits for the source to change and says what has. A save is reported at once; a burst (a checkout, an editor
// that moves files about) when it has come to rest, as one.
// One thread.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "engine/serve/source_tree.h"
#include "engine/source/file_events.h"
#include "engine/source/stop_signal.h"

namespace tincture::engine {

class Watcher {
 public:
  // Borrows all three. The tree has been scanned.
  Watcher(SourceTree& tree, FileEvents& events, const StopSignal& stop) : tree_(tree), events_(events), stop_(stop) {}

  // Waits for changes. Empty: the program is to stop.
  Changes Next();

 private:
  // What has been told of and not been looked at.
  struct Pending {
    std::set<std::string> paths;
    std::set<std::string> unfinished;  // of these more is to come, most likely
    bool lost = false;
    int rounds = 0;  // of events since the first
    bool empty() const { return paths.empty() && !lost; }
    std::chrono::milliseconds Patience() const;
  };

  void Add(const FileEvent& event, Pending& pending) const;

  SourceTree& tree_;
  FileEvents& events_;
  const StopSignal& stop_;
};

}  // namespace tincture::engine
