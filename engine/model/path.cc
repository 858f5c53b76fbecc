#include "engine/model/path.h"

#include <vector>

namespace tincture::engine {

namespace {

void AddParts(std::string_view path, std::vector<std::string_view>& parts) {
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    if (slash == std::string_view::npos) return;
    path.remove_prefix(slash + 1);
  }
}

std::string_view WithoutTrailingSlashes(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  return path;
}

}  // namespace

std::string JoinPath(std::string_view base, std::string_view item) {
  while (!base.empty() && base.back() == '/') base.remove_suffix(1);
  std::string joined(base);
  joined += '/';
  const size_t start = item.find_first_not_of('/');
  if (start != std::string_view::npos) joined += item.substr(start);
  return joined;
}

std::string ExpandPath(std::string_view path) { return ExpandPath(path, "/"); }

std::string ExpandPath(std::string_view path, std::string_view directory) {
  std::vector<std::string_view> parts;
  if (path.empty() || path.front() != '/') AddParts(directory, parts);
  AddParts(path, parts);
  std::string expanded;
  for (const std::string_view part : parts) {
    expanded += '/';
    expanded += part;
  }
  return expanded.empty() ? "/" : expanded;
}

std::string SanitizedPath(std::string_view base, std::string_view questionable) {
  const std::string clean = ExpandPath(questionable);
  if (clean == base) return clean;
  if (clean.size() > base.size() && clean.starts_with(base) && clean[base.size()] == '/') return clean;
  return JoinPath(base, clean);
}

std::string_view Basename(std::string_view path) {
  path = WithoutTrailingSlashes(path);
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string_view Dirname(std::string_view path) {
  path = WithoutTrailingSlashes(path);
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? path.substr(0, 1) : WithoutTrailingSlashes(path.substr(0, slash));
}

std::string_view Extname(std::string_view path) {
  const std::string_view name = Basename(path);
  const size_t start = name.find_first_not_of('.');
  if (start == std::string_view::npos) return {};
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < start) return {};
  return name.substr(dot);
}

std::string_view BasenameWithoutExt(std::string_view path) {
  std::string_view name = Basename(path);
  name.remove_suffix(Extname(path).size());
  return name;
}

std::string_view WithoutTrailingDots(std::string_view name) {
  while (!name.empty() && name.back() == '.') name.remove_suffix(1);
  return name;
}

std::string Squeeze(std::string_view text, char c) {
  std::string squeezed;
  for (const char each : text) {
    if (each != c || squeezed.empty() || squeezed.back() != c) squeezed += each;
  }
  return squeezed;
}

std::string ReplaceFirst(std::string_view text, std::string_view what, std::string_view with) {
  const size_t found = text.find(what);
  if (found == std::string_view::npos) return std::string(text);
  std::string replaced(text.substr(0, found));
  replaced += with;
  replaced += text.substr(found + what.size());
  return replaced;
}

std::string ReplaceAll(std::string_view text, std::string_view what, std::string_view with) {
  std::string replaced;
  for (size_t found; (found = text.find(what)) != std::string_view::npos; text.remove_prefix(found + what.size())) {
    replaced += text.substr(0, found);
    replaced += with;
  }
  replaced += text;
  return replaced;
}

std::string DowncaseAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace tincture::engine
