// EntryFilter: which directory entries Jekyll reads at all (lib/jekyll/entry_filter.rb).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

struct EntryRules {
  std::string source;  // the site's source folder, absolute
  std::vector<std::string> include;
  std::vector<std::string> exclude;  // Jekyll 4: without what `include` names too
  bool safe = false;
  // Jekyll 4: an entry that is excluded and not included is dropped before anything else. Jekyll 3: `include` wins over
  // every other rule.
  bool excluded_before_included = true;
};

// Why an entry is not read.
enum class Rejection { kNone, kTrailingDot, kExcluded, kOutsideLink, kSpecialName, kBackup };

// Thread-safe: const throughout.
class EntryFilter {
 public:
  // Both are borrowed; `rules` are as they will stay.
  EntryFilter(const EntryRules& rules, const FileSource& files);

  // The entries of `directory` (relative to the source, "" for the source itself) that are read, order kept. An entry
  // may have folders in it. Error: a link that leads nowhere, in safe mode.
  Result<std::vector<std::string>> Filter(const std::vector<std::string>& entries, std::string_view directory) const;
  // The same of the entries of `folder` (absolute), which `exclude` knows by their names alone.
  Result<std::vector<std::string>> FilterIn(const std::vector<std::string>& entries, std::string_view folder) const;

  // `entry` of `directory` as Filter sees it; a link that leads nowhere is as good as a file.
  Rejection WhyRejected(std::string_view entry, std::string_view directory) const;
  // symlink?: whether safe mode passes over `path` (absolute), a link out of the source. Error: one that leads nowhere.
  Result<bool> IsOutsideLink(const std::string& path) const;
  // The pattern of `exclude` that an entry falls under; empty where there is none.
  std::string_view ExcludingPattern(std::string_view entry, std::string_view directory) const;

  bool Included(std::string_view entry) const;
  bool Excluded(std::string_view entry, std::string_view directory) const;
  // Starts with . _ # or ~, itself or its base name.
  static bool Special(std::string_view entry);
  // Ends with ~.
  static bool Backup(std::string_view entry);
  // Whether `entry` (relative to the source) falls under one of `patterns`.
  bool GlobInclude(const std::vector<std::string>& patterns, std::string_view entry) const;

 private:
  // One of the rules', below the source.
  struct Pattern {
    std::string full;
    bool is_plain;  // matches what begins with it, and nothing else
  };
  static std::vector<Pattern> PatternsOf(const std::vector<std::string>& patterns, const std::string& source);

  bool Falls(const Pattern& pattern, const std::string& path) const;
  bool FallsUnderOne(const std::vector<Pattern>& patterns, std::string_view entry) const;
  Result<std::vector<std::string>> FilterIn(const std::vector<std::string>& entries, std::string_view folder,
                                            std::string_view directory) const;
  Result<Rejection> Judge(std::string_view entry, std::string_view directory, const std::string& path) const;

  const EntryRules& rules_;
  const FileSource& files_;
  const std::vector<Pattern> include_;
  const std::vector<Pattern> exclude_;
};

// What is said of a link that leads nowhere, or round in a circle.
Error BrokenLink(const FileSource& files, const std::string& path);

// Ruby's File.fnmatch?(pattern, path) without flags: * and ? match '/' too, but not a leading '.'.
bool Fnmatch(std::string_view pattern, std::string_view path);

}  // namespace tincture::engine
