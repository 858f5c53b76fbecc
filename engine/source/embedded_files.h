// Files that the program carries within itself, shown to the engine as a folder of the FileSource.
// A theme that is embedded stands at kEmbeddedRoot/<name>, a path that no file system can hold.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

struct EmbeddedFile {
  std::string_view path;  // relative to the folder, '/' between its parts
  std::string_view bytes;
};

// Sorted by path; static storage.
using EmbeddedFolder = std::span<const EmbeddedFile>;

inline constexpr std::string_view kEmbeddedRoot = "/embedded:themes";

// Another source, and below kEmbeddedRoot the embedded folders.
class EmbeddedSource : public FileSource {
 public:
  // Borrows `base`.
  EmbeddedSource(const FileSource& base, std::vector<std::pair<std::string_view, EmbeddedFolder>> folders)
      : base_(base), folders_(std::move(folders)) {}

  FileInfo Stat(const std::string& path) const override;
  Result<std::string> Read(const std::string& path) const override;
  Result<std::string> ReadStart(const std::string& path, size_t size) const override;
  Result<std::string> ReadPart(const std::string& path, uint64_t place, size_t size) const override;
  std::vector<std::string> List(const std::string& directory) const override;
  std::optional<std::string> RealPath(const std::string& path) const override;
  Instant Time() const override { return base_.Time(); }

 private:
  const EmbeddedFile* FindFile(std::string_view path) const;
  std::vector<std::string> Names(std::string_view directory) const;

  const FileSource& base_;
  std::vector<std::pair<std::string_view, EmbeddedFolder>> folders_;
};

// A target whose Copy also knows embedded files.
class EmbeddedTarget : public FileTarget {
 public:
  // Borrows both.
  EmbeddedTarget(FileTarget& base, const FileSource& source) : base_(base), source_(source) {}

  Status Write(const std::string& path, std::string_view bytes) override { return base_.Write(path, bytes); }
  Status Append(const std::string& path, std::string_view bytes) override { return base_.Append(path, bytes); }
  Status Copy(const std::string& from, const std::string& path) override;
  Status MakeDirectories(const std::string& path) override { return base_.MakeDirectories(path); }
  Status Remove(const std::string& path) override { return base_.Remove(path); }

 private:
  FileTarget& base_;
  const FileSource& source_;
};

}  // namespace tincture::engine
