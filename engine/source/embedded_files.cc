#include "engine/source/embedded_files.h"

#include <algorithm>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

bool IsEmbedded(std::string_view path) { return IsWithin(path, kEmbeddedRoot); }

// `path` below `folder`, or nothing.
std::optional<std::string_view> Below(std::string_view path, std::string_view folder) {
  if (!IsWithin(path, folder) || path.size() <= folder.size()) return std::nullopt;
  return path.substr(folder.size() + 1);
}

}  // namespace

const EmbeddedFile* EmbeddedSource::FindFile(std::string_view path) const {
  for (const auto& [name, folder] : folders_) {
    const auto relative = Below(path, JoinPath(kEmbeddedRoot, name));
    if (!relative) continue;
    const auto found =
        std::find_if(folder.begin(), folder.end(), [&](const auto& file) { return file.path == *relative; });
    if (found != folder.end()) return &*found;
  }
  return nullptr;
}

std::vector<std::string> EmbeddedSource::Names(std::string_view directory) const {
  std::vector<std::string> names;
  for (const auto& [name, folder] : folders_) {
    const std::string root = JoinPath(kEmbeddedRoot, name);
    for (const EmbeddedFile& file : folder) {
      const std::string full = JoinPath(root, file.path);
      const auto rest = Below(full, directory);
      if (!rest) continue;
      const std::string_view first = rest->substr(0, rest->find('/'));
      if (names.empty() || names.back() != first) names.emplace_back(first);
    }
  }
  return names;
}

FileInfo EmbeddedSource::Stat(const std::string& path) const {
  if (!IsEmbedded(path)) return base_.Stat(path);
  FileInfo info;
  if (const EmbeddedFile* file = FindFile(path)) {
    info.kind = FileKind::kFile;
    info.size = file->bytes.size();
  } else if (!Names(path).empty()) {
    info.kind = FileKind::kDirectory;
  }
  return info;
}

Result<std::string> EmbeddedSource::Read(const std::string& path) const {
  if (!IsEmbedded(path)) return base_.Read(path);
  if (const EmbeddedFile* file = FindFile(path)) return std::string(file->bytes);
  return Error{.kind = "Errno::ENOENT", .message = "No such file or directory - " + path, .where = {path, 0, 0}};
}

Result<std::string> EmbeddedSource::ReadStart(const std::string& path, size_t size) const {
  return IsEmbedded(path) ? FileSource::ReadStart(path, size) : base_.ReadStart(path, size);
}

Result<std::string> EmbeddedSource::ReadPart(const std::string& path, uint64_t place, size_t size) const {
  return IsEmbedded(path) ? FileSource::ReadPart(path, place, size) : base_.ReadPart(path, place, size);
}

std::vector<std::string> EmbeddedSource::List(const std::string& directory) const {
  return IsEmbedded(directory) ? Names(directory) : base_.List(directory);
}

std::optional<std::string> EmbeddedSource::RealPath(const std::string& path) const {
  if (!IsEmbedded(path)) return base_.RealPath(path);
  if (Stat(path).kind == FileKind::kAbsent) return std::nullopt;
  return path;
}

Status EmbeddedTarget::Copy(const std::string& from, const std::string& path) {
  if (!IsEmbedded(from)) return base_.Copy(from, path);
  const Result<std::string> bytes = source_.Read(from);
  if (!bytes) return bytes.error();
  return base_.Write(path, *bytes);
}

}  // namespace tincture::engine
