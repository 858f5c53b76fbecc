#include "liquid/std/filters/items.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "liquid/std/filters/numbers.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/civil.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

// Ruby would make the array, and give up only when the memory ends.
constexpr int64_t kLongestRange = 10'000'000;

bool IsNested(std::span<const Value> items) {
  return std::any_of(items.begin(), items.end(), [](const Value& item) { return item.IsArray(); });
}

void Flatten(std::span<const Value> items, int depth, std::vector<Value>& out) {
  for (const Value& item : items) {
    if (item.IsArray() && depth < kMaxNesting) {
      Flatten(item.AsArray(), depth + 1, out);
    } else {
      out.push_back(item);
    }
  }
}

std::span<const Value> ListOf(const FilterCall& call, std::span<const Value> items) {
  return Value::Array(call.arena(), items).AsArray();
}

std::span<const Value> RangeItems(const FilterCall& call, const Range& range) {
  if (range.last < range.first) return {};
  if (static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first) >= uint64_t{kLongestRange}) {
    call.Fail("NoMemoryError", "failed to allocate memory");
    return {};
  }
  std::vector<Value> items;
  const int64_t count = range.last - range.first + 1;
  for (int64_t i = 0; i < count; ++i) items.push_back(Value::Int(range.first + i));
  return ListOf(call, items);
}

bool FailProperty(const FilterCall& call, const Value& property) {
  std::string text = "cannot select the property '";
  AppendText(property, call.access(), text);
  call.Fail(kArgumentError, text + "'");
  return false;
}

// Array(time): Time#to_a.
std::span<const Value> TimeItems(const FilterCall& call, const Time& time) {
  const CivilTime civil = ToCivil(time);
  const bool is_local = !time.is_utc && !time.zone.empty();
  const std::string_view zone = time.is_utc ? "UTC" : time.zone;
  const Value items[] = {
      Value::Int(civil.second),
      Value::Int(civil.minute),
      Value::Int(civil.hour),
      Value::Int(civil.day),
      Value::Int(civil.month),
      Value::Int(civil.year),
      Value::Int(civil.weekday),
      Value::Int(civil.day_of_year + 1),
      Value::Bool(is_local && call.context.zone().At(time.seconds).is_dst),
      zone.empty() ? Value() : Value::String(zone, kAsciiTagged),
  };
  return ListOf(call, items);
}

// An index as Ruby takes it: an Integer, or a Float without its fraction. Nothing: the call has failed.
std::optional<Value> ToIndex(const FilterCall& call, const Value& property) {
  if (IsInteger(property)) return property;
  if (!property.IsFloat()) {
    FailProperty(call, property);
    return std::nullopt;
  }
  if (std::isfinite(property.AsFloat())) return TruncateFloat(property.AsFloat(), call.arena());
  call.Fail("FloatDomainError", tincture::TextOf(property, call.access()));
  return std::nullopt;
}

// text[first..last]: nothing where it begins beyond the text.
Value SliceText(const Value& text, const Range& range) {
  const auto count = static_cast<int64_t>(CharacterCount(text.AsString()));
  const int64_t first = range.first < 0 ? range.first + count : range.first;
  const int64_t last = range.last < 0 ? range.last + count : std::min(range.last, count - 1);
  if (first < 0 || first > count) return Value();
  const std::string_view rest = text.AsString().substr(CharacterOffset(text.AsString(), static_cast<size_t>(first)));
  const auto size = static_cast<size_t>(std::max<int64_t>(last - first + 1, 0));
  return Value::String(rest.substr(0, CharacterOffset(rest, size)), text.string_flags());
}

// String#[]: a text is found in it, numbers count characters.
bool LookupInText(const FilterCall& call, const Value& item, const Value& property, Value* out) {
  const std::string_view text = item.AsString();
  if (property.IsString()) {
    const size_t at = text.find(property.AsString());
    if (at != std::string_view::npos) *out = Value::String(text.substr(at, property.AsString().size()));
    return true;
  }
  if (property.IsRange()) {
    *out = SliceText(item, property.AsRange());
    return true;
  }
  const std::optional<Value> given = ToIndex(call, property);
  const std::optional<int64_t> index = given ? ToLong(call, *given) : std::nullopt;
  if (!index) return false;
  const Value character = SliceText(item, {*index, *index});
  if (!character.AsString().empty()) *out = character;
  return true;
}

// Integer#[]: bits. A range that ends before it begins has no end.
bool LookupInInteger(const FilterCall& call, const Value& item, const Value& property, Value* out) {
  if (property.IsRange()) {
    const Range& range = property.AsRange();
    const uint64_t steps = static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first);
    const auto count = static_cast<int64_t>(std::min<uint64_t>(steps, INT64_MAX - 1)) + 1;
    *out = IntegerBits(item, range.first, range.first <= range.last ? count : -1, call.arena());
    return true;
  }
  const std::optional<Value> bit = ToIndex(call, property);
  if (bit) *out = IntegerBit(item, *bit);
  return bit.has_value();
}

Value GetFrom(const Hash& hash, const Property& property) {
  const Value* const found = property.value.IsString() ? hash.Find(property.symbol) : hash.Find(property.value);
  return found ? *found : Value();
}

Symbol SymbolOf(const FilterCall& call, const Property& property) {
  return property.value.IsString() ? property.symbol : Symbol(tincture::TextOf(property.value, call.access()));
}

}  // namespace

std::span<const Value> InputItems(const FilterCall& call) {
  const Value& input = call.input;
  switch (input.type()) {
    case Type::kNil:
      return {};
    case Type::kArray: {
      if (!IsNested(input.AsArray())) return input.AsArray();
      std::vector<Value> items;
      Flatten(input.AsArray(), 0, items);
      return ListOf(call, items);
    }
    case Type::kRange:
      return RangeItems(call, input.AsRange());
    case Type::kTime:
      return TimeItems(call, input.AsTime());
    case Type::kDrop:
      // A host's hash-like drop is Enumerable, and gives its keys.
      if (input.AsDrop().IsHashLike()) return ReadKeys(input.AsDrop(), call.access()).AsArray();
      return ListOf(call, {&input, 1});
    default:
      return ListOf(call, {&input, 1});
  }
}

bool HasLookup(const Value& item) {
  switch (item.type()) {
    case Type::kArray:
    case Type::kHash:
    case Type::kString:
    case Type::kInt:
    case Type::kBigInt:
    case Type::kDrop:
      return true;
    default:
      return false;
  }
}

bool Lookup(const FilterCall& call, const Value& item, const Property& property, Value* out) {
  *out = Value();
  switch (item.type()) {
    case Type::kHash:
      *out = GetFrom(item.AsHash(), property);
      return true;
    case Type::kDrop:
      call.context.ReadDrop(item.AsDrop(), SymbolOf(call, property), out);
      return !call.context.failed();
    case Type::kString:
      return LookupInText(call, item, property.value, out);
    case Type::kInt:
    case Type::kBigInt:
      return LookupInInteger(call, item, property.value, out);
    default:
      call.Fail("NoMethodError", UndefinedMethod("[]", item, call.access()));
      return false;
  }
}

}  // namespace tincture::liquid
