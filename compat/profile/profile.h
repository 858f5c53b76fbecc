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

// jekyll-sass-converter, by its version; the default is what 3.1 does (converters/scss.rb).
struct SassRules {
  SassDialect dialect = SassDialect::kDartSass;
  bool source_maps = true;            // *.css.map is written by default (2.x)
  bool four_styles = false;           // nested and compact are styles, compact is the default (1.x, 2.x)
  bool style_goes_unchecked = false;  // unless safe, the compiler's own default is the default: nested (1.x)
  bool keys_reach_compiler = false;   // whatever stands in `sass:` is an option of the compiler, unless safe (1.x, 2.x)
  bool add_charset_key = false;       // `add_charset`; else @charset is there for pages and not for filters (1.x, 2.x)
  bool implementation_key = false;    // `implementation: sass-embedded` (2.2)
};

constexpr SassRules kSassConverter1 = {.dialect = SassDialect::kRubySass37,
                                       .source_maps = false,
                                       .four_styles = true,
                                       .style_goes_unchecked = true,
                                       .keys_reach_compiler = true,
                                       .add_charset_key = true};
constexpr SassRules kSassConverter2 = {.dialect = SassDialect::kLibsass36,
                                       .four_styles = true,
                                       .keys_reach_compiler = true,
                                       .add_charset_key = true,
                                       .implementation_key = true};
constexpr SassRules kSassConverter3 = {};

struct Profile {
  ProfileId id;
  std::string_view name;            // as given to --profile
  std::string_view jekyll_version;  // `jekyll.version` in templates
  LiquidVersion liquid;
  YamlRules yaml;
  SassRules sass;

  // Named differences. Each has a golden case.
  bool link_prepends_baseurl;       // `link` and `post_url` give baseurl + url (4.x)
  bool exclude_extends_defaults;    // a user's `exclude` adds to the built-in list (4.x) or replaces it (3.x)
  bool undated_documents_get_time;  // documents without a date get site.time (4.x) or no date (3.x)
  bool template_cache_by_path;      // layouts and includes parse once a build, so `cycle` runs on (4.x, Liquid 4)
  bool old_keys_are_renamed;        // `gems:` is read as `plugins:`, a text as a list, ... (3.x), or an error (4.x)

  // configuration and command line (lib/jekyll/{configuration,entry_filter,command}.rb, commands/)
  bool github_pages_configuration = false;  // the github-pages gem's defaults below the user's, its overrides above
  bool old_engine_defaults = false;         // the defaults name rdiscount and redcarpet; toc_levels is a text (3.x)
  bool toml_is_looked_for = true;           // a _config.toml is read without being named (4.x)
  bool new_pages_end_in_markdown = true;    // `new` makes index.markdown (4.x) or index.md (3.x)
  bool blank_sites_have_files = true;       // `new --blank` lays a layout and styles (4.x) or empty folders (3.x)
  bool blank_sites_import_base = false;     // their stylesheet is _sass/base.scss (4.4), not _sass/main.scss
  bool excluded_before_included = true;     // `include` saves from the special names only, not from `exclude` (4.x)

  // engine (lib/jekyll/{document,page,static_file,excerpt,url,site}.rb); the default is what 4.x does.
  bool special_dir_counts_at_start = true;   // no categories from above a _posts that begins the path (4.x)
  bool layout_errors_name_full_path = true;  // "... in /site/_layouts/a.html" (4.x), "... in /_layouts/a.html" (3.x)
  bool theme_in_templates = true;            // `theme.*` (4.x)
  bool collections_sort_by_metadata = true;  // a collection's `sort_by` and `order` (4.x)
  bool trailing_dots_cleaned = true;         // "a...md" is "a" (4.x)
  bool render_with_liquid_key = true;        // `render_with_liquid: false` in front matter (4.x)
  bool static_files_follow_url = true;  // a static file is written to its URL, of a collection only with `output` (4.x)
  bool collection_files_are_listed = true;  // site.static_files has those of collections (4.x); else they are documents
  bool week_placeholders = true;            // :week, :long_month, :slugified_categories, ... in permalinks (4.x)
  bool included_files_are_read = true;      // a file named by `include:` is read wherever it lies (4.x)
  bool excerpt_appends_all_definitions = false;  // an excerpt ends with every link definition of the rest (3.x)
  bool dated_folders_are_posts = false;          // _posts/2020-01-02-x/y.md is a post of that day (3.x)
  bool posts_need_content = false;               // a post that is a YAML file stops the build (3.x)
  bool post_slug_required = true;                // a document without extension has its file name as slug (4.x)
  bool theme_config_and_data = true;             // a theme's _config.yml and _data are read (4.x)
  bool page_excerpts = true;                     // `page_excerpts`, and `excerpt` among a page's values (4.x)
  bool theme_root_in_development_only = false;   // `theme.root` is empty unless JEKYLL_ENV is development (4.4)
  bool documents_have_name = true;               // document.name (4.x)
  bool csv_reader_key = true;                    // `csv_reader`, `tsv_reader` in the configuration (4.x)
  bool disk_cache = true;                        // <cache_dir>/.gitignore is made (4.x)
  bool relative_links_have_titles = true;        // jekyll-relative-links 0.7.0, or github-pages' 0.6.1 (see its file)
  bool page_inspects_relative_path = true;       // #<Jekyll::Page @relative_path="..."> (4.x), @name (3.x)

  // Filters and tags (lib/jekyll/{utils,filters}.rb, filters/, tags/); the default is what 4.x does.
  bool slugs_keep_marks = true;            // letters in slugs are \p{L}, \p{M}, \p{Nd} (4.x) or [[:alnum:]] (3.x)
  bool empty_slugs_warned_of = true;       // a text without a letter for `slugify` (4.x)
  bool find_filters = true;                // `find`, `find_exp` (4.x)
  bool word_count_modes = true;            // `number_of_words: "cjk"` (4.x)
  bool where_matches_nil = true;           // `where: "k", nil` finds what has no k (4.x) or gives back its input (3.x)
  bool properties_are_numbers = true;      // a property that looks like a number sorts and groups as one (4.x)
  bool expressions_have_and = true;        // `and` and `or` in where_exp (4.x)
  bool link_path_is_liquid = true;         // {% link {{ page.related }} %} (4.x)
  bool messages_indent_markup = false;     // tags quote bad markup indented (3.x)
  bool kramdown_keys_are_symbols = false;  // each key below `kramdown:` has a Symbol too, so link_defs cannot be (3.x)
  bool highlight_mark_lines = false;       // {% highlight c mark_lines="1 2" %} (4.4)
};

const Profile& ProfileOf(ProfileId id);
// jekyll-4 for sites that hold on to jekyll-sass-converter 2.
const Profile& Jekyll4WithSassConverter2();
// "github-pages", "jekyll-3", "jekyll-4", "debian".
std::optional<ProfileId> ProfileNamed(std::string_view name);

}  // namespace tincture::compat
