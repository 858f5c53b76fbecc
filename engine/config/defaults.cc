#include "engine/config/defaults.h"

#include <initializer_list>
#include <vector>

namespace tincture::engine {

namespace {

Value Text(std::string_view text) { return Value::String(text); }

Value List(Arena& arena, std::initializer_list<std::string_view> texts) {
  std::vector<Value> items;
  for (const std::string_view text : texts) items.push_back(Text(text));
  return Value::Array(arena, items);
}

Value LiquidDefaults(Arena& arena) {
  HashBuilder liquid(arena);
  liquid.Set("error_mode", Text("warn"));
  liquid.Set("strict_filters", Value::Bool(false));
  liquid.Set("strict_variables", Value::Bool(false));
  return liquid.BuildValue();
}

Value TocLevels(const compat::Profile& profile, Arena& arena) {
  if (profile.old_engine_defaults) return Text("1..6");
  std::vector<Value> levels;
  for (int level = 1; level <= 6; ++level) levels.push_back(Value::Int(level));
  return Value::Array(arena, levels);
}

Value KramdownDefaults(const compat::Profile& profile, Arena& arena) {
  HashBuilder kramdown(arena);
  kramdown.Set("auto_ids", Value::Bool(true));
  kramdown.Set("toc_levels", TocLevels(profile, arena));
  kramdown.Set("entity_output", Text("as_char"));
  kramdown.Set("smart_quotes", Text("lsquo,rsquo,ldquo,rdquo"));
  kramdown.Set("input", Text("GFM"));
  kramdown.Set("hard_wrap", Value::Bool(false));
  kramdown.Set("guess_lang", Value::Bool(true));
  kramdown.Set("footnote_nr", Value::Int(1));
  kramdown.Set("show_warnings", Value::Bool(false));
  return kramdown.BuildValue();
}

Value NoExtensions(Arena& arena) {
  HashBuilder options(arena);
  options.Set("extensions", List(arena, {}));
  return options.BuildValue();
}

}  // namespace

Value DefaultExcludes(const compat::Profile& profile, Arena& arena) {
  if (profile.old_engine_defaults) {
    return List(arena, {"Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/",
                        "vendor/ruby/"});
  }
  return List(arena, {".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
                      "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"});
}

const Hash* DefaultConfiguration(const compat::Profile& profile, Arena& arena) {
  const Value no = Value::Bool(false);
  const Value empty_hash = HashBuilder(arena).BuildValue();
  const bool jekyll3 = profile.old_engine_defaults;
  HashBuilder defaults(arena);
  defaults.Set("source", Value());  // their places; the caller knows the folders
  defaults.Set("destination", Value());
  defaults.Set("collections_dir", Text(""));
  if (!jekyll3) defaults.Set("cache_dir", Text(".jekyll-cache"));
  defaults.Set("plugins_dir", Text("_plugins"));
  defaults.Set("layouts_dir", Text("_layouts"));
  defaults.Set("data_dir", Text("_data"));
  defaults.Set("includes_dir", Text("_includes"));
  defaults.Set("collections", empty_hash);
  defaults.Set("safe", no);
  defaults.Set("include", List(arena, {".htaccess"}));
  defaults.Set("exclude", jekyll3 ? DefaultExcludes(profile, arena) : List(arena, {}));
  defaults.Set("keep_files", List(arena, {".git", ".svn"}));
  defaults.Set("encoding", Text("utf-8"));
  defaults.Set("markdown_ext", Text("markdown,mkdown,mkdn,mkd,md"));
  defaults.Set("strict_front_matter", no);
  defaults.Set("show_drafts", Value());
  defaults.Set("limit_posts", Value::Int(0));
  defaults.Set("future", no);
  defaults.Set("unpublished", no);
  defaults.Set("whitelist", List(arena, {}));
  defaults.Set("plugins", List(arena, {}));
  defaults.Set("markdown", Text("kramdown"));
  defaults.Set("highlighter", Text("rouge"));
  defaults.Set("lsi", no);
  defaults.Set("excerpt_separator", Text("\n\n"));
  defaults.Set("incremental", no);
  defaults.Set("detach", no);
  defaults.Set("port", Text("4000"));
  defaults.Set("host", Text("127.0.0.1"));
  defaults.Set("baseurl", Value());
  defaults.Set("show_dir_listing", no);
  defaults.Set("permalink", Text("date"));
  defaults.Set("paginate_path", Text("/page:num"));
  defaults.Set("timezone", Value());
  defaults.Set("quiet", no);
  defaults.Set("verbose", no);
  defaults.Set("defaults", List(arena, {}));
  defaults.Set("liquid", LiquidDefaults(arena));
  if (jekyll3) {
    defaults.Set("rdiscount", NoExtensions(arena));
    defaults.Set("redcarpet", NoExtensions(arena));
  }
  defaults.Set("kramdown", KramdownDefaults(profile, arena));
  return defaults.Build();
}

}  // namespace tincture::engine
