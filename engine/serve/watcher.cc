#include "engine/serve/watcher.h"

#include <vector>

namespace tincture::engine {

namespace {

using std::chrono::milliseconds;

// How long the source must be quiet before it is looked at.
constexpr milliseconds kAfterSave{1};    // a file or two, written and closed
constexpr milliseconds kAfterStep{20};   // a file was removed or begun: an editor's save goes on within microseconds
constexpr milliseconds kAfterBurst{50};  // many files
constexpr size_t kFewFiles = 3;
// A program that never rests must not keep the site from being built: 500 rounds are some seconds.
constexpr int kMostRounds = 500;

}  // namespace

milliseconds Watcher::Pending::Patience() const {
  if (rounds >= kMostRounds) return milliseconds(0);
  if (paths.size() > kFewFiles) return kAfterBurst;
  return unfinished.empty() && !lost ? kAfterSave : kAfterStep;
}

void Watcher::Add(const FileEvent& event, Pending& pending) const {
  if (event.kind == FileEvent::Kind::kLost) {
    pending.lost = true;
    return;
  }
  if (tree_.filter().Ignores(event.path)) return;
  if (event.kind == FileEvent::Kind::kGone && !tree_.Knows(event.path)) {
    // A temporary file that came and went.
    pending.paths.erase(event.path);
    pending.unfinished.erase(event.path);
    return;
  }
  pending.paths.insert(event.path);
  if (event.kind == FileEvent::Kind::kComplete) {
    pending.unfinished.erase(event.path);
  } else {
    pending.unfinished.insert(event.path);
  }
}

Changes Watcher::Next() {
  Pending pending;
  while (!stop_.is_set()) {
    const std::vector<FileEvent> events =
        pending.empty() ? events_.Wait(std::nullopt) : events_.Wait(pending.Patience());
    for (const FileEvent& event : events) Add(event, pending);
    ++pending.rounds;
    const bool is_quiet = events.empty() || pending.rounds > kMostRounds;
    if (!is_quiet) continue;
    Changes changes = pending.lost ? tree_.Rescan() : tree_.Update(pending.paths);
    pending = {};
    if (!changes.empty() && !stop_.is_set()) return changes;
  }
  return {};
}

}  // namespace tincture::engine
