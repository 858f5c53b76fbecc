#include "compat/sass/value/map.h"

#include "compat/sass/value/operations.h"

namespace tincture::compat::sass {

namespace {

// Below this many entries, comparing hashes in a row is quicker than an index.
constexpr size_t kSmall = 8;

constexpr MapBody kEmpty = {};

}  // namespace

Value EmptyMap() { return Value::Of(&kEmpty); }

const MapBody* AsMap(const Value& value) {
  if (value.is_map()) return &value.map();
  return value.is_list() && value.items().empty() ? &kEmpty : nullptr;
}

const Value* Find(const ValueContext& context, const MapBody& map, const Value& key) {
  if (map.entries.empty()) return nullptr;
  const uint64_t hash = Hash(context, key);
  if (map.index.empty()) {
    for (const MapEntry& entry : map.entries) {
      if (entry.hash == hash && Equal(context, entry.key, key)) return &entry.value;
    }
    return nullptr;
  }
  const size_t mask = map.index.size() - 1;
  for (size_t slot = hash & mask; map.index[slot] != 0; slot = (slot + 1) & mask) {
    const MapEntry& entry = map.entries[map.index[slot] - 1];
    if (entry.hash == hash && Equal(context, entry.key, key)) return &entry.value;
  }
  return nullptr;
}

MapBuilder::MapBuilder(const ValueContext& context, const MapBody& start)
    : context_(context),
      entries_(start.entries.begin(), start.entries.end()),
      index_(start.index.begin(), start.index.end()) {}

size_t MapBuilder::Place(const Value& key, uint64_t hash) const {
  if (index_.empty()) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].hash == hash && Equal(context_, entries_[i].key, key)) return i;
    }
    return entries_.size();
  }
  const size_t mask = index_.size() - 1;
  for (size_t slot = hash & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    const size_t place = index_[slot] - 1;
    if (entries_[place].hash == hash && Equal(context_, entries_[place].key, key)) return place;
  }
  return entries_.size();
}

void MapBuilder::Reindex() {
  index_.clear();
  if (entries_.size() <= kSmall) return;
  size_t size = 4 * kSmall;
  while (size < entries_.size() * 2 + 2) size *= 2;
  index_.assign(size, 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t slot = entries_[i].hash & (size - 1);
    while (index_[slot] != 0) slot = (slot + 1) & (size - 1);
    index_[slot] = static_cast<uint32_t>(i + 1);
  }
}

bool MapBuilder::Set(const Value& key, const Value& value) {
  const uint64_t hash = Hash(context_, key);
  const size_t place = Place(key, hash);
  if (place < entries_.size()) {
    entries_[place].value = value;
    return false;
  }
  entries_.push_back({key, value, hash});
  if (index_.empty() || entries_.size() * 2 > index_.size()) {
    if (entries_.size() > kSmall) Reindex();
  } else {
    size_t slot = hash & (index_.size() - 1);
    while (index_[slot] != 0) slot = (slot + 1) & (index_.size() - 1);
    index_[slot] = static_cast<uint32_t>(entries_.size());
  }
  return true;
}

bool MapBuilder::Has(const Value& key) const { return Get(key) != nullptr; }

const Value* MapBuilder::Get(const Value& key) const {
  const size_t place = Place(key, Hash(context_, key));
  return place < entries_.size() ? &entries_[place].value : nullptr;
}

void MapBuilder::Remove(const Value& key) {
  const size_t place = Place(key, Hash(context_, key));
  if (place == entries_.size()) return;
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(place));
  Reindex();
}

Value MapBuilder::Build() const {
  if (entries_.empty()) return EmptyMap();
  Arena& arena = context_.arena;
  return Value::Of(arena.New<MapBody>(
      MapBody{arena.CopySpan(std::span<const MapEntry>(entries_)), arena.CopySpan(std::span<const uint32_t>(index_))}));
}

}  // namespace tincture::compat::sass
