#include "compat/profile/profile.h"

#include <array>

namespace tincture::compat {

namespace {

constexpr Profile kJekyll3 = {.id = ProfileId::kJekyll3,
                              .name = "jekyll-3",
                              .jekyll_version = "3.10.0",
                              .liquid = LiquidVersion::k4_0_4,
                              .yaml = YamlRules::kSafeYaml,
                              .sass = kSassConverter1,
                              .link_prepends_baseurl = false,
                              .exclude_extends_defaults = false,
                              .undated_documents_get_time = false,
                              .template_cache_by_path = false,
                              .old_keys_are_renamed = true,
                              .old_engine_defaults = true,
                              .toml_is_looked_for = false,
                              .new_pages_end_in_markdown = false,
                              .blank_sites_have_files = false,
                              .excluded_before_included = false,
                              .special_dir_counts_at_start = false,
                              .layout_errors_name_full_path = false,
                              .theme_in_templates = false,
                              .collections_sort_by_metadata = false,
                              .trailing_dots_cleaned = false,
                              .render_with_liquid_key = false,
                              .static_files_follow_url = false,
                              .collection_files_are_listed = false,
                              .week_placeholders = false,
                              .included_files_are_read = false,
                              .excerpt_appends_all_definitions = true,
                              .dated_folders_are_posts = true,
                              .posts_need_content = true,
                              .post_slug_required = false,
                              .theme_config_and_data = false,
                              .page_excerpts = false,
                              .documents_have_name = false,
                              .csv_reader_key = false,
                              .disk_cache = false,
                              .page_inspects_relative_path = false,
                              .slugs_keep_marks = false,
                              .empty_slugs_warned_of = false,
                              .find_filters = false,
                              .word_count_modes = false,
                              .where_matches_nil = false,
                              .properties_are_numbers = false,
                              .expressions_have_and = false,
                              .link_path_is_liquid = false,
                              .messages_indent_markup = true,
                              .kramdown_keys_are_symbols = true};

// The same Jekyll with the gem's configuration around the user's.
constexpr Profile GithubPages() {
  Profile profile = kJekyll3;
  profile.id = ProfileId::kGithubPages;
  profile.name = "github-pages";
  profile.github_pages_configuration = true;
  profile.relative_links_have_titles = false;
  return profile;
}

constexpr Profile kJekyll4 = {.id = ProfileId::kJekyll4,
                              .name = "jekyll-4",
                              .jekyll_version = "4.4.1",
                              .liquid = LiquidVersion::k4_0_4,
                              .yaml = YamlRules::kSafeYaml,
                              .sass = kSassConverter3,
                              .link_prepends_baseurl = true,
                              .exclude_extends_defaults = true,
                              .undated_documents_get_time = true,
                              .template_cache_by_path = true,
                              .old_keys_are_renamed = false,
                              .blank_sites_import_base = true,
                              .theme_root_in_development_only = true,
                              .highlight_mark_lines = true};

constexpr Profile Debian() {
  Profile profile = kJekyll4;
  profile.id = ProfileId::kDebian;
  profile.name = "debian";
  profile.jekyll_version = "4.3.1";
  profile.liquid = LiquidVersion::k5_4_0;
  profile.yaml = YamlRules::kPsych;
  profile.sass = kSassConverter2;
  profile.blank_sites_import_base = false;
  profile.theme_root_in_development_only = false;
  profile.highlight_mark_lines = false;
  return profile;
}

constexpr Profile WithSassConverter2() {
  Profile profile = kJekyll4;
  profile.sass = kSassConverter2;
  return profile;
}

constexpr Profile kJekyll4WithSassConverter2 = WithSassConverter2();

constexpr std::array<Profile, 4> kProfiles = {GithubPages(), kJekyll3, kJekyll4, Debian()};

}  // namespace

const Profile& ProfileOf(ProfileId id) {
  for (const Profile& profile : kProfiles) {
    if (profile.id == id) return profile;
  }
  return kProfiles.front();
}

const Profile& Jekyll4WithSassConverter2() { return kJekyll4WithSassConverter2; }

std::optional<ProfileId> ProfileNamed(std::string_view name) {
  for (const Profile& profile : kProfiles) {
    if (profile.name == name) return profile.id;
  }
  return std::nullopt;
}

}  // namespace tincture::compat
