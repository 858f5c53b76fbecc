#include "engine/read/theme_reader.h"

#include <algorithm>
#include <optional>

#include "compat/text/front_matter.h"
#include "compat/yaml/load.h"
#include "engine/config/defaults.h"
#include "engine/model/string_edit.h"
#include "engine/read/glob.h"
#include "engine/read/page_reader.h"
#include "engine/read/remote_theme.h"
#include "engine/read/static_file_reader.h"
#include "engine/source/embedded_files.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

// The folders of `folder` with a suffix: <folder>/<any>/<suffix>.
void AddBelow(const FileSource& files, const std::string& folder, std::string_view suffix,
              std::vector<std::string>& found) {
  for (const std::string& name : GlobFolder(files, folder)) {
    const std::string path = JoinPath(folder, name);
    found.push_back(suffix.empty() ? path : JoinPath(path, suffix));
  }
}

// Folders that may hold gems/<name>-<version>.
std::vector<std::string> GemFolders(const Site& site) {
  const Env& env = site.machine.env;
  const FileSource& files = site.machine.files;
  std::vector<std::string> folders;
  const std::string gem_path = env.Get("GEM_PATH").value_or("");
  for (const std::string_view folder : Split(gem_path, ':')) folders.emplace_back(folder);
  if (const auto gem_home = env.Get("GEM_HOME")) folders.push_back(*gem_home);
  AddBelow(files, JoinPath(site.source(), "vendor/bundle/ruby"), "", folders);
  if (const auto home = env.Get("HOME")) {
    AddBelow(files, JoinPath(*home, ".gem/ruby"), "", folders);
    AddBelow(files, JoinPath(*home, ".local/share/gem/ruby"), "", folders);
  }
  AddBelow(files, "/usr/share/rubygems-integration", "", folders);
  for (const char* system : {"/var/lib/gems", "/usr/local/lib/ruby/gems", "/usr/lib/ruby/gems"}) {
    AddBelow(files, system, "", folders);
  }
  return folders;
}

// Gem::Version: dotted numbers compared one by one. Letters mark a prerelease, which sorts before.
std::vector<int> VersionNumbers(std::string_view version) {
  std::vector<int> numbers;
  for (const std::string_view part : Split(version, '.')) {
    int number = 0;
    for (const char c : part)
      number = IsDigit(c) && number < 100000000 ? number * 10 + (c - '0') : IsDigit(c) ? number : -1;
    numbers.push_back(number);
  }
  return numbers;
}

struct Gem {
  std::string version;
  std::string path;
  std::string specification;
};

std::optional<Gem> FindGem(const Site& site, const std::string& name) {
  std::optional<Gem> best;
  for (const std::string& folder : GemFolders(site)) {
    for (const std::string& entry : GlobFolder(site.machine.files, JoinPath(folder, "gems"))) {
      if (!entry.starts_with(name + "-")) continue;
      const std::string version = entry.substr(name.size() + 1);
      if (version.empty() || !IsDigit(version[0])) continue;
      if (best && VersionNumbers(version) <= VersionNumbers(best->version)) continue;
      best = Gem{version, JoinPath(folder, "gems/" + entry), JoinPath(folder, "specifications/" + entry + ".gemspec")};
    }
  }
  return best;
}

// A folder of the theme that is really inside it, else "".
std::string FolderOf(const Site& site, const std::string& root, std::string_view name) {
  const std::string path = JoinPath(root, name);
  if (!site.machine.files.Stat(path).is_directory()) return {};
  const std::optional<std::string> real = site.machine.files.RealPath(path);
  return real && IsWithin(*real, root) ? *real : std::string();
}

// The text between the first pair of `open` and `close` at or after `from`.
std::string_view Between(std::string_view text, size_t from, std::string_view open, std::string_view close) {
  const size_t start = text.find(open, from);
  if (start == std::string_view::npos) return {};
  const size_t end = text.find(close, start + open.size());
  if (end == std::string_view::npos) return {};
  return text.substr(start + open.size(), end - start - open.size());
}

// What a line of a specification file says after `method`: a quoted text, or %q<text>.
std::string_view SpecificationText(std::string_view line, size_t method) {
  const std::string_view angled = Between(line, method, "%q<", ">");
  return angled.empty() ? Between(line, method, "\"", "\"") : angled;
}

// Authors, description and runtime dependencies, as RubyGems writes them out.
void ReadSpecification(const Site& site, const std::string& path, Theme& theme) {
  const Result<std::string> text = site.machine.files.Read(path);
  if (!text) return;
  for (const std::string_view line : Split(*text, '\n')) {
    const size_t at = line.find("add_runtime_dependency(");
    if (at != std::string_view::npos) theme.runtime_dependencies.emplace_back(SpecificationText(line, at));
    if (const size_t authors = line.find(".authors = "); authors != std::string_view::npos)
      theme.authors = SpecificationText(line, authors);
    if (const size_t summary = line.find(".summary = "); summary != std::string_view::npos)
      theme.description = SpecificationText(line, summary);
  }
}

Error MissingTheme(const std::string& name) {
  return {.kind = "Jekyll::Errors::MissingDependencyException",
          .message = "The " + name + " theme could not be found.",
          .hint = "Install the gem, or set GEM_HOME to the folder that holds it."};
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

Result<Theme> FindTheme(const Site& site, std::string_view asked) {
  Theme theme;
  theme.name = DowncaseAscii(Strip(asked));
  const std::string embedded = JoinPath(kEmbeddedRoot, theme.name);
  if (site.machine.files.Stat(embedded).is_directory()) {
    theme.root = embedded;
  } else if (const std::optional<Gem> gem = FindGem(site, theme.name)) {
    theme.root = site.machine.files.RealPath(gem->path).value_or(gem->path);
    theme.version = gem->version;
    ReadSpecification(site, gem->specification, theme);
  } else {
    return MissingTheme(theme.name);
  }
  FindThemeFolders(site, theme);
  return theme;
}

void FindThemeFolders(const Site& site, Theme& theme) {
  theme.includes_path = FolderOf(site, theme.root, "_includes");
  theme.layouts_path = FolderOf(site, theme.root, "_layouts");
  theme.sass_path = FolderOf(site, theme.root, "_sass");
  theme.assets_path = FolderOf(site, theme.root, "assets");
  theme.data_path = FolderOf(site, theme.root, "_data");
}

namespace {

// The theme that `theme:` names.
Status ConfigureGemTheme(Site& site) {
  site.includes_load_paths = {site.InSourceDir(site.config().Text("includes_dir", "_includes"))};
  const Value name = site.config().Get("theme");
  if (name.IsNil()) return {};
  if (!name.IsString()) {
    site.log.Warn("Theme:", "value of 'theme' in config should be String to use gem-based themes, but got " +
                                std::string(name.IsHash()    ? "Hash"
                                            : name.IsArray() ? "Array"
                                                             : "another type"));
    return {};
  }
  Result<Theme> theme = FindTheme(site, name.AsString());
  if (!theme) return theme.error();
  site.theme = std::make_unique<Theme>(std::move(*theme));
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
