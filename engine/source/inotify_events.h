// InotifyEvents: FileEvents by Linux's inotify(7).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/source/file_events.h"
#include "engine/source/stop_signal.h"

namespace tincture::engine {

class InotifyEvents : public FileEvents {
 public:
  // Borrows `stop`, which ends every Wait.
  explicit InotifyEvents(const StopSignal& stop);
  ~InotifyEvents() override;
  InotifyEvents(const InotifyEvents&) = delete;
  InotifyEvents& operator=(const InotifyEvents&) = delete;

  // Error: no more watches, with what to do about it.
  Status Watch(const std::string& directory) override;
  std::vector<FileEvent> Wait(std::optional<std::chrono::milliseconds> patience) override;

 private:
  void Read(std::vector<FileEvent>& events);

  const StopSignal& stop_;
  int fd_;
  std::map<int, std::string> folders_;  // by watch descriptor
};

}  // namespace tincture::engine
