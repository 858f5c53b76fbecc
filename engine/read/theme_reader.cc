#include "engine/read/theme_reader.h"

#include <algorithm>
#include <optional>

#include "compat/text/front_matter.h"
#include "compat/yaml/load.h"
#include "engine/config/defaults.h"
#include "engine/model/string_edit.h"
#include "engine/read/gem_finder.h"
#include "engine/read/page_reader.h"
#include "engine/read/remote_theme.h"
#include "engine/read/static_file_reader.h"
#include "engine/source/embedded_files.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

// A folder of the theme that is really inside it, else "".
std::string FolderOf(const FileSource& files, const std::string& root, std::string_view name) {
  const std::string path = JoinPath(root, name);
  if (!files.Stat(path).is_directory()) return {};
  const std::optional<std::string> real = files.RealPath(path);
  return real && IsWithin(*real, root) ? *real : std::string();
}

// "_config.yml:3:1: ", where the setting is; or nothing.
std::string At(const Site& site, std::string_view setting) {
  const std::string place = site.config().PlaceOf(setting, site.machine.files);
  return place.empty() ? place : place + ": ";
}

// Jekyll stops where the gem is not installed. Here it never has to be: the site builds without it.
// A remote theme takes its place anyhow.
void WarnOfMissingTheme(Site& site, const std::string& name) {
  if (site.config().Truthy("remote_theme")) return;
  site.log.Warn("Theme:",
                At(site, "theme") + "'" + name + "' was not found, so " + WhatThemeAdds(name) +
                    " are missing. Put the gem's folder into one that --themes-dir or TINCTURE_THEMES names.");
  site.missing_parts.push_back(name);
  if (const KnownTheme* known = FindKnownTheme(name)) site.theme_plugins = known->plugins;
}

bool HasItem(const Site& site, const std::string& relative_path) {
  const auto is_it = [&](const auto* item) { return item->relative_path == relative_path; };
  return std::any_of(site.pages.begin(), site.pages.end(), is_it) ||
         std::any_of(site.static_files.begin(), site.static_files.end(), is_it);
}

Status ReadAsset(Site& site, const std::string& entry, const InitHook& on_init) {
  const std::string& root = site.theme->root;
  const std::string in_theme = site.theme->assets_path.substr(root.size() + 1) + "/" + entry;
  const std::string dir(DirName(in_theme));
  const std::string name(BaseName(in_theme));
  const Result<std::string> text = site.machine.files.Read(JoinPath(root, in_theme));
  if (text && text::HasYamlHeader(*text)) {
    if (HasItem(site, in_theme)) return {};
    Result<Page*> page = ReadPage(site, root, dir, name, on_init);
    if (!page) return page.error();
    site.pages.push_back(*page);
    return {};
  }
  if (!HasItem(site, "/" + in_theme)) AddStaticFile(site, root, "/" + dir, name);
  return {};
}

// The theme's own _config.yml: what it sets counts where the site's configuration and Jekyll's defaults do not.
Status MergeThemeConfiguration(Site& site) {
  if (!site.profile().theme_config_and_data || site.Setting("ignore_theme_config").Truthy()) return {};
  const std::string path = JoinPath(site.theme->root, "_config.yml");
  const FileInfo info = site.machine.files.Stat(path);
  if (!info.is_file() || info.is_symlink) return {};
  const Result<std::string> text = site.machine.files.Read(path);
  if (!text) return text.error();
  const Result<Value> loaded =
      yaml::Load(*text, {.rules = site.profile().yaml, .path = path, .zone = &site.zone}, site.arena);
  if (!loaded) return loaded.error();
  if (!loaded->IsHash()) return {};
  site.log.Info("Theme Config file:", path);
  HashBuilder theirs(site.arena);
  const Hash* defaults = DefaultConfiguration(site.profile(), site.arena);
  for (const Hash::Entry& entry : loaded->AsHash().entries()) {
    if (defaults->Find(entry.key) == nullptr) theirs.Set(entry.key, entry.value);
  }
  site.settings = DeepMergeHashes(site.arena, *theirs.Build(), *site.settings);
  return {};
}

}  // namespace

std::optional<Theme> FindTheme(const Configuration& configuration, const Machine& machine, std::string_view asked) {
  Theme theme;
  theme.name = DowncaseAscii(Strip(asked));
  const std::string embedded = JoinPath(kEmbeddedRoot, theme.name);
  if (machine.files.Stat(embedded).is_directory()) {
    theme.root = embedded;
  } else if (std::optional<Gem> gem = FindGem(configuration, machine, theme.name)) {
    theme.root = gem->path;
    theme.version = gem->version;
    theme.authors = gem->authors;
    theme.description = gem->description;
    theme.runtime_dependencies = std::move(gem->runtime_dependencies);
  } else {
    return std::nullopt;
  }
  FindThemeFolders(machine.files, theme);
  return theme;
}

void FindThemeFolders(const FileSource& files, Theme& theme) {
  theme.includes_path = FolderOf(files, theme.root, "_includes");
  theme.layouts_path = FolderOf(files, theme.root, "_layouts");
  theme.sass_path = FolderOf(files, theme.root, "_sass");
  theme.assets_path = FolderOf(files, theme.root, "assets");
  theme.data_path = FolderOf(files, theme.root, "_data");
}

std::string WhatThemeAdds(std::string_view name) {
  const KnownTheme* known = FindKnownTheme(name);
  if (known == nullptr) return "its layouts, includes, styles and assets";
  return "its layouts (" + std::string(known->layouts) + "), includes (" + std::string(known->includes) +
         "), styles and " + std::string(known->assets);
}

namespace {

// The theme that `theme:` names.
Status ConfigureGemTheme(Site& site) {
  site.includes_load_paths = {site.InSourceDir(site.config().Text("includes_dir", "_includes"))};
  const Value asked = site.config().Get("theme");
  if (asked.IsNil()) return {};
  if (!asked.IsString()) {
    site.log.Warn("Theme:", At(site, "theme") +
                                "value of 'theme' in config should be String to use gem-based themes, but got " +
                                std::string(asked.IsHash()    ? "Hash"
                                            : asked.IsArray() ? "Array"
                                                              : "another type"));
    return {};
  }
  std::optional<Theme> theme = FindTheme(site.config(), site.machine, asked.AsString());
  if (!theme) {
    WarnOfMissingTheme(site, DowncaseAscii(Strip(asked.AsString())));
    return {};
  }
  site.theme = std::make_unique<Theme>(std::move(*theme));
  site.theme_plugins = site.theme->runtime_dependencies;
  if (!site.theme->includes_path.empty()) site.includes_load_paths.push_back(site.theme->includes_path);
  return MergeThemeConfiguration(site);
}

}  // namespace

// A remote theme takes the place of a gem's; its _config.yml counts for nothing.
Status ConfigureTheme(Site& site) {
  if (Status status = ConfigureGemTheme(site); !status) return status;
  Result<std::optional<Theme>> remote = FindRemoteTheme(site);
  if (!remote) return remote.error();
  if (!*remote) return {};
  site.theme = std::make_unique<Theme>(std::move(**remote));
  site.theme_plugins = site.theme->runtime_dependencies;
  site.includes_load_paths.resize(1);
  if (!site.theme->includes_path.empty()) site.includes_load_paths.push_back(site.theme->includes_path);
  HashBuilder settings(site.arena, *site.settings);
  settings.Set("theme", Value::String(site.arena.Copy(site.theme->name)));
  site.settings = settings.Build();
  return {};
}

Status ReadThemeAssets(Site& site, const InitHook& on_init) {
  if (!site.theme || site.theme->assets_path.empty()) return {};
  const FileSource& files = site.machine.files;
  for (const std::string& entry : GlobTree(files, site.theme->assets_path, true)) {
    const std::string path = JoinPath(site.theme->assets_path, entry);
    const FileInfo info = files.Stat(path);
    if (info.is_symlink) site.log.Warn("Theme reader:", "Ignored symlinked asset: " + path);
    if (info.is_symlink || !info.is_file()) continue;
    if (Status status = ReadAsset(site, entry, on_init); !status) return status;
  }
  return {};
}

}  // namespace tincture::engine
