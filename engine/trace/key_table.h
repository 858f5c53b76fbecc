// KeyTable: a number for each key, so that what a unit read is a list of numbers and a key is looked at once a build.
// Threads: any.
#pragma once

#include <atomic>
#include <deque>
#include <shared_mutex>
#include <string_view>
#include <unordered_map>

#include "engine/trace/fingerprint.h"
#include "engine/trace/trace.h"

namespace tincture::engine {

class KeyTable {
 public:
  KeyTable();
  KeyTable(const KeyTable&) = delete;
  KeyTable& operator=(const KeyTable&) = delete;

  // Each thread remembers what it asked last.
  KeyId IdOf(ReadKind kind, std::string_view object, std::string_view name = {});
  // Stays where it is.
  const Key& KeyOf(KeyId id) const;
  size_t size() const;

 private:
  struct HashOf {
    size_t operator()(const Fingerprint& print) const { return print.low; }
  };

  const uint64_t serial_;  // tells tables apart, in threads' memories
  mutable std::shared_mutex mu_;
  std::unordered_map<Fingerprint, KeyId, HashOf> ids_;  // guarded by mu_
  std::deque<Key> keys_;                                // guarded by mu_
};

}  // namespace tincture::engine
