#include "engine/source/stop_signal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>

namespace tincture::engine {

namespace {

// What the handler may touch: an eventfd, which stays readable once it has been written to.
std::atomic<int> current_fd = -1;

void Ring(int fd) {
  const uint64_t one = 1;
  while (write(fd, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void Handle(int) {
  const int saved = errno;
  Ring(current_fd);
  errno = saved;
}

void SetHandler(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  current_fd = fd_;
  SetHandler(Handle);
}

StopSignal::~StopSignal() {
  SetHandler(SIG_DFL);
  current_fd = -1;
  close(fd_);
}

void StopSignal::Set() { Ring(fd_); }

bool StopSignal::is_set() const { return Wait(std::chrono::milliseconds(0)); }

bool StopSignal::Wait(std::optional<std::chrono::milliseconds> patience, int other_fd) const {
  pollfd entries[2] = {{fd_, POLLIN, 0}, {other_fd, POLLIN, 0}};
  const int64_t limit = std::numeric_limits<int>::max();
  const int timeout = patience ? static_cast<int>(std::min<int64_t>(patience->count(), limit)) : -1;
  while (poll(entries, 2, timeout) < 0 && errno == EINTR) {
  }
  return (entries[0].revents & POLLIN) != 0;
}

}  // namespace tincture::engine
