// PollingEvents: FileEvents where the machine tells of nothing (network file systems, --force_polling): now and then,
// anything may have changed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "engine/source/file_events.h"
#include "engine/source/stop_signal.h"

namespace tincture::engine {

class PollingEvents : public FileEvents {
 public:
  // Borrows `stop`, which ends every Wait.
  PollingEvents(const StopSignal& stop, std::chrono::milliseconds interval) : stop_(stop), interval_(interval) {}

  Status Watch(const std::string&) override { return {}; }
  std::vector<FileEvent> Wait(std::optional<std::chrono::milliseconds> patience) override {
    if (stop_.Wait(patience.value_or(interval_)) || patience) return {};
    return {{FileEvent::Kind::kLost, {}}};
  }

 private:
  const StopSignal& stop_;
  std::chrono::milliseconds interval_;
};

}  // namespace tincture::engine
