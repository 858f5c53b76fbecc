// EngineDrop: what Jekyll's drops (lib/jekyll/drops/drop.rb) have in common: methods first, then the data behind
// them.
// Threads: immutable, but for what the texts they show go through (engine/model/staged_content.h).
#pragma once

#include <span>
#include <string_view>

#include "liquid/value/drop.h"
#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::engine {

class EngineDrop : public Drop {
 public:
  bool Find(const Symbol& key, DropAccess& access, Value* out) const final;
  Value Keys(DropAccess& access) const override;

 protected:
  // Ruby's content_methods, in its order.
  virtual std::span<const std::string_view> Methods() const = 0;
  // The value of one of Methods(); false for any other name.
  virtual bool Call(const Symbol& method, DropAccess& access, Value* out) const = 0;
  // Ruby's fallback_data. Never null.
  virtual const Hash* Data() const = 0;
};

// An error becomes the access's.
Value TextOrError(const Result<std::string>& text, DropAccess& access);

}  // namespace tincture::engine
