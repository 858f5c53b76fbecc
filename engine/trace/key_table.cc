#include "engine/trace/key_table.h"

#include <xxhash.h>

#include <array>
#include <cstring>
#include <mutex>
#include <string>

namespace tincture::engine {

namespace {

constinit std::atomic<uint64_t> tables = 0;

// What a thread asked last; 4,096 places hold what the units of a site of 2,000 pages have in common.
struct Recent {
  uint64_t table = 0;
  Fingerprint print;
  KeyId id = 0;
};
thread_local std::array<Recent, 4096> recent;

Fingerprint PrintOf(ReadKind kind, std::string_view object, std::string_view name) {
  std::array<char, 512> small;
  const size_t size = 1 + object.size() + 1 + name.size();
  std::string large;
  char* bytes = small.data();
  if (size > small.size()) {
    large.resize(size);
    bytes = large.data();
  }
  bytes[0] = static_cast<char>(kind);
  if (!object.empty()) std::memcpy(bytes + 1, object.data(), object.size());
  bytes[1 + object.size()] = '\0';
  if (!name.empty()) std::memcpy(bytes + 2 + object.size(), name.data(), name.size());
  return FingerprintOf(std::string_view(bytes, size));
}

}  // namespace

KeyTable::KeyTable() : serial_(++tables) {}

KeyId KeyTable::IdOf(ReadKind kind, std::string_view object, std::string_view name) {
  const Fingerprint print = PrintOf(kind, object, name);
  Recent& known = recent[print.low % recent.size()];
  if (known.table == serial_ && known.print == print) return known.id;
  known = {.table = serial_, .print = print, .id = 0};
  {
    const std::shared_lock lock(mu_);
    if (const auto found = ids_.find(print); found != ids_.end()) return known.id = found->second;
  }
  const std::unique_lock lock(mu_);
  const auto [entry, is_new] = ids_.try_emplace(print, static_cast<KeyId>(keys_.size()));
  if (is_new) keys_.push_back({.kind = kind, .object = std::string(object), .name = std::string(name)});
  return known.id = entry->second;
}

const Key& KeyTable::KeyOf(KeyId id) const {
  const std::shared_lock lock(mu_);
  return keys_[id];
}

size_t KeyTable::size() const {
  const std::shared_lock lock(mu_);
  return keys_.size();
}

}  // namespace tincture::engine
