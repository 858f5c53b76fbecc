// KeyTable: a number for each key, so that traces are lists of numbers and a key is looked at once a build.
// Threads: any.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>

#include "engine/trace/trace.h"

namespace tincture::engine {

class KeyTable {
 public:
  KeyId IdOf(const Key& key);
  // Stays where it is.
  const Key& KeyOf(KeyId id) const;
  size_t size() const;

 private:
  mutable std::mutex mu_;  // guards what follows
  std::map<Key, KeyId> ids_;
  std::deque<const Key*> keys_;
};

}  // namespace tincture::engine
