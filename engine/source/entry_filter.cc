#include "engine/source/entry_filter.h"

#include <algorithm>
#include <optional>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

bool HasSpecialStart(std::string_view name) {
  return !name.empty() && std::string_view("._#~").find(name[0]) != std::string_view::npos;
}

}  // namespace

bool EntryFilter::Special(std::string_view entry) { return HasSpecialStart(entry) || HasSpecialStart(BaseName(entry)); }

bool EntryFilter::Backup(std::string_view entry) { return entry.ends_with('~'); }

bool EntryFilter::Included(std::string_view entry) const {
  return GlobInclude(rules_.include, entry) || GlobInclude(rules_.include, BaseName(entry));
}

bool EntryFilter::Excluded(std::string_view entry, std::string_view directory) const {
  return GlobInclude(rules_.exclude, JoinPath(directory, entry));
}

bool EntryFilter::GlobInclude(const std::vector<std::string>& patterns, std::string_view entry) const {
  if (patterns.empty()) return false;
  const std::string path = JoinPath(rules_.source, entry);
  std::optional<bool> is_directory;
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const std::string full = JoinPath(rules_.source, pattern);
    if (Fnmatch(full, path) || path.starts_with(full)) return true;
    if (full.size() != path.size() + 1 || !full.ends_with('/') || !full.starts_with(path)) return false;
    if (!is_directory) is_directory = files_.Stat(path).is_directory();
    return *is_directory;
  });
}

bool EntryFilter::SymlinkOutsideSource(std::string_view entry, std::string_view directory) const {
  if (!rules_.safe) return false;
  const std::string path = JoinPath(JoinPath(rules_.source, directory), entry);
  if (!files_.Stat(path).is_symlink) return false;
  const std::optional<std::string> real = files_.RealPath(path);
  return !real || !real->starts_with(rules_.source);
}

bool EntryFilter::Rejected(std::string_view entry, std::string_view directory) const {
  if (rules_.excluded_before_included) {
    if (entry.ends_with('.')) return true;
    const bool included = Included(entry);
    if (!included && Excluded(entry, directory)) return true;
    if (SymlinkOutsideSource(entry, directory)) return true;
    return !included && (Special(entry) || Backup(entry));
  }
  if (SymlinkOutsideSource(entry, directory)) return true;
  if (Included(entry)) return false;
  return Special(entry) || Backup(entry) || Excluded(entry, directory);
}

std::vector<std::string> EntryFilter::Filter(std::vector<std::string> entries, std::string_view directory) const {
  std::erase_if(entries, [&](const std::string& entry) { return Rejected(entry, directory); });
  return entries;
}

}  // namespace tincture::engine
