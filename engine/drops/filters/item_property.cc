#include "engine/drops/filters/item_property.h"

#include <string>

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Ruby's respond_to?(:[]).
bool HasIndex(const Value& value) {
  return value.IsHash() || value.IsArray() || value.IsString() || value.IsDrop() || value.IsInt() ||
         value.type() == Type::kBigInt;
}

// Ruby's value[key], the key being a string.
Value Index(const liquid::FilterCall& call, const Value& value, std::string_view key) {
  Value found;
  switch (value.type()) {
    case Type::kHash:
      return value.AsHash().Get(key);
    case Type::kDrop:
      call.context.ReadDrop(value.AsDrop(), key, &found);
      return found;
    case Type::kString:
      if (value.AsString().find(key) == std::string_view::npos) return found;
      return MakeString(call, key);
    case Type::kArray:
    case Type::kInt:
    case Type::kBigInt:
      return call.Fail("TypeError", "no implicit conversion of String into Integer");
    default:
      return FailNoMethod(call, "[]", value);
  }
}

// Jekyll 4: a step into what has no members gives false instead of an error.
Value ReadDotted(const liquid::FilterCall& call, Value value, std::string_view path, bool forgiving) {
  // String#split drops empty parts at the end.
  while (path.ends_with('.')) path.remove_suffix(1);
  while (!path.empty() && !call.context.failed()) {
    const size_t dot = path.find('.');
    if (forgiving && !HasIndex(value)) return Value::Bool(false);
    value = Index(call, value, path.substr(0, dot));
    if (dot == std::string_view::npos) break;
    path.remove_prefix(dot + 1);
  }
  return value;
}

bool IsIntegerLike(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// -?(\d+\.?\d*|\.\d+)
bool IsFloatLike(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
  return !(whole.empty() && fraction.empty()) && whole.find_first_not_of("0123456789") == std::string_view::npos &&
         fraction.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view WithoutSpace(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

Value AsNumber(const liquid::FilterCall& call, const Value& property) {
  if (!property.IsString()) return property;
  const std::string_view text = WithoutSpace(property.AsString());
  if (IsIntegerLike(text)) return tincture::ToInteger(text, call.arena());
  if (IsFloatLike(text)) return Value::Float(ToFloat(text));
  return property;
}

std::vector<Value> NumbersOf(const liquid::FilterCall& call, const Range& range) {
  // Ruby would go on until the memory ends.
  constexpr uint64_t kLongest = 10'000'000;
  std::vector<Value> numbers;
  const uint64_t steps = static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first);
  if (range.last < range.first) return numbers;
  if (steps >= kLongest) {
    call.Fail("NoMemoryError", "failed to allocate memory");
    return numbers;
  }
  for (uint64_t i = 0; i <= steps; ++i) numbers.push_back(Value::Int(range.first + static_cast<int64_t>(i)));
  return numbers;
}

// Of a hash or a drop.
std::span<const Hash::Entry> PairsOf(const liquid::FilterCall& call, const Value& value) {
  if (value.IsHash()) return value.AsHash().entries();
  HashBuilder pairs(call.arena());
  for (const Value& key : ReadKeys(value.AsDrop(), call.access()).AsArray()) {
    Value found;
    call.context.ReadDrop(value.AsDrop(), TextOf(key, call.access()), &found);
    pairs.Set(key, found);
  }
  return pairs.Build()->entries();
}

}  // namespace

bool IsEnumerable(const Value& value) {
  return value.IsArray() || value.IsHash() || value.IsRange() || (value.IsDrop() && value.AsDrop().IsHashLike());
}

std::vector<Value> ItemsOf(const liquid::FilterCall& call, const Value& enumerable) {
  if (enumerable.IsArray()) return {enumerable.AsArray().begin(), enumerable.AsArray().end()};
  if (enumerable.IsRange()) return NumbersOf(call, enumerable.AsRange());
  std::vector<Value> items;
  for (const Hash::Entry& entry : PairsOf(call, enumerable)) {
    const Value pair[] = {entry.key, entry.value};
    items.push_back(Value::Array(call.arena(), pair));
  }
  return items;
}

std::vector<Value> ValuesOf(const liquid::FilterCall& call, const Value& enumerable) {
  if (RubyClass(enumerable) != "Hash") return ItemsOf(call, enumerable);
  std::vector<Value> values;
  for (const Hash::Entry& entry : PairsOf(call, enumerable)) values.push_back(entry.value);
  return values;
}

Value ItemProperty(const liquid::FilterCall& call, const Value& item, const Value& property) {
  const std::string_view name = TextOf(property, call.access());
  const bool numbers = HostOf(call.context).profile().properties_are_numbers;
  const bool dotted = name.find('.') != std::string_view::npos || (!numbers && name.empty());
  const Value value = dotted ? ReadDotted(call, item, name, numbers) : Index(call, item, name);
  return numbers ? AsNumber(call, value) : value;
}

}  // namespace tincture::engine
