#include "compat/plugins/paths.h"

#include <algorithm>

#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

std::string WithLeadingSlash(std::string_view path) {
  return path.empty() || path.starts_with('/') ? std::string(path) : "/" + std::string(path);
}

std::string_view WithoutLeadingSlash(std::string_view path) { return path.starts_with('/') ? path.substr(1) : path; }

std::string_view DirectoryName(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  path = path.substr(0, slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() ? "/" : path;
}

std::string_view ExtensionName(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find_first_not_of('.') > dot) return {};
  return name.substr(dot);
}

std::string ExpandPath(std::string_view path, std::string_view base) {
  const std::string joined = path.starts_with('/') ? std::string(path) : std::string(base) + "/" + std::string(path);
  std::string result;
  for (size_t start = 0; start <= joined.size();) {
    const size_t end = std::min(joined.find('/', start), joined.size());
    const std::string_view part = std::string_view(joined).substr(start, end - start);
    if (part == "..") {
      result.resize(result.empty() ? 0 : result.rfind('/'));
    } else if (!part.empty() && part != ".") {
      result.append("/").append(part);
    }
    start = end + 1;
  }
  return result.empty() ? "/" : result;
}

std::string AsciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return lower;
}

Value Setting(const Site& site, const Symbol& key) {
  return site.config().IsHash() ? site.config().AsHash().Get(key) : Value();
}

Value Setting(const Site& site, const Symbol& key, const Symbol& inner) {
  const Value outer = Setting(site, key);
  return outer.IsHash() ? outer.AsHash().Get(inner) : Value();
}

std::vector<Value> ListOf(const Value& value) {
  std::vector<Value> list;
  if (!value.IsArray()) {
    if (!value.IsNil()) list.push_back(value);
    return list;
  }
  for (const Value& item : value.AsArray()) {
    if (!item.IsNil()) list.push_back(item);
  }
  return list;
}

}  // namespace tincture::compat::plugins
