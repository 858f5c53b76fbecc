// size, first, last, join, reverse, concat, map, where, uniq, compact.
#include <algorithm>
#include <array>
#include <optional>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/items.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {

namespace {

Value Count(size_t size) { return Value::Int(static_cast<int64_t>(size)); }

// The bytes of an Integer's machine words.
int64_t IntegerSize(const Value& integer) { return integer.IsInt() ? 8 : BigIntegerSize(integer); }

// Unsigned, so that the widest of ranges cannot overflow.
int64_t RangeSize(const Range& range) {
  if (range.last < range.first) return 0;
  return static_cast<int64_t>(static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first) + 1);
}

Value Size(const FilterCall& call) {
  const Value& input = call.input;
  switch (input.type()) {
    case Type::kString:
      return Count(LengthOf(InputText(call)));
    case Type::kArray:
      return Count(input.AsArray().size());
    case Type::kHash:
      return Count(input.AsHash().size());
    case Type::kRange:
      return Value::Int(RangeSize(input.AsRange()));
    case Type::kInt:
    case Type::kBigInt:
      return Value::Int(IntegerSize(input));
    default:
      return Value::Int(0);
  }
}

Value Pair(const FilterCall& call, const Value& key, const Value& value) {
  const std::array<Value, 2> pair = {key, value};
  return Value::Array(call.arena(), pair);
}

Value FirstPair(const FilterCall& call, const Drop& drop) {
  const auto keys = ReadKeys(drop, call.access()).AsArray();
  if (keys.empty()) return Value();
  Value value;
  call.context.ReadDrop(drop, Symbol(keys[0].AsString()), &value);
  return Pair(call, keys[0], value);
}

Value First(const FilterCall& call) {
  const Value& input = call.input;
  switch (input.type()) {
    case Type::kArray:
      return input.AsArray().empty() ? Value() : input.AsArray().front();
    case Type::kRange:
      return Value::Int(input.AsRange().first);
    case Type::kHash: {
      const auto entries = input.AsHash().entries();
      return entries.empty() ? Value() : Pair(call, entries[0].key, entries[0].value);
    }
    case Type::kDrop:
      return input.AsDrop().IsHashLike() ? FirstPair(call, input.AsDrop()) : Value();
    default:
      return Value();
  }
}

Value Last(const FilterCall& call) {
  const Value& input = call.input;
  if (input.IsRange()) return Value::Int(input.AsRange().last);
  return input.IsArray() && !input.AsArray().empty() ? input.AsArray().back() : Value();
}

}  // namespace

// Ruby's [].join is US-ASCII, and [a, b].join takes a's encoding unless another is needed.
Value Join(const FilterCall& call) {
  const auto items = InputItems(call);
  const Text glue = call.args.empty() ? Text{" "} : TextOf(call, call.args[0]);
  Text joined = {"", items.empty() ? uint8_t{kAsciiTagged} : TextOf(call, items[0]).flags};
  std::string out;
  AppendJoined(items, glue.bytes, call.access(), out);
  if (joined.flags != 0 && !IsAscii(out)) joined.flags = 0;
  return Keep(call, out, joined.flags);
}

namespace {

Value Reverse(const FilterCall& call) {
  const auto items = InputItems(call);
  std::vector<Value> reversed(items.rbegin(), items.rend());
  return Value::Array(call.arena(), reversed);
}

Value Concat(const FilterCall& call) {
  const Value& other = call.args[0];
  if (!other.IsArray()) return call.Fail(kArgumentError, "concat filter requires an array argument");
  const auto items = InputItems(call);
  std::vector<Value> all(items.begin(), items.end());
  all.insert(all.end(), other.AsArray().begin(), other.AsArray().end());
  return Value::Array(call.arena(), all);
}

Value Map(const FilterCall& call) {
  const Property property(call.args[0]);
  const bool itself = property.value.IsString() && property.symbol.text == "to_liquid";
  std::vector<Value> values;
  for (const Value& item : InputItems(call)) {
    Value value = itself ? item : Value();
    if (!itself && HasLookup(item) && !Lookup(call, item, property, &value)) return Value();
    values.push_back(value);
  }
  return Value::Array(call.arena(), values);
}

// Runs `use(item, item[property])` over the input. Nothing: the filter's answer is nil, because the items have no
// properties, or the call has failed. Liquid 4 asks the first item only whether they have.
template <class Use>
bool EachProperty(const FilterCall& call, std::span<const Value> items, const Value& name, Use use) {
  const Property property(name);
  const bool asks_each = call.dialect().property_is_asked_of_each;
  if (!asks_each && !items.empty() && !HasLookup(items[0])) return false;
  for (const Value& item : items) {
    if (asks_each && !HasLookup(item)) return false;
    Value value;
    if (!Lookup(call, item, property, &value)) return false;
    use(item, value);
  }
  return true;
}

Value Where(const FilterCall& call) {
  const Value target = call.Arg(1);
  std::vector<Value> found;
  const bool done = EachProperty(call, InputItems(call), call.args[0], [&](const Value& item, const Value& value) {
    if (target.IsNil() ? value.Truthy() : Equal(value, target)) found.push_back(item);
  });
  return done ? Value::Array(call.arena(), found) : Value();
}

// Keeps the first of equal values, by eql?. The hash is the set, in Ruby too.
class Distinct {
 public:
  explicit Distinct(Arena& arena) : arena_(arena), seen_(arena) {}

  void Add(const Value& item, const Value& value) {
    const size_t before = seen_.size();
    seen_.Set(value, Value());
    if (seen_.size() > before) items_.push_back(item);
  }
  Value Items() const { return Value::Array(arena_, items_); }

 private:
  Arena& arena_;
  HashBuilder seen_;
  std::vector<Value> items_;
};

Value Uniq(const FilterCall& call) {
  const Value property = call.Arg(0);
  const auto items = InputItems(call);
  Distinct distinct(call.arena());
  if (property.IsNil()) {
    for (const Value& item : items) distinct.Add(item, item);
    return distinct.Items();
  }
  // Ruby asks nothing of a single item.
  if (items.size() == 1 && (call.dialect().property_is_asked_of_each || HasLookup(items[0]))) {
    return Value::Array(call.arena(), items);
  }
  const bool done =
      EachProperty(call, items, property, [&](const Value& item, const Value& value) { distinct.Add(item, value); });
  return done ? distinct.Items() : Value();
}

Value Compact(const FilterCall& call) {
  const Value property = call.Arg(0);
  const auto items = InputItems(call);
  std::vector<Value> kept;
  if (property.IsNil()) {
    std::copy_if(items.begin(), items.end(), std::back_inserter(kept), [](const Value& v) { return !v.IsNil(); });
    return Value::Array(call.arena(), kept);
  }
  const bool done = EachProperty(call, items, property, [&](const Value& item, const Value& value) {
    if (!value.IsNil()) kept.push_back(item);
  });
  return done ? Value::Array(call.arena(), kept) : Value();
}

}  // namespace

void AddArrayFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"size", 0, 0, Size},       {"first", 0, 0, First},
      {"last", 0, 0, Last},       {"join", 0, 1, Join, false, nullptr, true},
      {"reverse", 0, 0, Reverse}, {"concat", 1, 1, Concat},
      {"map", 1, 1, Map},         {"where", 1, 2, Where},
      {"uniq", 0, 1, Uniq},       {"compact", 0, 1, Compact},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
