// FileEvents: what the machine tells of changes below folders, as they happen. InotifyEvents (inotify_events.h) is the
// real one; tests pass fakes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "liquid/support/status.h"

namespace tincture::engine {

struct FileEvent {
  enum class Kind {
    kComplete,  // the path holds what it is to hold: written and closed, or moved here
    kBegun,     // made, and perhaps not written yet
    kGone,      // removed, or moved away
    kLost,      // events were dropped: anything may have changed
  };
  Kind kind = Kind::kComplete;
  std::string path;  // absolute; empty for kLost
};

class FileEvents {
 public:
  virtual ~FileEvents() = default;
  // From now on tells of the entries of `directory`, not of those of its folders. Watching a folder twice is one watch,
  // under its newest name. A folder that is not there is no error; one that the machine refuses is.
  virtual Status Watch(const std::string& directory) = 0;
  // Waits for something to happen, no longer than `patience` (nothing: for ever), and returns all there is. Empty:
  // nothing happened, or the program is to stop.
  virtual std::vector<FileEvent> Wait(std::optional<std::chrono::milliseconds> patience) = 0;
};

}  // namespace tincture::engine
