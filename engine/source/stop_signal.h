// StopSignal: Ctrl-C (SIGINT) and SIGTERM as something to wait for. One at a time; while it lives, the first signal
// only sets it, and a second one ends the program as if it did not exist.
#pragma once

#include <chrono>
#include <optional>

namespace tincture::engine {

class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // As if a signal had come. Any thread.
  void Set();
  bool is_set() const;
  // Until it is set, or `patience` is over (nothing: for ever), or `other_fd` can be read. True: it is set.
  bool Wait(std::optional<std::chrono::milliseconds> patience = std::nullopt, int other_fd = -1) const;

 private:
  int fd_;
};

}  // namespace tincture::engine
