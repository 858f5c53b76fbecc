#include "liquid/std/tags/loop_items.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

// Far beyond any collection, and far from overflow.
constexpr int64_t kFar = int64_t{1} << 61;

int64_t Near(const Value& integer) {
  if (integer.IsInt()) return std::clamp(integer.AsInt(), -kFar, kFar);
  return integer.AsBigInt().starts_with('-') ? -kFar : kFar;
}

int64_t RangeCount(const Range& range) {
  if (range.last < range.first) return 0;
  const uint64_t steps = static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first);
  return static_cast<int64_t>(std::min<uint64_t>(steps, kFar)) + 1;
}

}  // namespace

LoopItems::LoopItems(const Value& collection, Context& context) {
  switch (collection.type()) {
    case Type::kArray:
      items_ = collection.AsArray();
      count_ = static_cast<int64_t>(items_.size());
      break;
    case Type::kHash:
      kind_ = Kind::kHash;
      entries_ = collection.AsHash().entries();
      count_ = static_cast<int64_t>(entries_.size());
      break;
    case Type::kRange:
      kind_ = Kind::kRange;
      range_first_ = collection.AsRange().first;
      count_ = RangeCount(collection.AsRange());
      break;
    case Type::kString:
      kind_ = Kind::kString;
      string_ = collection;
      count_ = collection.AsString().empty() ? 0 : 1;
      break;
    case Type::kDrop:
      if (!collection.AsDrop().IsHashLike()) break;
      // Jekyll's drops yield key and value; the loop takes the first of the two.
      if (const Value keys = ReadKeys(collection.AsDrop(), context.access()); keys.IsArray()) items_ = keys.AsArray();
      count_ = static_cast<int64_t>(items_.size());
      break;
    default:
      break;
  }
}

void LoopItems::Slice(int64_t from, std::optional<int64_t> to) {
  if (kind_ == Kind::kString) return;
  const int64_t end = std::clamp<int64_t>(to.value_or(count_), 0, count_);
  begin_ = std::clamp<int64_t>(from, 0, count_);
  count_ = std::max<int64_t>(end - begin_, 0);
}

Value LoopItems::At(int64_t i, Arena& arena) const {
  const auto place = static_cast<size_t>(begin_ + i);
  switch (kind_) {
    case Kind::kString:
      return string_;
    case Kind::kRange:
      return Value::Int(range_first_ + begin_ + i);
    case Kind::kHash: {
      const std::array<Value, 2> pair = {entries_[place].key, entries_[place].value};
      return Value::Array(arena, pair);
    }
    default:
      return items_[place];
  }
}

int64_t ToInt(const Value& value, Context& context) {
  switch (value.type()) {
    case Type::kNil:
      return 0;
    case Type::kInt:
    case Type::kBigInt:
      return Near(value);
    case Type::kString:
      return Near(ToInteger(value.AsString(), context.arena()));
    case Type::kTime:
      return value.AsTime().seconds;
    case Type::kFloat:
      if (std::isfinite(value.AsFloat())) return Near(TruncateFloat(value.AsFloat(), context.arena()));
      context.Fail("FloatDomainError", TextOf(value, context.access()));
      return 0;
    default:
      context.Fail("NoMethodError", UndefinedMethod("to_i", value, context.access()));
      return 0;
  }
}

std::optional<int64_t> ToBound(const Value& value, Context& context) {
  if (value.IsNil() || context.failed()) return std::nullopt;
  if (!context.dialect().loop_bounds_are_checked) return ToInt(value, context);
  if (value.IsInt()) return Near(value);
  const auto integer = ParseInteger(TextOf(value, context.access()), context.arena());
  if (integer) return Near(*integer);
  context.Fail(kArgumentError, "invalid integer");
  return std::nullopt;
}

}  // namespace tincture::liquid
