#include "engine/source/inotify_events.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// No IN_MODIFY: what is being written is told of when it is closed.
constexpr uint32_t kMask =
    IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK;

Error NoWatch(int code, const std::string& directory) {
  Error error{.kind = "Listen::Error::INotifyMaxWatchesExceeded",
              .message = "Unable to watch " + directory + ": " + strerrordesc_np(code) + ".",
              .hint = "Use --force_polling."};
  if (code == ENOSPC || code == EMFILE) {
    error.hint = "Raise the limit (sysctl fs.inotify.max_user_watches=524288), or use --force_polling.";
  }
  return error;
}

FileEvent::Kind KindOf(uint32_t mask) {
  if ((mask & IN_CREATE) != 0) return FileEvent::Kind::kBegun;
  if ((mask & (IN_DELETE | IN_MOVED_FROM)) != 0) return FileEvent::Kind::kGone;
  return FileEvent::Kind::kComplete;
}

}  // namespace

InotifyEvents::InotifyEvents(const StopSignal& stop) : stop_(stop), fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

InotifyEvents::~InotifyEvents() {
  if (fd_ >= 0) close(fd_);
}

Status InotifyEvents::Watch(const std::string& directory) {
  if (fd_ < 0) return NoWatch(EMFILE, directory);
  const int watch = inotify_add_watch(fd_, directory.c_str(), kMask);
  if (watch >= 0) {
    folders_[watch] = directory;
    return {};
  }
  if (errno == ENOSPC || errno == ENOMEM) return NoWatch(errno, directory);
  return {};  // gone again, no folder, or not ours to look at
}

std::vector<FileEvent> InotifyEvents::Wait(std::optional<std::chrono::milliseconds> patience) {
  std::vector<FileEvent> events;
  if (!stop_.Wait(patience, fd_)) Read(events);
  return events;
}

void InotifyEvents::Read(std::vector<FileEvent>& events) {
  alignas(inotify_event) char buffer[64 * 1024];
  ssize_t got;
  while ((got = read(fd_, buffer, sizeof buffer)) > 0) {
    for (ssize_t at = 0; at < got;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      if ((event->mask & IN_Q_OVERFLOW) != 0) events.push_back({FileEvent::Kind::kLost, {}});
      if ((event->mask & IN_IGNORED) != 0) folders_.erase(event->wd);
      const auto folder = folders_.find(event->wd);
      if (folder == folders_.end() || event->len == 0) continue;
      events.push_back({KindOf(event->mask), JoinPath(folder->second, event->name)});
    }
  }
}

}  // namespace tincture::engine
