#include "engine/source/tracked_target.h"

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

void EraseBelow(const std::string& path, FileFacts& facts) {
  facts.erase(path);
  const std::string inside = path + "/";
  for (auto fact = facts.lower_bound(inside); fact != facts.end() && fact->first.starts_with(inside);) {
    fact = facts.erase(fact);
  }
}

}  // namespace

void TrackedTarget::Keep(const std::string& path, uint8_t asked, const Fingerprint& bytes) {
  FileFact fact{.asked = asked, .info = {}, .bytes = bytes, .start = {}, .names = {}, .real_path = {}};
  const Instant now = files_.Time();
  fact.info = files_.Stat(path);
  fact.is_settled = IsSettled(fact.info, now);
  const std::lock_guard lock(mu_);
  written_[path] = std::move(fact);
}

Status TrackedTarget::Write(const std::string& path, std::string_view bytes) {
  if (Status written = base_.Write(path, bytes); !written) return written;
  Keep(path, FileFact::kInfo | FileFact::kBytes, FingerprintOf(bytes));
  return {};
}

// A copy has its source's time, by which it is known.
Status TrackedTarget::Copy(const std::string& from, const std::string& path) {
  if (Status copied = base_.Copy(from, path); !copied) return copied;
  Keep(path, FileFact::kInfo, {});
  return {};
}

Status TrackedTarget::Remove(const std::string& path) {
  if (Status removed = base_.Remove(path); !removed) return removed;
  const std::lock_guard lock(mu_);
  EraseBelow(path, written_);
  gone_.push_back(path);
  return {};
}

std::set<std::string> TrackedTarget::Folders() const {
  const std::lock_guard lock(mu_);
  std::set<std::string> folders;
  for (const auto& [path, fact] : written_) folders.emplace(DirName(path));
  for (const std::string& path : gone_) folders.emplace(DirName(path));
  return folders;
}

void TrackedTarget::AddTo(FileFacts* facts) const {
  const std::lock_guard lock(mu_);
  for (const std::string& path : gone_) EraseBelow(path, *facts);
  for (const auto& [path, fact] : written_) (*facts)[path] = fact;
}

}  // namespace tincture::engine
