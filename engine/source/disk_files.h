// DiskFiles: FileSource and FileTarget over the real disk.
#pragma once

#include <string>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

class DiskSource : public FileSource {
 public:
  FileInfo Stat(const std::string& path) const override;
  Result<std::string> Read(const std::string& path) const override;
  Result<std::string> ReadStart(const std::string& path, size_t size) const override;
  Result<std::string> ReadPart(const std::string& path, uint64_t place, size_t size) const override;
  std::vector<std::string> List(const std::string& directory) const override;
  std::optional<std::string> RealPath(const std::string& path) const override;
  Instant Time() const override;
};

class DiskTarget : public FileTarget {
 public:
  Status Write(const std::string& path, std::string_view bytes) override;
  Status Append(const std::string& path, std::string_view bytes) override;
  Status Copy(const std::string& from, const std::string& path) override;
  Status MakeDirectories(const std::string& path) override;
  Status Remove(const std::string& path) override;
};

}  // namespace tincture::engine
