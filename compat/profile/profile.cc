#include "compat/profile/profile.h"

#include <array>

namespace tincture::compat {

namespace {

constexpr std::array<Profile, 4> kProfiles = {{
    {.id = ProfileId::kGithubPages,
     .name = "github-pages",
     .jekyll_version = "3.10.0",
     .liquid = LiquidVersion::k4_0_4,
     .yaml = YamlRules::kSafeYaml,
     .sass = SassDialect::kRubySass37,
     .jekyll_major = 3,
     .link_prepends_baseurl = false,
     .exclude_extends_defaults = false,
     .undated_documents_get_time = false,
     .template_cache_by_path = false,
     .sass_source_maps = false,
     .gems_key_loads_plugins = true,
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
     .conflicts_are_reported = false,
     .csv_reader_key = false,
     .disk_cache = false,
     .page_inspects_relative_path = false,
     .slugs_keep_marks = false,
     .find_filters = false,
     .word_count_modes = false,
     .where_matches_nil = false,
     .properties_are_numbers = false,
     .expressions_have_and = false,
     .link_path_is_liquid = false,
     .messages_indent_markup = true},
    {.id = ProfileId::kJekyll3,
     .name = "jekyll-3",
     .jekyll_version = "3.10.0",
     .liquid = LiquidVersion::k4_0_4,
     .yaml = YamlRules::kSafeYaml,
     .sass = SassDialect::kRubySass37,
     .jekyll_major = 3,
     .link_prepends_baseurl = false,
     .exclude_extends_defaults = false,
     .undated_documents_get_time = false,
     .template_cache_by_path = false,
     .sass_source_maps = false,
     .gems_key_loads_plugins = true,
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
     .conflicts_are_reported = false,
     .csv_reader_key = false,
     .disk_cache = false,
     .page_inspects_relative_path = false,
     .slugs_keep_marks = false,
     .find_filters = false,
     .word_count_modes = false,
     .where_matches_nil = false,
     .properties_are_numbers = false,
     .expressions_have_and = false,
     .link_path_is_liquid = false,
     .messages_indent_markup = true},
    {.id = ProfileId::kJekyll4,
     .name = "jekyll-4",
     .jekyll_version = "4.4.1",
     .liquid = LiquidVersion::k4_0_4,
     .yaml = YamlRules::kSafeYaml,
     .sass = SassDialect::kDartSass,
     .jekyll_major = 4,
     .link_prepends_baseurl = true,
     .exclude_extends_defaults = true,
     .undated_documents_get_time = true,
     .template_cache_by_path = true,
     .sass_source_maps = true,
     .gems_key_loads_plugins = false,
     .theme_root_in_development_only = true,
     .highlight_mark_lines = true},
    {.id = ProfileId::kDebian,
     .name = "debian",
     .jekyll_version = "4.3.1",
     .liquid = LiquidVersion::k5_4_0,
     .yaml = YamlRules::kPsych,
     .sass = SassDialect::kLibsass36,
     .jekyll_major = 4,
     .link_prepends_baseurl = true,
     .exclude_extends_defaults = true,
     .undated_documents_get_time = true,
     .template_cache_by_path = true,
     .sass_source_maps = true,
     .gems_key_loads_plugins = false},
}};

}  // namespace

const Profile& ProfileOf(ProfileId id) {
  for (const Profile& profile : kProfiles) {
    if (profile.id == id) return profile;
  }
  return kProfiles.front();
}

std::optional<ProfileId> ProfileNamed(std::string_view name) {
  for (const Profile& profile : kProfiles) {
    if (profile.name == name) return profile.id;
  }
  return std::nullopt;
}

}  // namespace tincture::compat
