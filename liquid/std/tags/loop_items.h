// LoopItems: what `for` and `tablerow` walk, as Liquid's Utils.slice_collection cuts it.
// An array's items, a range's numbers, a hash's [key, value] pairs, a drop's keys; a string that is not empty is one
// item, whatever the bounds; anything else has none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "liquid/exec/context.h"
#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

class LoopItems {
 public:
  LoopItems(const Value& collection, Context& context);

  // Those from `from` up to `to`, which is not among them.
  void Slice(int64_t from, std::optional<int64_t> to);
  int64_t size() const { return count_; }
  // 0 <= i < size()
  Value At(int64_t i, Arena& arena) const;

 private:
  enum class Kind : uint8_t { kArray, kHash, kRange, kString };

  Kind kind_ = Kind::kArray;
  std::span<const Value> items_;
  std::span<const Hash::Entry> entries_;
  Value string_;
  int64_t range_first_ = 0;
  int64_t begin_ = 0;
  int64_t count_ = 0;
};

// A bound such as `limit: x`: nothing where it is nil (the caller's default) or where it failed (context.failed()).
// Liquid 4: Ruby's to_i. Liquid 5: an integer or "invalid integer".
std::optional<int64_t> ToBound(const Value& value, Context& context);
// Ruby's to_i in either dialect.
int64_t ToInt(const Value& value, Context& context);

}  // namespace tincture::liquid
