// Layouts: what `layout` is to a unit's templates (lib/jekyll/renderer.rb). Jekyll has one payload for all units, so
// the layouts of the unit before are still there while a body renders (DESIGN.md fact 2). Front matter alone decides.
// Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <utility>

#include "engine/model/site.h"
#include "liquid/support/arena.h"

namespace tincture::engine {

class Layouts {
 public:
  explicit Layouts(const Site& site) : site_(site) {}

  // The layout that the unit's own front matter names; null where there is none.
  const Layout* Of(const Renderable& unit) const;
  // `layout` while the unit's body renders: `before` is what the unit before has left.
  Value ForBody(const Renderable& unit, const Value& before);
  // deep_merge_hashes(layout.data, payload["layout"] || {}): the layouts rendered before win.
  Value Merged(const Layout& layout, const Value& before);
  // What the unit leaves.
  Value After(const Renderable& unit, const Value& before);

 private:
  const Site& site_;
  std::mutex mu_;  // guards what follows
  Arena arena_;
  std::map<std::pair<const Hash*, const Hash*>, const Hash*> merged_;
};

}  // namespace tincture::engine
