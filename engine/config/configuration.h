// Configuration: Jekyll's defaults, the configuration files and the command line's overrides merged into one hash
// (lib/jekyll/configuration.rb), and typed access to what the engine asks for often.
// Immutable once loaded; shared by all threads.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "engine/source/entry_filter.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/hash.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// What the command line sets. Only what was given is in `overrides`, under Jekyll's keys ("source", "show_drafts",
// ...).
struct CommandOptions {
  std::shared_ptr<Arena> arena = std::make_shared<Arena>();
  const Hash* overrides = nullptr;           // in `arena`; never null once parsed
  std::vector<std::string> config_files;     // --config
  std::optional<compat::ProfileId> profile;  // --profile NAME
  std::vector<std::string> theme_folders;    // --themes-dir
};

class Configuration {
 public:
  // Reads the files that `options` names (or _config.yml / .yaml / .toml of the source), merges, fills in the defaults.
  // `profile` decides defaults and rules. Logs as Jekyll does. Errors: a file that is missing, not YAML, or holds
  // what Jekyll rejects.
  static Result<Configuration> Load(const CommandOptions& options, const compat::Profile& profile,
                                    const Machine& machine, Log& log);
  // Defaults and `overrides` only, no file read: for tests and conformance records.
  static Result<Configuration> From(const Hash& overrides, const compat::Profile& profile, const Machine& machine,
                                    Log& log);

  // The same with another value of `key`, which `site.config` and no path above hangs on (`url`).
  Configuration With(std::string_view key, std::string_view text) const;

  // The whole hash, as `site.config` and `site.*` show it; in the configuration's own arena.
  const Hash& hash() const { return *hash_; }
  Value Get(const Symbol& key) const { return hash_->Get(key); }
  // A string's text, else `otherwise`.
  std::string_view Text(const Symbol& key, std::string_view otherwise = "") const;
  bool Truthy(const Symbol& key) const { return Get(key).Truthy(); }
  // The strings of a list.
  std::vector<std::string> Texts(const Symbol& key) const;

  const compat::Profile& profile() const { return *profile_; }
  // Absolute paths.
  const std::string& source() const { return source_; }
  const std::string& destination() const { return destination_; }
  const std::string& collections_path() const { return collections_path_; }  // source + collections_dir
  const EntryRules& entry_rules() const { return entry_rules_; }
  // Folders with theme gems: --themes-dir, then TINCTURE_THEMES. Absolute.
  const std::vector<std::string>& theme_folders() const { return theme_folders_; }
  // The files that were read, in order.
  const std::vector<std::string>& files() const { return files_; }
  // Where the last of them that has `key` at its top has it, as "_config.yml:3:1"; empty where none has.
  std::string PlaceOf(std::string_view key, const FileSource& files) const;
  // Local time: that of `timezone`, else of TZ, else of the machine.
  const TimeZone& zone() const { return *zone_; }
  // Owns hash().
  const std::shared_ptr<Arena>& arena() const { return arena_; }

 private:
  Configuration() = default;
  Status Finish(const Machine& machine);

  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
  const Hash* hash_ = nullptr;
  const compat::Profile* profile_ = nullptr;
  std::shared_ptr<const TimeZone> zone_;  // Times of hash() name it
  std::string source_;
  std::string destination_;
  std::string collections_path_;
  EntryRules entry_rules_;
  std::vector<std::string> files_;
  std::vector<std::string> theme_folders_;
};

// "a, b" to its parts, without the blanks around them.
std::vector<std::string> SplitOnCommas(std::string_view text);

// Jekyll::Utils.deep_merge_hashes: hashes merge, everything else is replaced. In `arena`.
const Hash* DeepMergeHashes(Arena& arena, const Hash& base, const Hash& over);

}  // namespace tincture::engine
