// Present: what a key that a unit has read is now, in a site that was read and generated (engine/trace/trace.h).
// Threads: one.
#pragma once

#include <string_view>
#include <unordered_map>

#include "engine/drops/site_drops.h"
#include "engine/model/site.h"
#include "engine/render/plugin_site.h"
#include "engine/render/render_host.h"
#include "engine/trace/fingerprint.h"
#include "engine/trace/trace.h"
#include "liquid/exec/environment.h"

namespace tincture::engine {

class Present {
 public:
  // Before anything renders. Borrows all, and must not outlive it.
  Present(const Site& site, const SiteDrops& drops, const PluginSite& plugins, const RenderHost& host,
          const liquid::Environment& environment);

  Fingerprint Of(const Key& key);

 private:
  // With its texts as they were read.
  struct Unit {
    const Renderable* unit;
    Value text;
    Value excerpt;
  };
  Fingerprint OfUnit(const Key& key) const;
  Fingerprint OfDrop(const Key& key);
  Fingerprint OfResult(const Key& key);
  Fingerprint OfFile(const Key& key) const;
  Fingerprint OfLayout(std::string_view name) const;
  Fingerprint OfRepository(std::string_view object) const;
  Fingerprint OfPosts() const;
  Fingerprint OfDates() const;
  Fingerprint ConstantOf(const Renderable& unit) const;
  Fingerprint ConstantOf(const StaticFile& file) const;
  // Where the path leads, as far as it leads into hashes.
  Value Find(const Drop& drop, std::string_view path);
  const Drop* DropOf(std::string_view identity) const;

  const Site& site_;
  const SiteDrops& drops_;
  const PluginSite& plugins_;
  const RenderHost& host_;
  const liquid::Environment& environment_;
  SiteDrop site_drop_;
  Arena arena_;
  // By Identity; looked up only.
  std::unordered_map<std::string_view, Unit> units_;
  std::unordered_map<std::string_view, const StaticFile*> files_;
};

}  // namespace tincture::engine
