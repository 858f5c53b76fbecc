#include "liquid/value/hash.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "liquid/value/compare.h"
#include "liquid/value/drop.h"

namespace tincture {

namespace {

// Below this many entries a scan over the stored key hashes is faster than an index.
constexpr size_t kIndexFrom = 12;

uint32_t Mix(uint64_t bits, Type type) {
  bits ^= uint64_t{static_cast<uint8_t>(type)} << 56;
  bits *= 0x9E3779B97F4A7C15ull;
  return static_cast<uint32_t>(bits >> 32);
}

bool Same(const Time& a, const Time& b) { return a.seconds == b.seconds && a.nanoseconds == b.nanoseconds; }

bool EqualAt(const Value& a, const Value& b, int depth);

bool EqualArrays(std::span<const Value> a, std::span<const Value> b, int depth) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [depth](const Value& x, const Value& y) { return EqualAt(x, y, depth + 1); });
}

// In whatever order; every value by eql?.
bool EqualHashes(const Hash& a, const Hash& b, int depth) {
  if (&a == &b) return true;
  if (a.size() != b.size()) return false;
  return std::all_of(a.entries().begin(), a.entries().end(), [&](const Hash::Entry& entry) {
    const Value* other = b.Find(entry.key);
    return other && EqualAt(entry.value, *other, depth + 1);
  });
}

// What is nested too deep is equal to nothing.
bool EqualAt(const Value& a, const Value& b, int depth) {
  if (a.type() != b.type() || depth > kMaxNesting) return false;
  switch (a.type()) {
    case Type::kString:
    case Type::kBigInt:
      return SameText(a.AsString(), b.AsString());
    case Type::kBool:
    case Type::kInt:
    case Type::kDate:
      return a.AsInt() == b.AsInt();
    case Type::kFloat:
      return a.AsFloat() == b.AsFloat();
    case Type::kTime:
      return Same(a.AsTime(), b.AsTime());
    case Type::kRange:
      return a.AsRange().first == b.AsRange().first && a.AsRange().last == b.AsRange().last;
    case Type::kArray:
      return EqualArrays(a.AsArray(), b.AsArray(), depth);
    case Type::kHash:
      return EqualHashes(a.AsHash(), b.AsHash(), depth);
    case Type::kDrop:
      return a.AsDrop().Equals(b.AsDrop());
    case Type::kNil:
    case Type::kEmpty:
    case Type::kBlank:
      return true;
  }
  return false;
}

void Insert(std::span<uint32_t> index, uint32_t key_hash, uint32_t number) {
  const size_t mask = index.size() - 1;
  size_t slot = key_hash & mask;
  while (index[slot] != 0) slot = (slot + 1) & mask;
  index[slot] = number + 1;
}

}  // namespace

uint32_t HashKey(const Value& key) {
  switch (key.type()) {
    case Type::kString:
    case Type::kBigInt:
      return HashText(key.AsString());
    case Type::kBool:
    case Type::kInt:
    case Type::kDate:
      return Mix(static_cast<uint64_t>(key.AsInt()), key.type());
    case Type::kFloat:
      return Mix(std::bit_cast<uint64_t>(key.AsFloat()), key.type());
    case Type::kTime:
      return Mix(static_cast<uint64_t>(key.AsTime().seconds), key.type());
    default:
      return Mix(0, key.type());
  }
}

bool KeysEqual(const Value& a, const Value& b) {
  if (a.IsString() && b.IsString()) return SameText(a.AsString(), b.AsString());
  return EqualAt(a, b, 0);
}

template <class Matches>
const Value* Hash::Lookup(uint32_t key_hash, Matches matches) const {
  if (index_.empty()) {
    for (const Entry& entry : entries_) {
      if (entry.key_hash == key_hash && matches(entry.key)) return &entry.value;
    }
    return nullptr;
  }
  const size_t mask = index_.size() - 1;
  for (size_t slot = key_hash & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[index_[slot] - 1];
    if (entry.key_hash == key_hash && matches(entry.key)) return &entry.value;
  }
  return nullptr;
}

const Value* Hash::Find(const Symbol& key) const {
  return Lookup(key.hash, [&](const Value& k) { return k.IsString() && SameText(k.AsString(), key.text); });
}

const Value* Hash::Find(const Value& key) const {
  return Lookup(HashKey(key), [&](const Value& k) { return KeysEqual(k, key); });
}

HashBuilder::HashBuilder(Arena& arena, const Hash& start)
    : arena_(arena), entries_(start.entries().begin(), start.entries().end()) {
  Rehash();
}

size_t HashBuilder::Position(const Value& key, uint32_t key_hash) const {
  if (index_.empty()) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].key_hash == key_hash && KeysEqual(entries_[i].key, key)) return i;
    }
    return entries_.size();
  }
  const size_t mask = index_.size() - 1;
  for (size_t slot = key_hash & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    const Hash::Entry& entry = entries_[index_[slot] - 1];
    if (entry.key_hash == key_hash && KeysEqual(entry.key, key)) return index_[slot] - 1;
  }
  return entries_.size();
}

void HashBuilder::Rehash() {
  index_.clear();
  if (entries_.size() < kIndexFrom) return;
  index_.assign(std::bit_ceil(entries_.size() * 2 + 2), 0);
  for (size_t i = 0; i < entries_.size(); ++i) Insert(index_, entries_[i].key_hash, static_cast<uint32_t>(i));
}

void HashBuilder::Set(const Value& key, const Value& value) {
  const uint32_t key_hash = HashKey(key);
  const size_t position = Position(key, key_hash);
  if (position < entries_.size()) {
    entries_[position].value = value;
    return;
  }
  entries_.push_back({key, value, key_hash});
  if (entries_.size() < kIndexFrom) return;
  if (entries_.size() * 2 > index_.size()) {
    Rehash();
  } else {
    Insert(index_, key_hash, static_cast<uint32_t>(position));
  }
}

const Value* HashBuilder::Find(const Value& key) const {
  const size_t position = Position(key, HashKey(key));
  return position < entries_.size() ? &entries_[position].value : nullptr;
}

void HashBuilder::Erase(const Value& key) {
  const size_t position = Position(key, HashKey(key));
  if (position == entries_.size()) return;
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(position));
  Rehash();
}

const Hash* HashBuilder::Build() const {
  return arena_.New<Hash>(arena_.CopySpan(std::span<const Hash::Entry>(entries_)),
                          arena_.CopySpan(std::span<const uint32_t>(index_)));
}

}  // namespace tincture
