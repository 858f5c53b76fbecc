// Site: everything that was read and generated (lib/jekyll/site.rb). DESIGN.md's SiteSnapshot.
// Life: Reset, filled by the readers (engine/read), changed by generators and hooks, and from then on immutable but for
// the staged texts of its units. One build, one Site.
// Ownership: owns its units and the arena of their data; borrows configuration, defaults, files and log.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "engine/config/configuration.h"
#include "engine/config/front_matter_defaults.h"
#include "engine/model/collection.h"
#include "engine/model/document.h"
#include "engine/model/layout.h"
#include "engine/model/page.h"
#include "engine/model/static_file.h"
#include "engine/model/theme.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct Site {
  Site(const Configuration& configuration, const FrontMatterDefaults& its_defaults, const Machine& its_machine,
       Log& its_log);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  const Machine& machine;
  Log& log;
  mutable Arena arena;   // grows while reading and generating, by one thread; afterwards by Keep alone
  const TimeZone& zone;  // the configuration's
  Value time;            // site.time: the configuration's, else now
  // The configuration as templates see it: the theme's below it, plugins' changes included.
  const Hash* settings;
  const Hash* empty_hash;
  // What the converters make of an extension (Renderer#converter_output_ext). Set before anything is read.
  std::function<std::string(std::string_view extname)> output_ext;
  ExcerptRules excerpt_rules;

  std::unique_ptr<Theme> theme;  // null where there is none
  // The gems that the theme brings; those of a well-known theme also where it is missing itself.
  std::vector<std::string> theme_plugins;
  // What the site asks for and is not here, each logged: themes, plugins, Ruby files. `doctor` counts them.
  std::vector<std::string> missing_parts;
  std::vector<std::string> includes_load_paths;
  std::map<std::string, Layout, std::less<>> layouts;
  std::vector<std::unique_ptr<Collection>> collections;  // in the configuration's order
  std::vector<std::unique_ptr<Page>> owned_pages;
  std::vector<Page*> pages;
  std::vector<std::unique_ptr<StaticFile>> owned_static_files;
  std::vector<StaticFile*> static_files;
  Value data;  // site.data as read: a Hash

  const Configuration& config() const { return configuration_; }
  const FrontMatterDefaults& defaults() const { return defaults_; }
  const compat::Profile& profile() const { return configuration_.profile(); }
  const std::string& source() const { return configuration_.source(); }
  const std::string& destination() const { return configuration_.destination(); }
  Value Setting(const Symbol& key) const { return settings->Get(key); }
  // Jekyll.env.
  std::string Environment() const;

  Collection& posts() const { return *posts_; }
  Collection* FindCollection(std::string_view label) const;
  const Layout* FindLayout(const Value& name) const;

  // site.in_source_dir.
  std::string InSourceDir(std::string_view path) const;
  // Ruby's to_s.
  std::string TextOf(const Value& value) const;
  // Copies that live as long as the site. Any thread.
  std::string_view Keep(std::string_view text) const;
  Value Keep(const Time& time) const;
  // A file's modification time as a Time of the site's zone.
  Value FileTime(const std::string& path) const;
  // Utils.parse_date: local time. Error "Jekyll::Errors::InvalidDateError", which stops the build.
  Result<Value> ParseDate(const Value& input, std::string_view message) const;

  // Makes the collections of the configuration. Errors: `collections` that is no hash or array.
  Status MakeCollections();
  // Numbers and names the documents, pages and static files: after generating, before rendering.
  void Number();
  // The name of one more page, which came while rendering.
  std::string NameOf(const Page& page);
  // All documents in rendering order.
  const std::vector<Document*>& documents() const { return documents_; }
  Status LimitPosts();

 private:
  const Configuration& configuration_;
  const FrontMatterDefaults& defaults_;
  Collection* posts_ = nullptr;
  std::vector<Document*> documents_;
  mutable std::mutex keep_mu_;  // guards `arena` in Keep
};

// Site#reset: checks settings that Ruby calls methods on, and sets the time.
Status ResetSite(Site& site);

// Site#post_attr_hash: attribute's values in order of first use, each with its posts, newest first.
struct TaggedPosts {
  Value name;
  std::vector<const Document*> posts;
};
std::vector<TaggedPosts> PostsByAttribute(const Site& site, const Symbol& attribute);

}  // namespace tincture::engine
