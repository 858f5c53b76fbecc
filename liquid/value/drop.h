// Drop: an object of the host that templates may look into. Find is the only door from a template to a site.
// Drops are const to templates; one that computes lazily synchronises itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture {

// Told of each read that a template makes through a Drop: what dependency tracing is built on.
class ReadObserver {
 public:
  virtual ~ReadObserver() = default;
  virtual void OnRead(const Drop& drop, const Symbol& key, const Value& value) = 0;
};

// What a Drop may use while it answers.
struct DropAccess {
  // For values made on the spot; lives as long as the render.
  Arena& arena;
  // May be null.
  ReadObserver* observer = nullptr;
  // Set by the Drop when answering failed (an excerpt whose Liquid raises); the render then stops with it.
  std::optional<Error> error;
};

class Drop {
 public:
  virtual ~Drop() = default;

  // Ruby's class name, such as "Jekyll::Drops::DocumentDrop".
  virtual std::string_view ClassName() const = 0;
  // drop[key]: false when there is nothing under that name.
  virtual bool Find(const Symbol& key, DropAccess& access, Value* out) const = 0;
  // Whether templates may treat it as a hash (iterate, `size`, jsonify): Jekyll's drops are, Liquid's own are not.
  virtual bool IsHashLike() const { return true; }
  // The names in Ruby's order, for iteration, inspect and jsonify: an Array of Strings.
  virtual Value Keys(DropAccess& access) const;
  // Ruby's to_s.
  virtual void AppendTo(DropAccess& access, std::string& out) const;
  // Ruby's inspect; default: what to_s gives.
  virtual void InspectTo(DropAccess& access, std::string& out) const;
  // The value that stands for it where a plain value is wanted (forloop drops, `to_liquid`); default: itself.
  virtual bool Equals(const Drop& other) const { return this == &other; }
  // Ruby's <=>; nothing where they do not compare.
  virtual std::optional<int> Compare(const Drop& other) const;
};

}  // namespace tincture
