// OpenFile: a file held open for reading in parts. What it held when it was opened is read to the end, though a build
// may have put another in its place since. Threads: ReadAt from any.
#pragma once

#include <cstdint>
#include <string>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class OpenFile {
 public:
  // Error kinds as FileSource::Read's; only regular files are opened.
  static Result<OpenFile> Open(const std::string& path);

  OpenFile(OpenFile&& other) noexcept : fd_(other.fd_), info_(other.info_) { other.fd_ = -1; }
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  // As it was when it was opened.
  const FileInfo& info() const { return info_; }
  // No more than `size` bytes; fewer only where the file ends.
  Result<std::string> ReadAt(uint64_t offset, size_t size) const;

 private:
  OpenFile(int fd, const FileInfo& info) : fd_(fd), info_(info) {}

  int fd_;
  FileInfo info_;
};

}  // namespace tincture::engine
