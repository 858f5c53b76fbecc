#include "engine/config/github_pages.h"

#include <algorithm>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/config/defaults.h"
#include "engine/config/markdown_processor.h"

namespace tincture::engine {

namespace {

using Names = std::vector<std::string_view>;

const Names kDefaultPlugins = {"jekyll-coffeescript",          "jekyll-commonmark-ghpages", "jekyll-gist",
                               "jekyll-github-metadata",       "jekyll-paginate",           "jekyll-relative-links",
                               "jekyll-optional-front-matter", "jekyll-readme-index",       "jekyll-default-layout",
                               "jekyll-titles-from-headings"};

const Names kAllowedPlugins = {"jekyll-coffeescript",
                               "jekyll-commonmark-ghpages",
                               "jekyll-feed",
                               "jekyll-gist",
                               "jekyll-github-metadata",
                               "jekyll-paginate",
                               "jekyll-redirect-from",
                               "jekyll-seo-tag",
                               "jekyll-sitemap",
                               "jekyll-avatar",
                               "jemoji",
                               "jekyll-mentions",
                               "jekyll-relative-links",
                               "jekyll-optional-front-matter",
                               "jekyll-readme-index",
                               "jekyll-default-layout",
                               "jekyll-titles-from-headings",
                               "jekyll-include-cache",
                               "jekyll-octicons",
                               "jekyll-remote-theme"};

Value Text(std::string_view text) { return Value::String(text); }

void AddNew(const Value& item, std::vector<Value>& items) {
  const bool known = std::any_of(items.begin(), items.end(), [&](const Value& v) { return KeysEqual(v, item); });
  if (!known) items.push_back(item);
}

// Ruby's Array(value) | names.
Value Union(Arena& arena, const Value& value, const Names& names) {
  std::vector<Value> items;
  if (value.IsArray()) {
    for (const Value& item : value.AsArray()) AddNew(item, items);
  } else if (!value.IsNil()) {
    items.push_back(value);
  }
  for (const std::string_view name : names) AddNew(Text(name), items);
  return Value::Array(arena, items);
}

Value List(Arena& arena, const Names& names) { return Union(arena, Value(), names); }

// Those that Jekyll has no value for itself: `future`, `markdown`, `exclude` and `plugins` come complete.
const Hash* Defaults(bool is_development, Arena& arena) {
  HashBuilder options(arena);
  options.Set("default_lang", Text("plaintext"));
  HashBuilder kramdown(arena);
  kramdown.Set("input", Text("GFM"));
  kramdown.Set("hard_wrap", Value::Bool(false));
  kramdown.Set("gfm_quirks", Text("paragraph_end"));
  kramdown.Set("syntax_highlighter_opts", options.BuildValue());
  HashBuilder defaults(arena);
  defaults.Set("jailed", Value::Bool(false));
  defaults.Set("theme", Text("jekyll-theme-primer"));
  defaults.Set("kramdown", kramdown.BuildValue());
  if (!is_development) {
    HashBuilder sass(arena);
    sass.Set("style", Text("compressed"));
    defaults.Set("sass", sass.BuildValue());
  }
  return defaults.Build();
}

const Hash* Overrides(Arena& arena) {
  HashBuilder kramdown(arena);
  kramdown.Set("template", Text(""));
  kramdown.Set("math_engine", Text("mathjax"));
  kramdown.Set("syntax_highlighter", Text("rouge"));
  HashBuilder gist(arena);
  gist.Set("noscript", Value::Bool(false));
  HashBuilder overrides(arena);
  overrides.Set("lsi", Value::Bool(false));
  overrides.Set("safe", Value::Bool(true));
  // A folder that is not there; the gem makes up another name each time.
  overrides.Set("plugins_dir", Text("no-plugins-on-github-pages"));
  overrides.Set("whitelist", List(arena, kAllowedPlugins));
  overrides.Set("highlighter", Text("rouge"));
  overrides.Set("kramdown", kramdown.BuildValue());
  overrides.Set("gist", gist.BuildValue());
  return overrides.Build();
}

bool IsDefaultExclude(const Value& exclude, const compat::Profile& profile, Arena& arena) {
  return exclude.IsArray() && KeysEqual(exclude, DefaultExcludes(profile, arena));
}

void ConfigurePlugins(HashBuilder& config, bool is_development, const Env& env, Arena& arena) {
  const Value* asked = config.Find("plugins");
  Value plugins = Union(arena, asked == nullptr ? Value() : *asked, kDefaultPlugins);
  if (config.Find("remote_theme") != nullptr) plugins = Union(arena, plugins, {"jekyll-remote-theme"});
  config.Set("plugins", plugins);
  if (!is_development) return;
  Value allowed = *config.Find("whitelist");
  if (!env.Get("DISABLE_WHITELIST").value_or("").empty()) {
    std::vector<Value> all(allowed.AsArray().begin(), allowed.AsArray().end());
    for (const Value& plugin : plugins.AsArray()) AddNew(plugin, all);
    allowed = Value::Array(arena, all);
  }
  config.Set("whitelist", Union(arena, allowed, {"jekyll-admin"}));
}

}  // namespace

const Hash* GithubPagesConfiguration(const Hash& config, const compat::Profile& profile, const Env& env, Arena& arena) {
  const bool is_development = env.Get("JEKYLL_ENV").value_or("development") == "development";
  const Hash* defaults =
      DeepMergeHashes(arena, *DefaultConfiguration(profile, arena), *Defaults(is_development, arena));
  const Hash* merged = DeepMergeHashes(arena, *defaults, config);
  HashBuilder with_theme(arena, *merged);
  if (const Value* theme = config.Find("theme")) with_theme.Set("theme", *theme);  // `theme: null` means none
  const Value exclude = merged->Get("exclude");
  if (IsDefaultExclude(exclude, profile, arena)) with_theme.Set("exclude", Union(arena, exclude, {"CNAME"}));
  const Hash* overridden = DeepMergeHashes(arena, *with_theme.Build(), *Overrides(arena));
  HashBuilder result(arena, *RestrictMarkdownProcessor(arena, *overridden));
  ConfigurePlugins(result, is_development, env, arena);
  return result.Build();
}

bool IsGithubPagesPlugin(std::string_view gem) {
  return std::find(kDefaultPlugins.begin(), kDefaultPlugins.end(), gem) != kDefaultPlugins.end();
}

}  // namespace tincture::engine
