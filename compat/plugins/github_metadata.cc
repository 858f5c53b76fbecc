// jekyll-github-metadata 2.15.0 as it is without a network: site.github, and title, description, url and baseurl where
// the configuration has none. All is told from the repository's name and the environment; what only GitHub could tell
// is nil, or false where the gem's is. Golden cases: tests/golden/plugins/jekyll-github-metadata.
#include <algorithm>
#include <array>

#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/uri.h"
#include "liquid/exec/tag.h"
#include "liquid/support/utf8.h"
#include "liquid/value/drop.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kTopic = "GitHub Metadata:";

Error NoRepositoryError() {
  return {.kind = "Jekyll::GitHubMetadata::RepositoryFinder::NoRepositoryError",
          .message =
              "No repo name found. Specify using PAGES_REPO_NWO environment variables, 'repository' in your "
              "configuration, or set up an 'origin' git remote pointing to your github.com repository.",
          .hint = "Add `repository: owner/name` to _config.yml."};
}

// Jekyll::GitHubMetadata::Pages: where GitHub and its pages are, by the environment.
class Pages {
 public:
  explicit Pages(const Site& site) : site_(site) {}

  std::string Env() const { return Variable("PAGES_ENV", site_.Env("JEKYLL_ENV"), "development"); }
  std::string ApiUrl() const {
    return Trimmed(Variable("PAGES_API_URL", site_.Env("API_URL"), "https://api.github.com"));
  }
  std::string HelpUrl() const {
    return Trimmed(Variable("PAGES_HELP_URL", site_.Env("HELP_URL"), "https://help.github.com"));
  }
  std::string GithubHostname() const {
    return Trimmed(Variable("PAGES_GITHUB_HOSTNAME", site_.Env("GITHUB_HOSTNAME"), "github.com"));
  }
  std::string PagesHostname() const {
    std::optional<std::string> otherwise = site_.Env("PAGES_HOSTNAME");
    if (!otherwise && Env() == "development") otherwise = "localhost:4000";
    return Trimmed(Variable("PAGES_PAGES_HOSTNAME", otherwise, "github.io"));
  }
  std::string Scheme() const { return Variable("SSL", {}, "false") == "true" || Env() == "test" ? "https" : "http"; }
  std::string GithubUrl() const {
    const std::string hostname = GithubHostname();
    return Env() == "dotcom" || hostname == "github.com" ? "https://github.com" : Scheme() + "://" + hostname;
  }
  bool IsEnterprise() const { return Env() == "enterprise"; }
  bool HasCustomDomains() const { return Env() == "dotcom" || Env() == "test"; }
  bool IsolatesSubdomains() const { return Variable("SUBDOMAIN_ISOLATION", {}, "false") == "true"; }
  bool IsPageBuild() const { return !Variable("PAGE_BUILD_ID", {}, "").empty(); }

 private:
  std::string Variable(const char* name, const std::optional<std::string>& otherwise, const char* last) const {
    const std::string value = site_.Env(name).value_or("");
    return value.empty() ? otherwise.value_or(last) : value;
  }
  static std::string Trimmed(std::string url) {
    if (url.ends_with('/')) url.pop_back();
    return url;
  }

  const Site& site_;
};

// Jekyll::GitHubMetadata::Repository.
struct Repository {
  std::string nwo;  // owner/name
  std::string owner;
  std::string name;
  bool is_user_page = false;
  std::string html_url;  // of the site
  std::string host_url;  // the same without its path
  std::string baseurl;

  std::string Branch() const { return is_user_page ? "master" : "gh-pages"; }
};

std::string UserDomain(const Pages& pages, const std::string& owner) {
  if (!pages.IsEnterprise() && owner == "github") return AsciiLower(owner + "." + pages.GithubHostname());
  return AsciiLower(pages.IsEnterprise() ? pages.PagesHostname() : owner + "." + pages.PagesHostname());
}

bool IsUserPage(const Pages& pages, const Repository& repository) {
  const std::string name = AsciiLower(repository.name);
  if (pages.IsEnterprise()) return name == AsciiLower(repository.owner) + "." + pages.GithubHostname();
  return name == UserDomain(pages, repository.owner) || name == AsciiLower(repository.owner + ".github.com");
}

std::string HtmlUrl(const Pages& pages, const Repository& repository) {
  if (!pages.HasCustomDomains()) {
    const std::string path = repository.is_user_page ? repository.owner : repository.nwo;
    if (pages.IsolatesSubdomains()) return pages.Scheme() + "://" + pages.PagesHostname() + "/" + path;
    return pages.GithubUrl() + "/pages/" + path;
  }
  const std::string domain = UserDomain(pages, repository.owner);
  const bool secure = repository.owner == "github" && domain.ends_with(".github.com");
  const std::string url = (secure ? "https://" : "http://") + domain;
  return repository.is_user_page ? url : url + "/" + repository.name;
}

Repository MakeRepository(const Pages& pages, const std::string& nwo) {
  Repository repository;
  repository.nwo = nwo;
  repository.owner = nwo.substr(0, nwo.find('/'));
  repository.name = nwo.substr(nwo.rfind('/') + 1);
  repository.is_user_page = IsUserPage(pages, repository);
  repository.html_url = HtmlUrl(pages, repository);
  const size_t path =
      std::min(repository.html_url.find('/', repository.html_url.find("://") + 3), repository.html_url.size());
  repository.host_url = repository.html_url.substr(0, path);
  repository.baseurl = repository.html_url.substr(path);
  return repository;
}

bool IsNameCharacter(char c) { return IsAlnum(c) || c == '_' || c == '-'; }

// "owner/name" of git@github.com:owner/name.git or https://github.com/owner/name; empty where it is none.
std::string NameWithOwner(std::string url, const std::string& hostname) {
  if (url.ends_with(".git")) url.resize(url.size() - 4);
  for (size_t at = url.find(hostname); at != url.npos; at = url.find(hostname, at + 1)) {
    const size_t owner = at + hostname.size() + 1;
    if (owner > url.size() || (url[owner - 1] != ':' && url[owner - 1] != '/')) continue;
    size_t slash = owner;
    while (slash < url.size() && IsNameCharacter(url[slash])) ++slash;
    size_t end = slash + 1;
    while (end < url.size() && (IsNameCharacter(url[end]) || url[end] == '.')) ++end;
    if (slash > owner && slash < url.size() && url[slash] == '/' && end > slash + 1)
      return url.substr(owner, end - owner);
  }
  return {};
}

// RepositoryFinder#nwo: the environment, the configuration, and while developing the remote named origin.
std::optional<Repository> FindRepository(const Site& site) {
  const Pages pages(site);
  std::string nwo = site.Env("PAGES_REPO_NWO").value_or("");
  const Value configured = Setting(site, "repository");
  if (nwo.empty() && configured.IsString() && configured.AsString().find('/') != std::string_view::npos) {
    nwo = configured.AsString();
  }
  if (nwo.empty() && (site.environment() == "development" || site.environment() == "test")) {
    nwo = NameWithOwner(site.OriginUrl(), pages.GithubHostname());
  }
  if (nwo.empty()) return std::nullopt;
  return MakeRepository(pages, nwo);
}

// site.github.
class MetadataDrop : public Drop {
 public:
  MetadataDrop(const Site& site, std::optional<Repository> repository, const Hash* overrides)
      : site_(site), pages_(site), repository_(std::move(repository)), overrides_(overrides) {}

  std::string_view ClassName() const override { return "Jekyll::GitHubMetadata::MetadataDrop"; }

  bool Find(const Symbol& key, DropAccess& access, Value* out) const override;

  Value Keys(DropAccess& access) const override;

 private:
  // One key: what it is told from, and whether GitHub would know better.
  struct Key {
    std::string_view name;
    enum class From { kMachine, kRepository, kNetwork } from;
    Value (MetadataDrop::*get)(Arena& arena) const;
  };
  static const std::array<Key, 40> kKeys;

  const Repository& repository() const { return *repository_; }
  static Value Text(Arena& arena, std::string_view text) { return Value::String(arena.Copy(text)); }
  Value RepositoryUrl(Arena& arena, std::string_view rest) const {
    return Text(arena, pages_.GithubUrl() + "/" + repository().owner + "/" + repository().name + std::string(rest));
  }

  Value ApiUrl(Arena& arena) const { return Text(arena, pages_.ApiUrl()); }
  Value BaseUrl(Arena& arena) const { return Text(arena, repository().baseurl); }
  Value BuildRevision(Arena& arena) const {
    const auto set = site_.Env("JEKYLL_BUILD_REVISION");
    return Text(arena, set ? *set : site_.Revision());
  }
  Value CloneUrl(Arena& arena) const { return RepositoryUrl(arena, ".git"); }
  Value Environment(Arena& arena) const { return Text(arena, pages_.Env()); }
  Value HelpUrl(Arena& arena) const { return Text(arena, pages_.HelpUrl()); }
  Value Hostname(Arena& arena) const { return Text(arena, pages_.GithubHostname()); }
  Value IsProjectPage(Arena&) const { return Value::Bool(!repository().is_user_page); }
  Value IsUserPage(Arena&) const { return Value::Bool(repository().is_user_page); }
  Value Owner(Arena& arena) const;
  Value OwnerGravatarUrl(Arena& arena) const {
    return Text(arena, pages_.GithubUrl() + "/" + repository().owner + ".png");
  }
  Value OwnerName(Arena& arena) const { return Text(arena, repository().owner); }
  Value OwnerUrl(Arena& arena) const { return Text(arena, pages_.GithubUrl() + "/" + repository().owner); }
  Value PagesHostname(Arena& arena) const { return Text(arena, pages_.PagesHostname()); }
  Value ReleasesUrl(Arena& arena) const { return RepositoryUrl(arena, "/releases"); }
  Value RepositoryName(Arena& arena) const { return Text(arena, repository().name); }
  Value RepositoryNwo(Arena& arena) const { return Text(arena, repository().nwo); }
  Value RepositoryItself(Arena& arena) const { return RepositoryUrl(arena, ""); }
  Value Source(Arena& arena) const;
  Value TarUrl(Arena& arena) const { return RepositoryUrl(arena, "/tarball/" + repository().Branch()); }
  Value Url(Arena& arena) const { return Text(arena, repository().html_url); }
  Value Versions(Arena& arena) const;
  Value ZipUrl(Arena& arena) const { return RepositoryUrl(arena, "/zipball/" + repository().Branch()); }
  // What the gem's failed request leaves behind.
  Value Nil(Arena&) const { return {}; }
  Value False(Arena&) const { return Value::Bool(false); }

  void WarnOnce() const;
  Value Merged(Arena& arena, const Value& own, const Value& over) const;

  const Site& site_;
  const Pages pages_;
  const std::optional<Repository> repository_;
  const Hash* overrides_;  // `github:` of the configuration, or null
};

const std::array<MetadataDrop::Key, 40> MetadataDrop::kKeys = {{
    {"api_url", Key::From::kMachine, &MetadataDrop::ApiUrl},
    {"archived", Key::From::kNetwork, &MetadataDrop::Nil},
    {"baseurl", Key::From::kRepository, &MetadataDrop::BaseUrl},
    {"build_revision", Key::From::kMachine, &MetadataDrop::BuildRevision},
    {"clone_url", Key::From::kRepository, &MetadataDrop::CloneUrl},
    {"contributors", Key::From::kNetwork, &MetadataDrop::False},
    {"disabled", Key::From::kNetwork, &MetadataDrop::Nil},
    {"environment", Key::From::kMachine, &MetadataDrop::Environment},
    {"help_url", Key::From::kMachine, &MetadataDrop::HelpUrl},
    {"hostname", Key::From::kMachine, &MetadataDrop::Hostname},
    {"is_project_page", Key::From::kRepository, &MetadataDrop::IsProjectPage},
    {"is_user_page", Key::From::kRepository, &MetadataDrop::IsUserPage},
    {"issues_url", Key::From::kNetwork, &MetadataDrop::Nil},
    {"language", Key::From::kNetwork, &MetadataDrop::Nil},
    {"latest_release", Key::From::kNetwork, &MetadataDrop::False},
    {"license", Key::From::kNetwork, &MetadataDrop::Nil},
    {"organization_members", Key::From::kNetwork, &MetadataDrop::Nil},
    {"owner", Key::From::kNetwork, &MetadataDrop::Owner},
    {"owner_display_name", Key::From::kNetwork, &MetadataDrop::Nil},
    {"owner_gravatar_url", Key::From::kRepository, &MetadataDrop::OwnerGravatarUrl},
    {"owner_name", Key::From::kRepository, &MetadataDrop::OwnerName},
    {"owner_url", Key::From::kRepository, &MetadataDrop::OwnerUrl},
    {"pages_env", Key::From::kMachine, &MetadataDrop::Environment},
    {"pages_hostname", Key::From::kMachine, &MetadataDrop::PagesHostname},
    {"private", Key::From::kNetwork, &MetadataDrop::Nil},
    {"project_tagline", Key::From::kNetwork, &MetadataDrop::Nil},
    {"project_title", Key::From::kRepository, &MetadataDrop::RepositoryName},
    // The gem's own request fails with a NoMethodError here.
    {"public_repositories", Key::From::kNetwork, &MetadataDrop::Nil},
    {"releases", Key::From::kNetwork, &MetadataDrop::False},
    {"releases_url", Key::From::kRepository, &MetadataDrop::ReleasesUrl},
    {"repository_name", Key::From::kRepository, &MetadataDrop::RepositoryName},
    {"repository_nwo", Key::From::kRepository, &MetadataDrop::RepositoryNwo},
    {"repository_url", Key::From::kRepository, &MetadataDrop::RepositoryItself},
    {"show_downloads", Key::From::kNetwork, &MetadataDrop::Nil},
    {"source", Key::From::kRepository, &MetadataDrop::Source},
    {"tar_url", Key::From::kRepository, &MetadataDrop::TarUrl},
    {"url", Key::From::kRepository, &MetadataDrop::Url},
    {"versions", Key::From::kMachine, &MetadataDrop::Versions},
    {"wiki_url", Key::From::kNetwork, &MetadataDrop::Nil},
    {"zip_url", Key::From::kRepository, &MetadataDrop::ZipUrl},
}};

// What the gem github-pages 232 says of itself: what it is locked to, then what GitHub runs it with
// (pages.github.com/versions): Ruby, html-pipeline and nokogiri are whatever is installed. Without that gem there are
// none.
constexpr std::pair<std::string_view, std::string_view> kPagesVersions[] = {
    {"jekyll", "3.10.0"},
    {"jekyll-sass-converter", "1.5.2"},
    {"kramdown", "2.4.0"},
    {"kramdown-parser-gfm", "1.1.0"},
    {"jekyll-commonmark-ghpages", "0.5.1"},
    {"liquid", "4.0.4"},
    {"rouge", "3.30.0"},
    {"github-pages-health-check", "1.18.2"},
    {"jekyll-redirect-from", "0.16.0"},
    {"jekyll-sitemap", "1.4.0"},
    {"jekyll-feed", "0.17.0"},
    {"jekyll-gist", "1.5.0"},
    {"jekyll-paginate", "1.1.0"},
    {"jekyll-coffeescript", "1.2.2"},
    {"jekyll-seo-tag", "2.8.0"},
    {"jekyll-github-metadata", "2.16.1"},
    {"jekyll-avatar", "0.8.0"},
    {"jekyll-remote-theme", "0.4.3"},
    {"jekyll-include-cache", "0.2.1"},
    {"jemoji", "0.13.0"},
    {"jekyll-mentions", "1.6.0"},
    {"jekyll-relative-links", "0.6.1"},
    {"jekyll-optional-front-matter", "0.3.2"},
    {"jekyll-readme-index", "0.3.0"},
    {"jekyll-default-layout", "0.1.5"},
    {"jekyll-titles-from-headings", "0.5.3"},
    {"minima", "2.5.1"},
    {"jekyll-swiss", "1.0.0"},
    {"jekyll-theme-primer", "0.6.0"},
    {"jekyll-theme-architect", "0.2.0"},
    {"jekyll-theme-cayman", "0.2.0"},
    {"jekyll-theme-dinky", "0.2.0"},
    {"jekyll-theme-hacker", "0.2.0"},
    {"jekyll-theme-leap-day", "0.2.0"},
    {"jekyll-theme-merlot", "0.2.0"},
    {"jekyll-theme-midnight", "0.2.0"},
    {"jekyll-theme-minimal", "0.2.0"},
    {"jekyll-theme-modernist", "0.2.0"},
    {"jekyll-theme-slate", "0.2.0"},
    {"jekyll-theme-tactile", "0.2.0"},
    {"jekyll-theme-time-machine", "0.2.0"},
    {"ruby", "3.3.4"},
    {"github-pages", "232"},
    {"html-pipeline", "2.14.3"},
    {"sass", "3.7.4"},
    {"safe_yaml", "1.0.5"},
    {"nokogiri", "1.16.7"},
};

Value MetadataDrop::Versions(Arena& arena) const {
  HashBuilder versions(arena);
  if (!site_.profile().github_pages_configuration) return versions.BuildValue();
  for (const auto& [name, version] : kPagesVersions) versions.Set(name, Value::String(version));
  return versions.BuildValue();
}

Value MetadataDrop::Owner(Arena& arena) const {
  constexpr std::string_view kFacts[] = {"avatar_url",
                                         "bio",
                                         "blog",
                                         "collaborators",
                                         "company",
                                         "created_at",
                                         "description",
                                         "email",
                                         "followers",
                                         "following",
                                         "has_organization_projects",
                                         "has_repository_projects",
                                         "hireable",
                                         "html_url",
                                         "id",
                                         "is_verified",
                                         "location",
                                         "login",
                                         "name",
                                         "node_id",
                                         "public_gists",
                                         "public_repos",
                                         "type",
                                         "updated_at"};
  HashBuilder owner(arena);
  for (const std::string_view fact : kFacts) owner.Set(fact, {});
  return owner.BuildValue();
}

Value MetadataDrop::Source(Arena& arena) const {
  HashBuilder source(arena);
  source.Set("branch", Text(arena, repository().Branch()));
  source.Set("path", Value::String("/"));
  return source.BuildValue();
}

void MetadataDrop::WarnOnce() const {
  site_.LogOnce(LogLevel::kWarn, kTopic,
                "No internet connection is used. What only GitHub knows is missing in site.github; set it under "
                "`github:` in _config.yml.");
}

// Utils.deep_merge_hashes.
Value MetadataDrop::Merged(Arena& arena, const Value& own, const Value& over) const {
  if (over.IsNil()) return own;
  if (!own.IsHash() || !over.IsHash()) return over;
  HashBuilder merged(arena, own.AsHash());
  for (const Hash::Entry& entry : over.AsHash().entries()) {
    const Value* mine = merged.Find(entry.key);
    merged.Set(entry.key, mine ? Merged(arena, *mine, entry.value) : entry.value);
  }
  return merged.BuildValue();
}

bool MetadataDrop::Find(const Symbol& key, DropAccess& access, Value* out) const {
  const Value over = overrides_ ? overrides_->Get(key) : Value();
  const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& known) { return known.name == key.text; });
  Value own;
  if (found != kKeys.end() && (over.IsNil() || over.IsHash())) {
    if (found->from != Key::From::kMachine && !repository_) {
      access.error = NoRepositoryError();
      return true;
    }
    if (found->from == Key::From::kNetwork) WarnOnce();
    own = (this->*found->get)(access.arena);
  }
  *out = Merged(access.arena, own, over);
  return found != kKeys.end() || !over.IsNil();
}

Value MetadataDrop::Keys(DropAccess& access) const {
  std::vector<Value> keys;
  for (const Key& key : kKeys) keys.push_back(Value::String(key.name));
  return Value::Array(access.arena, keys);
}

// A setting that is told from the repository where there is none: reading it ends the build, as the gem's does.
class UnknownSetting : public Drop {
 public:
  std::string_view ClassName() const override { return "Jekyll::GitHubMetadata::Value"; }
  bool IsHashLike() const override { return false; }
  bool Find(const Symbol&, DropAccess& access, Value*) const override {
    access.error = NoRepositoryError();
    return true;
  }
  void AppendTo(DropAccess& access, std::string&) const override { access.error = NoRepositoryError(); }
};

// {% github_edit_link "Improve this page" %}
class EditLink : public liquid::Tag {
 public:
  EditLink(const Site& site, std::string_view markup) : site_(site), text_(Quoted(markup)) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    LiquidView view(context);
    const std::string url = Url(view);
    if (context.failed()) return;
    output.Append(text_ ? "<a href=\"" + url + "\">" + *text_ + "</a>" : url);
  }

 private:
  static std::optional<std::string> Quoted(std::string_view markup) {
    const size_t open = markup.find_first_of("\"'");
    if (open == markup.npos) return std::nullopt;
    const size_t close = markup.rfind(markup[open]);
    if (close == open) return std::nullopt;
    return std::string(markup.substr(open + 1, close - open - 1));
  }

  static std::string Normalized(std::string part, bool is_last) {
    if (part.starts_with('/')) part.erase(0, 1);
    if (!is_last && !part.ends_with('/')) part += '/';
    return part == "/" ? "" : part;
  }

  std::string Url(LiquidView& view) const {
    const Value github = view.Get(view.context().Global("site"), "github");
    const Value source = view.Get(github, "source");
    const Value parts[] = {view.Get(github, "repository_url"), Value::String("edit/"), view.Get(source, "branch"),
                           view.Get(source, "path"), view.Get(view.context().Register("page"), "path")};
    std::string url;
    for (const Value& part : parts) {
      if (part.IsNil()) {
        site_.Log(LogLevel::kWarn, "JekyllEditLink: ", "Cannot generate edit URLs due to missing site.github data");
        return {};
      }
      url += Normalized(view.Text(part), &part == std::end(parts) - 1);
    }
    const Result<std::string> normal = text::NormalizeUri(url);
    return normal ? *normal : url;
  }

  const Site& site_;
  std::optional<std::string> text_;
};

class GithubMetadata : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("github_edit_link", [&site](liquid::TagParser& parser) {
      return std::make_unique<EditLink>(site, parser.markup());
    });
  }

  Status OnSite(SiteEvent event, Site& site) override {
    if (event == SiteEvent::kAfterInit) SetDefaults(site);
    if (event == SiteEvent::kPreRender) SetMetadata(site);
    return {};
  }

 private:
  void SetDefaults(Site& site) {
    repository_ = FindRepository(site);
    if (Setting(site, "name").Truthy() && !Setting(site, "title").Truthy()) {
      site.Log(LogLevel::kWarn, kTopic,
               "site.name is set in _config.yml, but many plugins and themes expect site.title to be used instead. To "
               "avoid potential inconsistency, Jekyll GitHub Metadata will not set site.title to the repository's "
               "name.");
    } else {
      SetDefault(site, "title",
                 repository_ ? (repository_->is_user_page ? repository_->owner : repository_->name) : "");
    }
    SetDefault(site, "description", std::nullopt);
    if (site.environment() != "production" && !Pages(site).IsPageBuild()) return;
    SetDefault(site, "url", repository_ ? repository_->host_url : "");
    const Value baseurl = Setting(site, "baseurl");
    const bool is_unset = baseurl.IsNil() || (baseurl.IsString() && baseurl.AsString() == "/");
    if (is_unset) site.SetConfig("baseurl", TextOrUnknown(site, repository_ ? repository_->baseurl : ""));
  }

  // `text`: nothing for what only GitHub knows.
  void SetDefault(Site& site, std::string_view key, const std::optional<std::string>& text) {
    if (!Setting(site, Symbol(key)).Truthy()) site.SetConfig(key, TextOrUnknown(site, text));
  }

  Value TextOrUnknown(Site& site, const std::optional<std::string>& text) {
    if (!repository_) return Value::OfDrop(&unknown_);
    return text ? Value::String(site.arena().Copy(*text)) : Value();
  }

  void SetMetadata(Site& site) {
    const Value configured = Setting(site, "github");
    if (!configured.IsNil() && !configured.IsHash()) return;
    drop_ = std::make_unique<MetadataDrop>(site, repository_, configured.IsHash() ? &configured.AsHash() : nullptr);
    site.SetConfig("github", Value::OfDrop(drop_.get()));
  }

  std::optional<Repository> repository_;
  std::unique_ptr<MetadataDrop> drop_;
  UnknownSetting unknown_;
};

}  // namespace

std::unique_ptr<Plugin> MakeGithubMetadata() { return std::make_unique<GithubMetadata>(); }

}  // namespace tincture::compat::plugins
