#include "engine/source/path.h"

#include <vector>

namespace tincture::engine {

namespace {

std::string_view WithoutTrailingSlashes(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

void ResolveInto(std::string_view path, std::vector<std::string_view>& parts) {
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
}

}  // namespace

std::string JoinPath(std::string_view base, std::string_view entry) {
  while (base.ends_with('/')) base.remove_suffix(1);
  while (entry.starts_with('/')) entry.remove_prefix(1);
  std::string path;
  path.reserve(base.size() + 1 + entry.size());
  return path.append(base).append("/").append(entry);
}

std::string ExpandPath(std::string_view path, std::string_view directory) {
  std::vector<std::string_view> parts;
  if (!path.starts_with('/')) ResolveInto(directory, parts);
  ResolveInto(path, parts);
  std::string expanded;
  for (const std::string_view part : parts) expanded.append("/").append(part);
  return expanded.empty() ? "/" : expanded;
}

std::string_view BaseName(std::string_view path) {
  path = WithoutTrailingSlashes(path);
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string_view DirName(std::string_view path) {
  path = WithoutTrailingSlashes(path);
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? path.substr(0, 1) : WithoutTrailingSlashes(path.substr(0, slash));
}

std::string_view ExtName(std::string_view path) {
  std::string_view name = BaseName(path);
  size_t start = 0;
  while (start < name.size() && name[start] == '.') ++start;
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < start || dot == 0) return {};
  return name.substr(dot);
}

bool IsWithin(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace tincture::engine
