#include "engine/source/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tincture::engine {

namespace {

Error OpenError(int code, const std::string& path) {
  const char* name = strerrorname_np(code);
  return {.kind = std::string("Errno::") + (name ? name : "E"),
          .message = std::string(strerrordesc_np(code)) + " - " + path,
          .where = {path, 0, 0}};
}

}  // namespace

Result<OpenFile> OpenFile::Open(const std::string& path) {
  // O_NONBLOCK: a named pipe must not hold up who asks.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return OpenError(errno, path);
  OpenFile file(fd, {});
  struct stat status;
  if (fstat(fd, &status) != 0) return OpenError(errno, path);
  if (!S_ISREG(status.st_mode)) return OpenError(S_ISDIR(status.st_mode) ? EISDIR : EINVAL, path);
  file.info_.kind = FileKind::kFile;
  file.info_.size = static_cast<uint64_t>(status.st_size);
  file.info_.mtime_seconds = status.st_mtim.tv_sec;
  file.info_.mtime_nanoseconds = static_cast<int32_t>(status.st_mtim.tv_nsec);
  return file;
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  info_ = other.info_;
  return *this;
}

OpenFile::~OpenFile() {
  if (fd_ >= 0) close(fd_);
}

Result<std::string> OpenFile::ReadAt(uint64_t offset, size_t size) const {
  std::string bytes(size, '\0');
  size_t filled = 0;
  while (filled < size) {
    const ssize_t got = pread(fd_, bytes.data() + filled, size - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return OpenError(errno, "");
    if (got == 0) break;
    filled += static_cast<size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace tincture::engine
