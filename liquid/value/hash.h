// Hash: Ruby's Hash, in the order of insertion. Keys are Values, nearly always strings.
// Built by a HashBuilder, immutable afterwards; lives in an Arena.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "liquid/support/arena.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture {

class Hash {
 public:
  struct Entry {
    Value key;
    Value value;
    uint32_t key_hash;  // HashText of a string key, HashKey of any other
  };

  // Made by HashBuilder. `index`: empty, or an open-addressed table of entry numbers + 1, a power of two long.
  constexpr Hash(std::span<const Entry> entries, std::span<const uint32_t> index) : entries_(entries), index_(index) {}

  std::span<const Entry> entries() const { return entries_; }
  size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

  // Null when there is no such key. A Symbol finds string keys only.
  const Value* Find(const Symbol& key) const;
  // By Ruby's eql?: 1 and 1.0 are different keys.
  const Value* Find(const Value& key) const;
  // The value, or nil.
  Value Get(const Symbol& key) const {
    const Value* found = Find(key);
    return found ? *found : Value();
  }

 private:
  template <class Matches>
  const Value* Lookup(uint32_t key_hash, Matches matches) const;

  std::span<const Entry> entries_;
  std::span<const uint32_t> index_;
};

// The hash under which `key` is filed. Strings hash as HashText.
uint32_t HashKey(const Value& key);
// Ruby's eql?: same type and same content.
bool KeysEqual(const Value& a, const Value& b);

// Builds a Hash as Ruby code does: setting an existing key keeps its place.
class HashBuilder {
 public:
  // `arena` holds the finished Hash and must hold, or outlive, what keys and values point at.
  explicit HashBuilder(Arena& arena) : arena_(arena) {}
  HashBuilder(Arena& arena, const Hash& start);

  void Set(const Value& key, const Value& value);
  // Keeps a view of the key's text.
  void Set(std::string_view key, const Value& value) { Set(Value::String(key), value); }
  const Value* Find(const Value& key) const;
  const Value* Find(std::string_view key) const { return Find(Value::String(key)); }
  void Erase(const Value& key);
  void Erase(std::string_view key) { Erase(Value::String(key)); }
  size_t size() const { return entries_.size(); }
  std::span<const Hash::Entry> entries() const { return entries_; }

  const Hash* Build() const;
  Value BuildValue() const { return Value::OfHash(Build()); }

 private:
  size_t Position(const Value& key, uint32_t key_hash) const;
  void Rehash();

  Arena& arena_;
  std::vector<Hash::Entry> entries_;
  std::vector<uint32_t> index_;  // as Hash's, kept from kIndexFrom entries on
};

}  // namespace tincture
