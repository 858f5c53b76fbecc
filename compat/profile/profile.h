// Profile: which Jekyll is reproduced, as plain data. Code asks for a named difference, never for a version.
// Sources of each value: DESIGN.md section 1 fact 5, and the named gems at the named versions.
#pragma once

#include <optional>
#include <string_view>

namespace tincture::compat {

enum class ProfileId { kGithubPages, kJekyll3, kJekyll4, kDebian };
enum class LiquidVersion { k4_0_4, k5_4_0 };
enum class YamlRules { kSafeYaml, kPsych };
enum class SassDialect { kRubySass37, kLibsass36, kDartSass };

struct Profile {
  ProfileId id;
  std::string_view name;            // as given to --profile
  std::string_view jekyll_version;  // `jekyll.version` in templates
  LiquidVersion liquid;
  YamlRules yaml;
  SassDialect sass;
  int jekyll_major;  // 3 or 4: for code whose whole behaviour was rewritten between the two; prefer a named member

  // Named differences. Each has a golden case.
  bool link_prepends_baseurl;        // `link` and `post_url` give baseurl + url (4.x)
  bool exclude_extends_defaults;     // a user's `exclude` adds to the built-in list (4.x) or replaces it (3.x)
  bool undated_documents_get_time;   // documents without a date get site.time (4.x) or no date (3.x)
  bool template_cache_by_path;       // layouts and includes parse once a build, so `cycle` runs on (4.x, Liquid 4)
  bool sass_source_maps;             // *.css.map is written by default (4.x)
  bool gems_key_loads_plugins;       // `gems:` is read as `plugins:` (3.x)
};

const Profile& ProfileOf(ProfileId id);
// "github-pages", "jekyll-3", "jekyll-4", "debian".
std::optional<ProfileId> ProfileNamed(std::string_view name);

}  // namespace tincture::compat
