#include "engine/read/remote_theme.h"

#include <algorithm>

#include "compat/yaml/load.h"
#include "engine/model/string_edit.h"
#include "engine/read/theme_reader.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kTopic = "Remote Theme:";
constexpr std::string_view kFolder = "_vendor/remote-theme";
constexpr std::string_view kLock = "_vendor/remote-theme.lock";

// https://host/owner/name@ref
struct RemoteName {
  std::string url;  // of the repository
  std::string owner;
  std::string name;
  std::string ref;  // empty: HEAD

  // As remote_theme: says it, and the lock.
  std::string Text() const { return owner + "/" + name + (ref.empty() ? "" : "@" + ref); }
};

bool IsAll(std::string_view text, std::string_view others) {
  const auto allowed = [&](char c) { return IsAlnum(c) || others.find(c) != others.npos; };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool IsHost(const Site& site, std::string_view host) {
  const Env& env = site.machine.env;
  return host == "github.com" || host == env.Get("PAGES_GITHUB_HOSTNAME") || host == env.Get("GITHUB_HOSTNAME");
}

std::optional<RemoteName> ParseName(const Site& site, std::string_view text) {
  std::string base = "https://github.com/";
  if (const size_t scheme = text.find("://"); scheme != text.npos) {
    const size_t path = std::min(text.find('/', scheme + 3), text.size());
    if (!IsHost(site, text.substr(scheme + 3, path - scheme - 3)) || path == text.size()) return std::nullopt;
    base = text.substr(0, path + 1);
    text.remove_prefix(path + 1);
  }
  const size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const size_t at = std::min(text.find('@', slash), text.size());
  RemoteName name{.url = {},
                  .owner = std::string(text.substr(0, slash)),
                  .name = std::string(text.substr(slash + 1, at - slash - 1)),
                  .ref = std::string(text.substr(std::min(at + 1, text.size())))};
  const bool has_ref = at < text.size();
  if (!IsAll(name.owner, "-") || !IsAll(name.name, "._-") || (has_ref && !IsAll(name.ref, "._-"))) return std::nullopt;
  if (name.name == "." || name.name == "..") return std::nullopt;
  name.url = base + name.owner + "/" + name.name;
  return name;
}

Error Missing(const RemoteName& name, std::string message) {
  const std::string folder = std::string(kFolder) + "/" + name.owner + "/" + name.name;
  const std::string branch = name.ref.empty() || name.ref == "latest" ? "" : "--branch " + name.ref + " ";
  return {.kind = "Jekyll::RemoteTheme::DownloadError",
          .message = std::move(message),
          .hint = "Nothing is downloaded during a build. Bring the theme once: git clone --depth 1 " + branch +
                  name.url + " " + folder + "; then write into " + std::string(kLock) + " the line `" + name.Text() +
                  ": COMMIT`, with what git -C " + folder +
                  " rev-parse HEAD prints, and remove the clone's .git to keep the theme in your repository."};
}

bool IsCommit(const Value& value) {
  if (!value.IsString() || value.AsString().size() < 40) return false;
  return value.AsString().find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Status CheckLock(const Site& site, const RemoteName& name) {
  const std::string path = site.InSourceDir(kLock);
  const Result<std::string> text = site.machine.files.Read(path);
  if (!text)
    return Missing(name, "There is no " + std::string(kLock) + ", which names the commit of " + name.Text() + ".");
  const Result<Value> lock =
      yaml::Load(*text, {.rules = site.profile().yaml, .path = path, .zone = &site.zone}, site.arena);
  if (!lock) return lock.error();
  const Value commit = lock->IsHash() ? lock->AsHash().Get(Symbol(name.Text())) : Value();
  if (IsCommit(commit)) return {};
  return Missing(name, std::string(kLock) + " names no commit of " + name.Text() + ".");
}

bool IsPath(std::string_view text) {
  return text.starts_with('/') || text.starts_with("./") || text.starts_with("../") || text.starts_with("~/");
}

// The first quoted text at or after `at`.
std::string_view Quoted(std::string_view text, size_t at) {
  const size_t open = text.find_first_of("\"'", at);
  const size_t close = open == text.npos ? open : text.find(text[open], open + 1);
  return close == text.npos ? std::string_view() : text.substr(open + 1, close - open - 1);
}

// Where the value begins of `spec.field = ...`; npos where the line is none.
size_t FieldAt(std::string_view line, std::string_view field) {
  const size_t dot = line.find('.');
  if (dot == line.npos || !line.substr(dot + 1).starts_with(field)) return line.npos;
  const std::string_view rest = StripLeft(line.substr(dot + 1 + field.size()));
  return rest.starts_with('=') ? line.size() - rest.size() + 1 : line.npos;
}

void ReadAuthors(std::string_view line, size_t at, Theme& theme) {
  while (true) {
    const size_t open = line.find_first_of("\"'", at);
    const size_t close = open == line.npos ? open : line.find(line[open], open + 1);
    if (close == line.npos) return;
    theme.authors += (theme.authors.empty() ? "" : ", ") + std::string(line.substr(open + 1, close - open - 1));
    at = close + 1;
  }
}

// What the gem finds in the source of a .gemspec without running it.
void ReadGemspec(std::string_view text, Theme& theme) {
  std::string summary;
  for (const std::string_view line : Split(text, '\n')) {
    for (const std::string_view method : {".add_dependency", ".add_runtime_dependency"}) {
      if (const size_t at = line.find(method); at != line.npos)
        theme.runtime_dependencies.emplace_back(Quoted(line, at));
    }
    if (const size_t at = FieldAt(line, "version"); at != line.npos && !Quoted(line, at).empty())
      theme.version = Quoted(line, at);
    if (const size_t at = FieldAt(line, "summary"); at != line.npos) summary = Quoted(line, at);
    if (const size_t at = FieldAt(line, "description"); at != line.npos) theme.description = Quoted(line, at);
    if (const size_t at = FieldAt(line, "authors"); at != line.npos) ReadAuthors(line, at, theme);
  }
  if (theme.description.empty()) theme.description = summary;
}

Theme MakeTheme(const Site& site, std::string root, std::string name) {
  const FileSource& files = site.machine.files;
  Theme theme;
  theme.name = std::move(name);
  theme.version = "0.0.0";
  theme.root = files.RealPath(root).value_or(root);
  for (const std::string& gemspec : {theme.name, "jekyll-theme-" + theme.name}) {
    const Result<std::string> text = files.Read(JoinPath(theme.root, gemspec + ".gemspec"));
    if (!text) continue;
    ReadGemspec(*text, theme);
    break;
  }
  FindThemeFolders(site.machine.files, theme);
  return theme;
}

std::string LocalRoot(const Site& site, const std::string& text) {
  const Env& env = site.machine.env;
  if (text.starts_with("~/")) return JoinPath(env.Get("HOME").value_or("/"), text.substr(2));
  return ExpandPath(text, env.WorkingDirectory());
}

Result<std::optional<Theme>> Invalid(const Site& site, const std::string& text) {
  site.log.Error(kTopic, "\"" + text + "\" is not a valid remote theme");
  return std::optional<Theme>();
}

bool IsTurnedOn(const Site& site) {
  const auto names = [&](const char* list) {
    const std::vector<std::string> gems = site.config().Texts(list);
    return std::find(gems.begin(), gems.end(), "jekyll-remote-theme") != gems.end();
  };
  return names("plugins") && (!site.config().Truthy("safe") || names("whitelist"));
}

}  // namespace

Result<std::optional<Theme>> FindRemoteTheme(const Site& site) {
  const Value asked = site.Setting("remote_theme");
  if (!asked.Truthy() || !IsTurnedOn(site)) return std::optional<Theme>();
  const std::string text(Strip(site.TextOf(asked)));
  const FileSource& files = site.machine.files;
  if (IsPath(text)) {
    const std::string root = LocalRoot(site, text);
    if (!files.Stat(root).is_directory()) return Invalid(site, text);
    return std::optional<Theme>(MakeTheme(site, root, DowncaseAscii(BaseName(root))));
  }
  const std::optional<RemoteName> name = ParseName(site, DowncaseAscii(text));
  if (!name) return Invalid(site, DowncaseAscii(text));
  site.log.Info(kTopic, "Using theme " + name->owner + "/" + name->name);
  const std::string folder = std::string(kFolder) + "/" + name->owner + "/" + name->name;
  const std::string root = site.InSourceDir(folder);
  if (!files.Stat(root).is_directory())
    return Missing(*name, "The remote theme " + name->Text() + " is not in " + folder + ".");
  if (Status status = CheckLock(site, *name); !status) return status.error();
  return std::optional<Theme>(MakeTheme(site, root, name->name));
}

}  // namespace tincture::engine
