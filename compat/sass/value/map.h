// Maps: pairs in the order of their making, and an index of their keys' hashes.
#pragma once

#include <span>
#include <vector>

#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

struct MapEntry {
  Value key;
  Value value;
  uint64_t hash = 0;
};

struct MapBody {
  std::span<const MapEntry> entries;
  // Open addressing: place of the entry + 1, or 0. Empty for small maps. Size is a power of two.
  std::span<const uint32_t> index;
};

// Null where there is no such key.
const Value* Find(const ValueContext& context, const MapBody& map, const Value& key);

// Makes a map. A key set again keeps its place and gets the new value.
class MapBuilder {
 public:
  explicit MapBuilder(const ValueContext& context) : context_(context) {}
  MapBuilder(const ValueContext& context, const MapBody& start);

  // False where the key was there already (its value is replaced).
  bool Set(const Value& key, const Value& value);
  bool Has(const Value& key) const;
  const Value* Get(const Value& key) const;
  void Remove(const Value& key);
  Value Build() const;

 private:
  size_t Place(const Value& key, uint64_t hash) const;
  void Reindex();

  const ValueContext& context_;
  std::vector<MapEntry> entries_;
  std::vector<uint32_t> index_;
};

Value EmptyMap();
// A map, or an empty list as the empty map; null for anything else.
const MapBody* AsMap(const Value& value);

}  // namespace tincture::compat::sass
