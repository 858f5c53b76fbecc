#include "engine/trace/key_table.h"

namespace tincture::engine {

KeyId KeyTable::IdOf(const Key& key) {
  const std::lock_guard lock(mu_);
  const auto [entry, is_new] = ids_.try_emplace(key, static_cast<KeyId>(keys_.size()));
  if (is_new) keys_.push_back(&entry->first);
  return entry->second;
}

const Key& KeyTable::KeyOf(KeyId id) const {
  const std::lock_guard lock(mu_);
  return *keys_[id];
}

size_t KeyTable::size() const {
  const std::lock_guard lock(mu_);
  return keys_.size();
}

}  // namespace tincture::engine
