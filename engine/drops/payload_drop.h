// UnifiedPayloadDrop: the outermost variables of every template (lib/jekyll/drops/unified_payload_drop.rb).
// One a render; its Values are set as the render goes on.
#pragma once

#include "engine/drops/engine_drop.h"
#include "engine/drops/site_drop.h"

namespace tincture::engine {

class PayloadDrop : public EngineDrop {
 public:
  // `current`: see SiteDrop.
  PayloadDrop(const SiteDrops& drops, const Document* current) : site(drops, current), drops_(drops) {}

  SiteDrop site;
  Value page;
  Value layout;
  Value content;
  // `content` is what the unit before has left (Turn::LeakedContent).
  bool content_is_leaked = false;
  Value paginator;
  Value highlighter_prefix;
  Value highlighter_suffix;

  std::string_view ClassName() const override { return "Jekyll::Drops::UnifiedPayloadDrop"; }

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override;

 private:
  const SiteDrops& drops_;
};

}  // namespace tincture::engine
