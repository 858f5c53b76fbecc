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

EntryFilter::EntryFilter(const EntryRules& rules, const FileSource& files)
    : rules_(rules),
      files_(files),
      include_(PatternsOf(rules.include, rules.source)),
      exclude_(PatternsOf(rules.exclude, rules.source)) {}

std::vector<EntryFilter::Pattern> EntryFilter::PatternsOf(const std::vector<std::string>& patterns,
                                                          const std::string& source) {
  std::vector<Pattern> full;
  for (const std::string& pattern : patterns) {
    std::string path = JoinPath(source, pattern);
    const bool is_plain = path.find_first_of("*?[\\") == std::string::npos;
    full.push_back({std::move(path), is_plain});
  }
  return full;
}

bool EntryFilter::Special(std::string_view entry) { return HasSpecialStart(entry) || HasSpecialStart(BaseName(entry)); }

bool EntryFilter::Backup(std::string_view entry) { return entry.ends_with('~'); }

bool EntryFilter::Included(std::string_view entry) const {
  if (include_.empty()) return false;
  const std::string_view name = BaseName(entry);
  return FallsUnderOne(include_, entry) || (name.size() != entry.size() && FallsUnderOne(include_, name));
}

bool EntryFilter::Excluded(std::string_view entry, std::string_view directory) const {
  return FallsUnderOne(exclude_, JoinPath(directory, entry));
}

// `path`: absolute.
bool EntryFilter::Falls(const Pattern& pattern, const std::string& path) const {
  const std::string& full = pattern.full;
  if (path.starts_with(full) || (!pattern.is_plain && Fnmatch(full, path))) return true;
  if (full.size() != path.size() + 1 || !full.ends_with('/') || !full.starts_with(path)) return false;
  return files_.Stat(path).is_directory();
}

bool EntryFilter::GlobInclude(const std::vector<std::string>& patterns, std::string_view entry) const {
  return FallsUnderOne(PatternsOf(patterns, rules_.source), entry);
}

bool EntryFilter::FallsUnderOne(const std::vector<Pattern>& patterns, std::string_view entry) const {
  if (patterns.empty()) return false;
  const std::string path = JoinPath(rules_.source, entry);
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return Falls(pattern, path); });
}

std::string_view EntryFilter::ExcludingPattern(std::string_view entry, std::string_view directory) const {
  const std::string path = JoinPath(rules_.source, JoinPath(directory, entry));
  const auto found =
      std::find_if(exclude_.begin(), exclude_.end(), [&](const Pattern& pattern) { return Falls(pattern, path); });
  if (found == exclude_.end()) return {};
  return rules_.exclude[static_cast<size_t>(found - exclude_.begin())];
}

Result<bool> EntryFilter::IsOutsideLink(const std::string& path) const {
  if (!rules_.safe || !files_.Stat(path).is_symlink) return false;
  const std::optional<std::string> real = files_.RealPath(path);
  if (real) return !IsWithin(*real, rules_.source);
  return BrokenLink(files_, path);
}

Result<Rejection> EntryFilter::Judge(std::string_view entry, std::string_view directory,
                                     const std::string& path) const {
  const bool excluded_first = rules_.excluded_before_included;
  if (excluded_first && entry.ends_with('.')) return Rejection::kTrailingDot;
  const bool included = Included(entry);
  if (excluded_first && !included && Excluded(entry, directory)) return Rejection::kExcluded;
  const Result<bool> is_outside = IsOutsideLink(path);
  if (!is_outside) return is_outside.error();
  if (*is_outside) return Rejection::kOutsideLink;
  if (included) return Rejection::kNone;
  if (Special(entry)) return Rejection::kSpecialName;
  if (Backup(entry)) return Rejection::kBackup;
  return !excluded_first && Excluded(entry, directory) ? Rejection::kExcluded : Rejection::kNone;
}

Rejection EntryFilter::WhyRejected(std::string_view entry, std::string_view directory) const {
  const Result<Rejection> judged = Judge(entry, directory, JoinPath(JoinPath(rules_.source, directory), entry));
  return judged ? *judged : Rejection::kNone;
}

Result<std::vector<std::string>> EntryFilter::Filter(const std::vector<std::string>& entries,
                                                     std::string_view directory) const {
  return FilterIn(entries, JoinPath(rules_.source, directory), directory);
}

Result<std::vector<std::string>> EntryFilter::FilterIn(const std::vector<std::string>& entries,
                                                       std::string_view folder) const {
  return FilterIn(entries, folder, "");
}

Result<std::vector<std::string>> EntryFilter::FilterIn(const std::vector<std::string>& entries, std::string_view folder,
                                                       std::string_view directory) const {
  std::vector<std::string> kept;
  for (const std::string& entry : entries) {
    const Result<Rejection> judged = Judge(entry, directory, rules_.safe ? JoinPath(folder, entry) : std::string());
    if (!judged) return judged.error();
    if (*judged == Rejection::kNone) kept.push_back(entry);
  }
  return kept;
}

Error BrokenLink(const FileSource& files, const std::string& path) {
  const Result<std::string> text = files.Read(path);
  Error error = text ? Error{.kind = "Errno::ENOENT", .message = "No such file or directory - " + path} : text.error();
  error.where.path = path;
  error.hint = "The link leads nowhere: mend it, remove it, or name it in `exclude`.";
  return error;
}

}  // namespace tincture::engine
