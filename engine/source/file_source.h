// FileSource, FileTarget, Clock, Env and Repository (repository.h): the only doors from the engine to the machine.
// Tests pass fakes; DiskFiles (disk_files.h) and SystemClock, SystemEnv (system.h) are the real ones. Paths are
// absolute, UTF-8, with '/' and without a trailing one. Threads: every method of FileSource, Clock and Env may be
// called from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/support/status.h"

namespace tincture::engine {

struct Instant {
  int64_t seconds = 0;  // since 1970-01-01 00:00:00 UTC
  int32_t nanoseconds = 0;

  auto operator<=>(const Instant&) const = default;
};

enum class FileKind { kAbsent, kFile, kDirectory, kOther };

struct FileInfo {
  FileKind kind = FileKind::kAbsent;
  bool is_symlink = false;  // what `kind` tells is then that of the link's target
  uint64_t size = 0;
  int64_t mtime_seconds = 0;
  int32_t mtime_nanoseconds = 0;
  // What tells that a file was replaced or written to, whatever its mtime was set to. Of a link: its own and its
  // target's.
  uint64_t inode = 0;
  Instant changed;  // ctime

  bool operator==(const FileInfo&) const = default;
  bool is_file() const { return kind == FileKind::kFile; }
  bool is_directory() const { return kind == FileKind::kDirectory; }
};

class FileSource {
 public:
  virtual ~FileSource() = default;
  // Follows symbolic links; kAbsent where there is nothing or where it may not be looked at.
  virtual FileInfo Stat(const std::string& path) const = 0;
  // Error kinds: "Errno::ENOENT", "Errno::EACCES", "Errno::EISDIR", ... with Ruby's message.
  virtual Result<std::string> Read(const std::string& path) const = 0;
  // The first bytes of a file, no more than `size`; errors as Read's.
  virtual Result<std::string> ReadStart(const std::string& path, size_t size) const {
    Result<std::string> bytes = Read(path);
    if (bytes && bytes->size() > size) bytes->resize(size);
    return bytes;
  }
  // No more than `size` bytes from `place` on, fewer at the end of the file; errors as Read's.
  virtual Result<std::string> ReadPart(const std::string& path, uint64_t place, size_t size) const {
    Result<std::string> bytes = Read(path);
    if (bytes) *bytes = place < bytes->size() ? bytes->substr(place, size) : std::string();
    return bytes;
  }
  // The names in a directory without "." and "..", in the file system's own order, which shows in Jekyll's
  // output where two pages share a base name. Empty where it cannot be read.
  virtual std::vector<std::string> List(const std::string& directory) const = 0;
  // What the file system takes for the present: whatever changes from now on has no earlier FileInfo::changed. The
  // default, long ago, means that nobody knows.
  virtual Instant Time() const { return {}; }
  // Without links, "." and ".."; nothing where the path does not exist.
  virtual std::optional<std::string> RealPath(const std::string& path) const = 0;
};

class FileTarget {
 public:
  virtual ~FileTarget() = default;
  // Writes beside `path` and renames, making folders as needed; a reader sees the old file or the new one.
  virtual Status Write(const std::string& path, std::string_view bytes) = 0;
  // At the end of a file, made where there is none, in one go: what others append lies before it or after it.
  virtual Status Append(const std::string& path, std::string_view bytes) = 0;
  // As Write, from a file of the source, keeping its permissions and modification time.
  virtual Status Copy(const std::string& from, const std::string& path) = 0;
  virtual Status MakeDirectories(const std::string& path) = 0;
  // A file, a link, or a whole directory (whose links are removed, not followed).
  virtual Status Remove(const std::string& path) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  using Instant = engine::Instant;
  virtual Instant Now() const = 0;
};

class Env {
 public:
  virtual ~Env() = default;
  virtual std::optional<std::string> Get(const std::string& name) const = 0;
  // The folder the program was started in: absolute.
  virtual std::string WorkingDirectory() const = 0;
};

class Repository;

// What a build is given of the machine. Borrowed; all must outlive the build.
struct Machine {
  const FileSource& files;
  FileTarget& target;
  const Clock& clock;
  const Env& env;
  const Repository* repository = nullptr;  // null: nothing is under version control
  int jobs = 1;  // threads that a build may use; with more than one, `target` is used by many at a time
  // What the destination and the cache are looked at with; null: `files`. Apart, as what earlier builds made is no
  // source of this one.
  const FileSource* destination = nullptr;

  const FileSource& made_files() const { return destination == nullptr ? files : *destination; }
};

}  // namespace tincture::engine
