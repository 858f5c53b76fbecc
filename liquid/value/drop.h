// Drop: an object of the host that templates may look into. Find is the only door from a template to a site.
// Drops are const to templates; one that computes lazily synchronises itself.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture {

// Told of what templates read of their host: what dependency tracing is built on. One render's, one thread.
// A path begins at a drop: its first key is the drop's, the others lead into the hash or list found there, down to the
// value that was used. An empty path stands for the drop's keys.
class ReadObserver {
 public:
  virtual ~ReadObserver() = default;
  virtual void OnRead(const Drop& drop, std::span<const Value> path, const Value& value) = 0;
  // A time went through `filters`, whose result depends on nothing else; the time itself was not used. `drop` is null
  // for the present moment. `filters`: as they would be written, " | date: \"%Y\"".
  virtual void OnResult(const Drop* drop, std::span<const Value> path, std::string_view filters,
                        const Value& result) = 0;
  // The present moment was asked for.
  virtual void OnClock() = 0;
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
  // What tells it from the host's other drops, the same in every run. Empty for what Liquid makes on the spot: nobody
  // is told of reads from that.
  virtual std::string Identity() const { return {}; }
  // Whether what it answers may be kept from one render for another.
  enum class Standing : uint8_t {
    kPassing,   // one render's, or not known
    kLasting,   // the same object in all renders, for as long as their templates live, with the same answers but for
                // those that the host counts as variations
    kConstant,  // so, but each render may have an object of its own: those of one class are one
  };
  virtual Standing standing() const { return Standing::kPassing; }
  // drop[key]: false when there is nothing under that name. Tells no observer: ReadDrop does.
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

// drop[key], told to the access's observer.
bool ReadDrop(const Drop& drop, const Symbol& key, DropAccess& access, Value* out);
// The same of its keys.
Value ReadKeys(const Drop& drop, DropAccess& access);

}  // namespace tincture
