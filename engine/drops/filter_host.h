// FilterHost: what Jekyll's filters and tags need of the site that renders. Obtained from the Liquid context's host;
// the engine implements it, tests put a small one of their own in its place.
// Threads: one host may serve many renders at a time, so every method is const and may be called from any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "liquid/exec/context.h"
#include "liquid/exec/template.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// A post, as `post_url` compares it.
struct PostReference {
  std::string_view relative_path;  // "blog/_posts/2020-01-02-x.md"
  std::string_view basename;       // "2020-01-02-x.md"
  std::string_view slug;           // data["slug"]
  std::string_view url;
  Time date;  // in the site's time zone
};

class BuildProfile;

class FilterHost : public liquid::Host {
 public:
  // Null: nobody asks how long includes take.
  virtual BuildProfile* build_profile() const { return nullptr; }

  // Jekyll's converters, by what the filters call them. Errors: the converter's own, its kind being Ruby's class.
  enum class Converter { kMarkdown, kSmartyPants, kSass, kScss };
  // `ascii_tagged`: the text's Ruby encoding is US-ASCII (kAsciiTagged of value.h), which kramdown notices.
  virtual Result<std::string> Convert(Converter converter, std::string_view text, bool ascii_tagged) const = 0;

  virtual const compat::Profile& profile() const = 0;
  // site.config: a Hash.
  virtual Value config() const = 0;
  // site.source, absolute.
  virtual std::string_view source() const = 0;
  virtual bool safe() const = 0;
  // Jekyll.logger.warn(topic, message).
  virtual void Warn(std::string_view topic, std::string_view message) const = 0;

  // What is wrong with highlighted code; said once a language when all is rendered. `page` may be empty.
  virtual void WarnOfCode(std::string_view /*language*/, std::string_view /*page*/, std::string_view message) const {
    Warn("Highlighting:", message);
  }

  // site.includes_load_paths: absolute, the site's before the theme's.
  virtual std::vector<std::string> IncludeFolders() const = 0;
  // Whether `path` is a file, and in safe mode, symbolic links resolved, below `folder`.
  virtual bool IsIncludable(const std::string& path, const std::string& folder) const = 0;
  // The template in the file, parsed once a build and kept by the host. Null: `error` says why.
  virtual const liquid::Template* IncludedTemplate(const std::string& path, liquid::LiquidError* error) const = 0;

  // A unit or a layout lies there, too, so that the template is not always the same.
  virtual bool IsSharedTemplate(const std::string& /*path*/) const { return true; }

  // What {% include_cached %} remembers for the whole build.
  virtual std::optional<std::string> CachedInclude(const std::string& /*key*/) const { return std::nullopt; }
  virtual void StoreCachedInclude(const std::string& /*key*/, std::string_view /*html*/) const {}

  // The URL of the first file of Site#each_site_file (pages, static files to write, documents to write) whose
  // relative_path is `path` or `path` after a slash.
  virtual std::optional<std::string> UrlOfSiteFile(std::string_view path) const = 0;
  // site.posts.docs in its order, until `visit` answers false.
  virtual void ForEachPost(const std::function<bool(const PostReference&)>& visit) const = 0;
};

// Precondition: the render's host is a FilterHost.
inline const FilterHost& HostOf(const liquid::Context& context) {
  return static_cast<const FilterHost&>(*context.host());
}

}  // namespace tincture::engine
