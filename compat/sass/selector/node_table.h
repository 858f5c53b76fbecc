// Tables of selectors, or of their parts, by content: open addressing over the hashes that the nodes carry, entries in
// the order of their making. A few entries are searched one by one.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "compat/sass/selector/selector.h"

namespace tincture::compat::sass {

template <class Node, class Value>
class NodeTable {
 public:
  using Entry = std::pair<const Node*, Value>;

  // Null where there is none. Entries move when others are made.
  const Value* Find(const Node* node) const {
    const size_t place = Place(node);
    return place == kNone ? nullptr : &entries_[place].second;
  }
  Value* Find(const Node* node) { return const_cast<Value*>(std::as_const(*this).Find(node)); }
  // Makes the entry where there is none.
  Value& operator[](const Node* node) {
    const size_t place = Place(node);
    if (place != kNone) return entries_[place].second;
    entries_.emplace_back(node, Value());
    if (entries_.size() > kFew) AddSlot();
    return entries_.back().second;
  }
  bool empty() const { return entries_.empty(); }
  size_t size() const { return entries_.size(); }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  static constexpr size_t kFew = 8;
  static constexpr size_t kNone = SIZE_MAX;
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;  // of the entry, counted from 1
  };

  size_t Place(const Node* node) const {
    if (slots_.empty()) {
      for (size_t i = 0; i < entries_.size(); ++i) {
        if (*entries_[i].first == *node) return i;
      }
      return kNone;
    }
    for (size_t i = Start(node->hash);; i = (i + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[i];
      if (slot.number == 0) return kNone;
      if (slot.hash == node->hash && *entries_[slot.number - 1].first == *node) return slot.number - 1;
    }
  }
  size_t Start(uint32_t hash) const { return (hash * 2654435761u >> 7) & (slots_.size() - 1); }
  void AddSlot() {
    if (entries_.size() * 2 <= slots_.size()) return Fill(entries_.size());
    slots_.assign(entries_.size() * 4 < 64 ? 64 : slots_.size() * 2, {});
    for (size_t number = 1; number <= entries_.size(); ++number) Fill(number);
  }
  void Fill(size_t number) {
    const uint32_t hash = entries_[number - 1].first->hash;
    size_t i = Start(hash);
    while (slots_[i].number != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = {hash, static_cast<uint32_t>(number)};
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // a power of two of them, at most half full
};

// Nodes themselves, whatever is in them.
class PointerSet {
 public:
  void Add(const void* node) {
    if ((count_ + 1) * 2 > slots_.size()) Grow();
    const void*& slot = slots_[Place(node)];
    if (!slot) ++count_;
    slot = node;
  }
  bool Has(const void* node) const { return count_ > 0 && slots_[Place(node)] != nullptr; }

 private:
  // Where it is, or where it would be.
  size_t Place(const void* node) const {
    size_t i = (reinterpret_cast<uintptr_t>(node) >> 4) * 0x9E3779B97F4A7C15u >> 20 & (slots_.size() - 1);
    while (slots_[i] && slots_[i] != node) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  void Grow() {
    std::vector<const void*> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const void* node : old) {
      if (node) slots_[Place(node)] = node;
    }
  }

  std::vector<const void*> slots_;
  size_t count_ = 0;
};

}  // namespace tincture::compat::sass
