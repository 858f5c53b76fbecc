// `doctor`: Jekyll's checks (lib/jekyll/commands/doctor.rb), and what of this site will not work here: plugins that are
// not built in, Ruby files, a missing theme, settings that mean nothing to us. Exit status 1 where anything is wrong.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "compat/text/case.h"
#include "engine/build/build.h"
#include "engine/build/conflicts.h"
#include "engine/cli/session.h"
#include "engine/model/encoding.h"
#include "engine/model/site.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

class Doctor {
 public:
  explicit Doctor(const Site& site) : site_(site) {}

  bool IsHealthy() {
    bool healthy = !UsesRelativePermalinks();
    healthy &= !HasConflicts();
    healthy &= !UrlsDifferByCase();
    healthy &= HasProperUrl();
    healthy &= PostsAreGathered();
    healthy &= EverythingIsSupported();
    return healthy && site_.missing_parts.empty();
  }

 private:
  void Warn(std::string_view topic, const std::string& message) const { site_.log.Warn(topic, message); }

  bool UsesRelativePermalinks() const {
    if (!site_.Setting("relative_permalinks").Truthy()) return false;
    Warn("Deprecation:", "Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.");
    return true;
  }

  // Site#each_site_file: where each goes and what it is made of.
  std::vector<std::pair<std::string, std::string>> Destinations() const {
    std::vector<std::pair<std::string, std::string>> all;
    const std::string& destination = site_.destination();
    for (const Page* page : site_.pages) {
      if (const auto path = page->Destination(destination)) all.emplace_back(*path, NameInConflict(*page));
    }
    for (const StaticFile* file : site_.static_files) {
      if (file->Write()) all.emplace_back(file->Destination(destination), file->path);
    }
    for (const auto& collection : site_.collections) {
      for (const Document* document : collection->docs) {
        if (!document->Write()) continue;
        if (const auto path = document->Destination(destination)) all.emplace_back(*path, NameInConflict(*document));
      }
    }
    return all;
  }

  bool HasConflicts() const { return WarnOfConflicts(Destinations(), site_.log); }

  bool UrlsDifferByCase() const {
    std::map<std::string, std::vector<std::string>> by_name;
    for (const auto& [path, source] : Destinations()) {
      std::vector<std::string>& paths = by_name[text::Downcase(path)];
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
    bool any = false;
    for (const auto& [name, paths] : by_name) {
      if (paths.size() < 2) continue;
      std::string list = paths.front();
      for (size_t i = 1; i < paths.size(); ++i) list += ", " + paths[i];
      Warn("Warning:",
           "The following URLs only differ by case. On a case-insensitive file system one of the URLs will "
           "be overwritten by the other: " +
               list);
      any = true;
    }
    return any;
  }

  bool HasProperUrl() const {
    const Value url = site_.Setting("url");
    const bool is_missing = url.IsNil() || (url.IsString() && url.AsString().empty());
    if (is_missing) {
      Warn("Warning:", "You didn't set an URL in the config file, you may encounter problems with some plugins.");
    }
    if (!url.IsNil() && !url.IsString()) {
      Warn("Warning:", "The site URL does not seem to be valid, check the value of `url` in your config file.");
    }
    if (url.IsString() && IsAbsolute(url.AsString())) return true;
    Warn("Warning:", "Your site URL does not seem to be absolute, check the value of `url` in your config file.");
    return false;
  }

  // Addressable: a scheme makes it so.
  static bool IsAbsolute(std::string_view url) {
    const size_t colon = url.find(':');
    if (colon == std::string_view::npos || colon == 0 || !IsAlpha(url[0])) return false;
    return url.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
  }

  bool PostsAreGathered() const {
    const std::string collections_dir(site_.config().Text("collections_dir"));
    const std::string at_root = site_.InSourceDir("_posts");
    if (collections_dir.empty() || !site_.machine.files.Stat(at_root).is_directory()) return true;
    Warn("Warning:", "Detected '_posts' directory outside custom `collections_dir`!");
    Warn("", "Please move '" + at_root + "' into the custom directory at '" + site_.InSourceDir(collections_dir) + "'");
    return false;
  }

  // Settings that change the site in Jekyll and do not here.
  bool EverythingIsSupported() const {
    bool all = true;
    const auto unsupported = [&](const std::string& setting, const std::string& what) {
      Warn("Not supported:", "`" + setting + "`: " + what);
      all = false;
    };
    if (site_.Setting("lsi").Truthy()) unsupported("lsi", "related posts are the newest ones.");
    if (site_.config().Text("highlighter") == "pygments")
      unsupported("highlighter: pygments", "Rouge takes its place.");
    if (EncodingOf(site_).kind == text::Encoding::Kind::kWide) {
      const std::string name(site_.config().Text("encoding"));
      unsupported("encoding: " + name, "Jekyll reads no file in it; save the files as UTF-8.");
    }
    return all;
  }

  const Site& site_;
};

}  // namespace

int RunDoctor(const Session& session) {
  const Result<Configuration> configuration = session.Configure();
  if (!configuration) return session.Fail(configuration.error());
  bool is_healthy = false;
  const Status inspected = InspectSite(*configuration, session.machine, session.log,
                                       [&](Site& site) { is_healthy = Doctor(site).IsHealthy(); });
  if (!inspected) return session.Fail(inspected.error());
  if (!is_healthy) return 1;
  session.log.Info("Your test results", "are in. Everything looks fine.");
  return 0;
}

}  // namespace tincture::engine
