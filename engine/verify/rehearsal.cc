#include "engine/verify/rehearsal.h"

#include <mutex>

#include "engine/build/build.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Another source without one folder, and with all files of another age.
class RehearsedSource : public FileSource {
 public:
  RehearsedSource(const FileSource& base, const std::string& hidden, int64_t newer_by)
      : base_(base), hidden_(hidden), newer_by_(newer_by) {}

  FileInfo Stat(const std::string& path) const override {
    if (IsHidden(path)) return {};
    FileInfo info = base_.Stat(path);
    info.mtime_seconds += newer_by_;
    return info;
  }
  Result<std::string> Read(const std::string& path) const override {
    return IsHidden(path) ? Absent(path) : base_.Read(path);
  }
  Result<std::string> ReadStart(const std::string& path, size_t size) const override {
    return IsHidden(path) ? Absent(path) : base_.ReadStart(path, size);
  }
  std::vector<std::string> List(const std::string& directory) const override {
    if (IsHidden(directory)) return {};
    std::vector<std::string> names = base_.List(directory);
    std::erase_if(names, [&](const std::string& name) { return IsHidden(JoinPath(directory, name)); });
    return names;
  }
  std::optional<std::string> RealPath(const std::string& path) const override {
    return IsHidden(path) ? std::nullopt : base_.RealPath(path);
  }

 private:
  bool IsHidden(const std::string& path) const { return IsWithin(path, hidden_); }
  static Error Absent(const std::string& path) {
    return {.kind = "Errno::ENOENT", .message = "No such file or directory - " + path, .where = {path, 0, 0}};
  }

  const FileSource& base_;
  const std::string& hidden_;
  const int64_t newer_by_;
};

// Keeps what is written below the destination, and forgets the rest.
class RehearsedTarget : public FileTarget {
 public:
  explicit RehearsedTarget(const std::string& destination) : destination_(destination) {}

  Status Write(const std::string& path, std::string_view bytes) override {
    return Keep(path, {.bytes = std::string(bytes), .copied_from = {}});
  }
  Status Append(const std::string&, std::string_view) override { return {}; }
  Status Copy(const std::string& from, const std::string& path) override {
    return Keep(path, {.bytes = {}, .copied_from = from});
  }
  Status MakeDirectories(const std::string&) override { return {}; }
  Status Remove(const std::string&) override { return {}; }
  MadeSite Take() { return std::move(site_); }

 private:
  Status Keep(const std::string& path, MadeFile file) {
    if (!IsWithin(path, destination_) || path == destination_) return {};
    const std::lock_guard lock(mu_);
    site_[path.substr(JoinPath(destination_, "").size())] = std::move(file);
    return {};
  }

  const std::string& destination_;
  std::mutex mu_;
  MadeSite site_;  // guarded by mu_
};

class StoppedClock : public Clock {
 public:
  explicit StoppedClock(Instant now) : now_(now) {}
  Instant Now() const override { return now_; }

 private:
  const Instant now_;
};

}  // namespace

Result<MadeSite> Rehearse(const Configuration& configuration, const Machine& machine, Log& log,
                          const RehearsalSettings& settings, RenderWatcher* watcher) {
  const RehearsedSource source(machine.files, configuration.destination(), settings.files_are_newer_by);
  RehearsedTarget target(configuration.destination());
  const StoppedClock clock(settings.now);
  const Machine rehearsed{source, target, clock, machine.env, machine.repository};
  if (Status built = BuildSite(configuration, rehearsed, log, watcher); !built) return built.error();
  return target.Take();
}

Result<std::string> BytesOf(const MadeFile& file, const FileSource& files) {
  return file.copied_from.empty() ? Result<std::string>(file.bytes) : files.Read(file.copied_from);
}

}  // namespace tincture::engine
