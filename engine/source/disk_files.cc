#include "engine/source/disk_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <limits>
#include <memory>

namespace tincture::engine {

namespace {

namespace fs = std::filesystem;

// Ruby's message for a failed system call: "No such file or directory @ rb_sysopen - /path".
Error SystemError(int code, std::string_view path) {
  const char* name = strerrorname_np(code);
  return {.kind = std::string("Errno::") + (name ? name : "E"),
          .message = std::string(strerrordesc_np(code)) + " - " + std::string(path),
          .where = {std::string(path), 0, 0}};
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }
  // The result of close(2), which is where a full disk may first be told.
  int Close() {
    const int fd = fd_;
    fd_ = -1;
    return close(fd);
  }

 private:
  int fd_;
};

FileKind KindOf(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  if (S_ISDIR(mode)) return FileKind::kDirectory;
  return FileKind::kOther;
}

int WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

std::string Parent(const std::string& path) { return path.substr(0, path.rfind('/')); }

// Beside the target, so that the rename stays within one file system.
std::string TemporaryBeside(const std::string& path) {
  const size_t slash = path.rfind('/') + 1;
  return path.substr(0, slash) + ".tincture-" + std::to_string(getpid()) + "-" +
         std::to_string(std::hash<std::string>{}(path));
}

Status Publish(const std::string& temporary, const std::string& path) {
  if (rename(temporary.c_str(), path.c_str()) == 0) return {};
  const int code = errno;
  unlink(temporary.c_str());
  return SystemError(code, path);
}

}  // namespace

FileInfo DiskSource::Stat(const std::string& path) const {
  struct stat link;
  if (lstat(path.c_str(), &link) != 0) return {};
  FileInfo info;
  info.is_symlink = S_ISLNK(link.st_mode);
  info.inode = link.st_ino;
  info.changed = {link.st_ctim.tv_sec, static_cast<int32_t>(link.st_ctim.tv_nsec)};
  if (info.is_symlink && stat(path.c_str(), &link) != 0) return info;
  info.kind = KindOf(link.st_mode);
  info.size = static_cast<uint64_t>(link.st_size);
  info.mtime_seconds = link.st_mtim.tv_sec;
  info.mtime_nanoseconds = static_cast<int32_t>(link.st_mtim.tv_nsec);
  if (!info.is_symlink) return info;
  // Of a link both it and its target count.
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;
  info.inode = info.inode * kOdd + link.st_ino;
  info.changed = std::max(info.changed, Instant{link.st_ctim.tv_sec, static_cast<int32_t>(link.st_ctim.tv_nsec)});
  return info;
}

Result<std::string> DiskSource::Read(const std::string& path) const {
  return ReadStart(path, std::numeric_limits<size_t>::max());
}

Result<std::string> DiskSource::ReadPart(const std::string& path, uint64_t place, size_t size) const {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return SystemError(errno, path);
  std::string bytes(size, '\0');
  size_t filled = 0;
  while (filled < size) {
    const ssize_t got = pread(file.get(), bytes.data() + filled, size - filled, static_cast<off_t>(place + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(errno, path);
    if (got == 0) break;
    filled += static_cast<size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Result<std::string> DiskSource::ReadStart(const std::string& path, size_t limit) const {
  // O_NONBLOCK: a named pipe in the source must not hang the build.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return SystemError(errno, path);
  struct stat info;
  if (fstat(file.get(), &info) != 0) return SystemError(errno, path);
  if (S_ISDIR(info.st_mode)) return SystemError(EISDIR, path);
  if (!S_ISREG(info.st_mode)) return SystemError(EINVAL, path);
  // One byte more, so that the first read sees the end.
  std::string bytes(std::min(static_cast<size_t>(info.st_size) + 1, limit), '\0');
  size_t filled = 0;
  while (filled < limit) {
    // A file may have grown, or not tell its size.
    if (filled == bytes.size()) bytes.resize(std::min(filled + 4096, limit));
    const ssize_t got = read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(errno, path);
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    if (info.st_size > 0 && filled < bytes.size()) break;
  }
  bytes.resize(filled);
  return bytes;
}

std::vector<std::string> DiskSource::List(const std::string& directory) const {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(opendir(directory.c_str()), closedir);
  if (!stream) return names;
  while (const dirent* entry = readdir(stream.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  return names;
}

// The clock that the kernel takes a file's times from.
Instant DiskSource::Time() const {
  timespec now{};
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return {now.tv_sec, static_cast<int32_t>(now.tv_nsec)};
}

std::optional<std::string> DiskSource::RealPath(const std::string& path) const {
  const std::unique_ptr<char, void (*)(void*)> real(realpath(path.c_str(), nullptr), std::free);
  if (!real) return std::nullopt;
  return std::string(real.get());
}

Status DiskTarget::Write(const std::string& path, std::string_view bytes) {
  const std::string temporary = TemporaryBeside(path);
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
  int fd = open(temporary.c_str(), kFlags, 0666);
  if (fd < 0 && errno == ENOENT) {
    if (Status made = MakeDirectories(Parent(path)); !made) return made;
    fd = open(temporary.c_str(), kFlags, 0666);
  }
  Descriptor file(fd);
  if (fd < 0) return SystemError(errno, path);
  int failed = WriteAll(fd, bytes);
  if (file.Close() != 0 && failed == 0) failed = errno;
  if (failed != 0) {
    unlink(temporary.c_str());
    return SystemError(failed, path);
  }
  return Publish(temporary, path);
}

Status DiskTarget::Append(const std::string& path, std::string_view bytes) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
  int fd = open(path.c_str(), kFlags, 0666);
  if (fd < 0 && errno == ENOENT) {
    if (Status made = MakeDirectories(Parent(path)); !made) return made;
    fd = open(path.c_str(), kFlags, 0666);
  }
  Descriptor file(fd);
  if (fd < 0) return SystemError(errno, path);
  int failed = WriteAll(fd, bytes);
  if (file.Close() != 0 && failed == 0) failed = errno;
  if (failed != 0) return SystemError(failed, path);
  return {};
}

Status DiskTarget::Copy(const std::string& from, const std::string& path) {
  if (Status made = MakeDirectories(Parent(path)); !made) return made;
  const std::string temporary = TemporaryBeside(path);
  std::error_code error;
  fs::copy_file(from, temporary, fs::copy_options::overwrite_existing, error);
  if (error) return SystemError(error.value(), from);
  struct stat info;
  if (stat(from.c_str(), &info) == 0) {
    const timespec times[2] = {info.st_atim, info.st_mtim};
    utimensat(AT_FDCWD, temporary.c_str(), times, 0);
  }
  return Publish(temporary, path);
}

Status DiskTarget::MakeDirectories(const std::string& path) {
  if (mkdir(path.c_str(), 0777) == 0) return {};
  if (errno == ENOENT && !Parent(path).empty()) {
    if (Status made = MakeDirectories(Parent(path)); !made) return made;
    if (mkdir(path.c_str(), 0777) == 0) return {};
  }
  const int code = errno;
  struct stat info;
  const bool is_there = code == EEXIST && stat(path.c_str(), &info) == 0;
  if (is_there && S_ISDIR(info.st_mode)) return {};
  return SystemError(is_there ? ENOTDIR : code, path);
}

Status DiskTarget::Remove(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) return SystemError(error.value(), path);
  return {};
}

}  // namespace tincture::engine
