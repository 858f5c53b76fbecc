#include "engine/read/gem_finder.h"

#include <array>

#include "engine/model/string_edit.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

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
  for (const auto& [open, close] : {std::pair{"%q<", ">"}, std::pair{"\"", "\""}, std::pair{"'", "'"}}) {
    const std::string_view text = Between(line, method, open, close);
    if (!text.empty()) return text;
  }
  return {};
}

bool ReadSpecification(const FileSource& files, const std::string& path, Gem& gem) {
  const Result<std::string> text = files.Read(path);
  if (!text) return false;
  for (const std::string_view line : Split(*text, '\n')) {
    for (const std::string_view method : {"add_runtime_dependency", "add_dependency"}) {
      const size_t at = line.find(method);
      if (at == std::string_view::npos) continue;
      gem.runtime_dependencies.emplace_back(SpecificationText(line, at));
      break;
    }
    if (const size_t authors = line.find(".authors = "); authors != std::string_view::npos)
      gem.authors = SpecificationText(line, authors);
    if (const size_t summary = line.find(".summary = "); summary != std::string_view::npos)
      gem.description = SpecificationText(line, summary);
  }
  return true;
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

class Finder {
 public:
  Finder(const Configuration& configuration, const Machine& machine, const std::string& name)
      : configuration_(configuration), env_(machine.env), files_(machine.files), name_(name) {}

  std::optional<Gem> Find() {
    // What the user names comes first, whatever version lies elsewhere.
    for (const std::string& folder : configuration_.theme_folders()) {
      LookIn(folder);
      LookIn(JoinPath(folder, "gems"));
    }
    LookAtSourceItself();
    if (best_) return best_;
    for (const std::string& folder : InstalledGemFolders()) LookIn(JoinPath(folder, "gems"));
    return best_;
  }

 private:
  void LookIn(const std::string& folder) {
    for (const std::string& entry : GlobFolder(files_, folder)) {
      const bool plain = entry == name_;
      if (!plain && !entry.starts_with(name_ + "-")) continue;
      const std::string version = plain ? "0" : entry.substr(name_.size() + 1);
      if (version.empty() || !IsDigit(version[0])) continue;
      if (best_ && VersionNumbers(version) <= VersionNumbers(best_->version)) continue;
      Take(JoinPath(folder, entry), version,
           JoinPath(std::string(DirName(folder)), "specifications/" + entry + ".gemspec"));
    }
  }

  // A theme's own repository: `gemspec` in the Gemfile makes Bundler find it in the source.
  void LookAtSourceItself() {
    const std::string specification = JoinPath(configuration_.source(), name_ + ".gemspec");
    if (!best_ && files_.Stat(specification).is_file()) Take(configuration_.source(), "0", specification);
  }

  void Take(const std::string& path, const std::string& version, const std::string& specification) {
    best_ = Gem{};
    best_->name = name_;
    best_->version = version;
    best_->path = files_.RealPath(path).value_or(path);
    if (ReadSpecification(files_, specification, *best_)) return;
    (void)ReadSpecification(files_, JoinPath(path, name_ + ".gemspec"), *best_);
  }

  // <folder>/<any>/<suffix>.
  void AddBelow(const std::string& folder, std::string_view suffix, std::vector<std::string>& found) const {
    for (const std::string& name : GlobFolder(files_, folder)) {
      const std::string path = JoinPath(folder, name);
      found.push_back(suffix.empty() ? path : JoinPath(path, suffix));
    }
  }

  // Folders that may hold gems/<name>-<version>: the environment's, Bundler's, the user's, the system's.
  std::vector<std::string> InstalledGemFolders() const {
    std::vector<std::string> folders;
    const std::string gem_path = env_.Get("GEM_PATH").value_or("");
    for (const std::string_view folder : Split(gem_path, ':')) folders.emplace_back(folder);
    if (const auto gem_home = env_.Get("GEM_HOME")) folders.push_back(*gem_home);
    AddBelow(JoinPath(BundleFolder(), "ruby"), "", folders);
    if (const auto home = env_.Get("HOME")) {
      AddBelow(JoinPath(*home, ".gem/ruby"), "", folders);
      AddBelow(JoinPath(*home, ".local/share/gem/ruby"), "", folders);
      for (const std::string& version : GlobFolder(files_, JoinPath(*home, ".rbenv/versions"))) {
        AddBelow(JoinPath(*home, ".rbenv/versions/" + version + "/lib/ruby/gems"), "", folders);
      }
      AddBelow(JoinPath(*home, ".rvm/gems"), "", folders);
    }
    AddBelow("/usr/share/rubygems-integration", "", folders);
    for (const char* system : {"/var/lib/gems", "/usr/local/lib/ruby/gems", "/usr/lib/ruby/gems"}) {
      AddBelow(system, "", folders);
    }
    return folders;
  }

  // BUNDLE_PATH of the environment, else of .bundle/config, else vendor/bundle.
  std::string BundleFolder() const {
    std::string path = env_.Get("BUNDLE_PATH").value_or("");
    const Result<std::string> settings = files_.Read(JoinPath(configuration_.source(), ".bundle/config"));
    if (path.empty() && settings) {
      const size_t at = settings->find("BUNDLE_PATH:");
      if (at != std::string::npos) path = Between(*settings, at, "\"", "\"");
    }
    return ExpandPath(path.empty() ? "vendor/bundle" : path, configuration_.source());
  }

  const Configuration& configuration_;
  const Env& env_;
  const FileSource& files_;
  const std::string& name_;
  std::optional<Gem> best_;
};

// The themes of GitHub Pages (github-pages v232) and of `jekyll new`.
const std::array<KnownTheme, 14> kKnownThemes = {{
    {"jekyll-theme-primer",
     "default, home, page, post",
     "head-custom",
     "assets/css/style.css",
     {"jekyll-seo-tag", "jekyll-github-metadata"}},
    {"minima",
     "default, home, page, post",
     "head, header, footer, social",
     "assets/main.css",
     {"jekyll-feed", "jekyll-seo-tag"}},
    {"jekyll-theme-architect", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-cayman", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-dinky", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-hacker", "default, post", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-leap-day", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-merlot", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-midnight", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-minimal", "default, post", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-modernist", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-slate", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-tactile", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
    {"jekyll-theme-time-machine", "default", "head-custom", "assets/css/style.css", {"jekyll-seo-tag"}},
}};

}  // namespace

std::optional<Gem> FindGem(const Configuration& configuration, const Machine& machine, const std::string& name) {
  return Finder(configuration, machine, name).Find();
}

const KnownTheme* FindKnownTheme(std::string_view name) {
  for (const KnownTheme& theme : kKnownThemes) {
    if (theme.name == name) return &theme;
  }
  return nullptr;
}

}  // namespace tincture::engine
