#include "engine/source/tracked_files.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::string_view WithoutSlash(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

constinit thread_local TrackedFiles::Observer* observer = nullptr;
constinit thread_local bool is_for_kinds = false;

}  // namespace

TrackedFiles::Observer::Scope::Scope(Observer* now) : outer_(std::exchange(observer, now)) {}

TrackedFiles::Observer::Scope::~Scope() { observer = outer_; }

TrackedFiles::ForKinds::ForKinds() : outer_(std::exchange(is_for_kinds, true)) {}

TrackedFiles::ForKinds::~ForKinds() { is_for_kinds = outer_; }

std::vector<std::string> WithoutOwn(std::vector<std::string> names, const std::string& directory,
                                    const std::vector<std::string>& own) {
  for (const std::string& folder : own) {
    if (DirName(folder) == WithoutSlash(directory)) std::erase(names, BaseName(folder));
  }
  return names;
}

TrackedFiles::Shelf& TrackedFiles::ShelfOf(const std::string& path) const {
  return shelves_[std::hash<std::string>{}(path) % shelves_.size()];
}

bool TrackedFiles::IsOwn(const std::string& path) const {
  return std::find(own_.begin(), own_.end(), WithoutSlash(path)) != own_.end();
}

FileInfo TrackedFiles::Note(const std::string& path, uint8_t asked) const {
  Shelf& shelf = ShelfOf(path);
  if (observer != nullptr && asked != 0) observer->OnFile(path, asked);
  {
    const std::lock_guard lock(shelf.mu);
    const auto found = shelf.facts.find(path);
    if (found != shelf.facts.end()) {
      found->second.asked |= asked;
      return found->second.info;
    }
  }
  const Instant now = base_.Time();
  const FileInfo info = base_.Stat(path);
  const std::lock_guard lock(shelf.mu);
  const auto [added, is_new] = shelf.facts.try_emplace(path);
  FileFact& fact = added->second;
  if (is_new) {
    fact.info = info;
    fact.is_settled = IsSettled(info, now);
  }
  fact.asked |= asked;
  return fact.info;
}

// What was answered before must be answered again.
template <class Value>
void TrackedFiles::Keep(const std::string& path, uint8_t asked, Value FileFact::*member, const Value& value) const {
  if (observer != nullptr) observer->OnFile(path, asked);
  Shelf& shelf = ShelfOf(path);
  const std::lock_guard lock(shelf.mu);
  FileFact& fact = shelf.facts[path];
  if ((fact.asked & asked) != 0 && fact.*member != value) shelf.is_steady = false;
  fact.*member = value;
  fact.asked |= asked;
}

FileInfo TrackedFiles::Stat(const std::string& path) const {
  if (IsOwn(path)) return base_.Stat(path);
  return Note(path, is_for_kinds ? FileFact::kKind : FileFact::kInfo);
}

Result<std::string> TrackedFiles::Read(const std::string& path) const {
  (void)Note(path, 0);
  Result<std::string> bytes = base_.Read(path);
  Keep(path, FileFact::kBytes, &FileFact::bytes, FingerprintOfBytes(bytes));
  return bytes;
}

Result<std::string> TrackedFiles::ReadStart(const std::string& path, size_t size) const {
  (void)Note(path, 0);
  Result<std::string> bytes = base_.ReadStart(path, size);
  // Of one size only: whoever asks for two gets the whole file noted.
  Shelf& shelf = ShelfOf(path);
  bool is_another = false;
  {
    const std::lock_guard lock(shelf.mu);
    FileFact& fact = shelf.facts[path];
    is_another = (fact.asked & FileFact::kStart) != 0 && fact.start_size != size;
    if (!is_another) fact.start_size = size;
  }
  if (is_another) {
    (void)Read(path);
  } else {
    Keep(path, FileFact::kStart, &FileFact::start, FingerprintOfBytes(bytes));
  }
  return bytes;
}

std::vector<std::string> TrackedFiles::List(const std::string& directory) const {
  (void)Note(directory, 0);
  std::vector<std::string> names = base_.List(directory);
  Keep(directory, FileFact::kNames, &FileFact::names, FingerprintOfNames(WithoutOwn(names, directory, own_)));
  return names;
}

std::optional<std::string> TrackedFiles::RealPath(const std::string& path) const {
  (void)Note(path, 0);
  std::optional<std::string> real = base_.RealPath(path);
  Keep(path, FileFact::kRealPath, &FileFact::real_path, real.value_or(""));
  return real;
}

FileFacts TrackedFiles::Facts(bool* is_steady) const {
  FileFacts all;
  *is_steady = true;
  for (Shelf& shelf : shelves_) {
    const std::lock_guard lock(shelf.mu);
    *is_steady = *is_steady && shelf.is_steady;
    all.insert(shelf.facts.begin(), shelf.facts.end());
  }
  // A build that looks into what builds make is never the same again.
  for (const auto& [path, fact] : all) {
    const bool looked = (fact.asked & ~(FileFact::kInfo | FileFact::kKind)) != 0;
    const auto inside = [&](const std::string& folder) { return IsWithin(path, folder); };
    if (looked && std::any_of(own_.begin(), own_.end(), inside)) *is_steady = false;
  }
  return all;
}

}  // namespace tincture::engine
