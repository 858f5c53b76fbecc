// sass:map and the global functions of maps.
#include "compat/sass/value/map.h"

#include <functional>
#include <vector>

#include "compat/sass/functions/helpers.h"

namespace tincture::compat::sass {

namespace {

using Keys = std::vector<Value>;

// `$key, $keys...` from argument `i` on.
Keys KeysAt(Call& call, size_t i) {
  Keys keys = {call[i]};
  const std::span<const Value> rest = RestAt(call, i + 1);
  keys.insert(keys.end(), rest.begin(), rest.end());
  return keys;
}

// The map that all keys but the last lead to; null for none.
const MapBody* Inner(Call& call, const Keys& keys) {
  const MapBody* map = &MapAt(call, 0, "map");
  for (size_t i = 0; i + 1 < keys.size(); ++i) {
    const Value* const value = Find(call.values(), *map, keys[i]);
    if (!value || !value->is_map()) return nullptr;
    map = &value->map();
  }
  return map;
}

Value Get(Call& call) {
  const Keys keys = KeysAt(call, 1);
  const MapBody* const map = Inner(call, keys);
  const Value* const value = map ? Find(call.values(), *map, keys.back()) : nullptr;
  return value ? *value : Value::Null();
}

Value HasKey(Call& call) {
  const Keys keys = KeysAt(call, 1);
  const MapBody* const map = Inner(call, keys);
  return Value::Bool(map && Find(call.values(), *map, keys.back()));
}

using Change = std::function<Value(const Value& old)>;

// `map` with what `keys` lead to changed. Without `add`, missing maps on the way are not made.
Value Modified(const ValueContext& context, const MapBody& map, std::span<const Value> keys, const Change& change,
               bool add) {
  MapBuilder builder(context, map);
  const Value* const old = Find(context, map, keys[0]);
  if (keys.size() == 1) {
    builder.Set(keys[0], change(old ? *old : Value::Null()));
    return builder.Build();
  }
  const MapBody* const inner = old ? AsMap(*old) : nullptr;
  if (!inner && !add) return Value::Of(&map);
  builder.Set(keys[0], Modified(context, inner ? *inner : EmptyMap().map(), keys.subspan(1), change, add));
  return builder.Build();
}

Value Set(Call& call) {
  return Modified(
      call.values(), MapAt(call, 0, "map"), {&call[1], 1}, [&](const Value&) { return call[2]; }, true);
}

Value SetNested(Call& call) {
  const MapBody& map = MapAt(call, 0, "map");
  const std::span<const Value> arguments = RestAt(call, 1);
  if (arguments.empty()) Fail("Expected $args to contain a key.");
  if (arguments.size() == 1) Fail("Expected $args to contain a value.");
  const Value& value = arguments.back();
  return Modified(
      call.values(), map, arguments.first(arguments.size() - 1), [&](const Value&) { return value; }, true);
}

Value Merged(const ValueContext& context, const MapBody& one, const MapBody& other) {
  if (other.entries.empty()) return Value::Of(&one);
  MapBuilder builder(context, one);
  for (const MapEntry& entry : other.entries) builder.Set(entry.key, entry.value);
  return builder.Build();
}

Value Merge(Call& call) {
  const MapBody& one = MapAt(call, 0, "map1");
  return Merged(call.values(), one, MapAt(call, 1, "map2"));
}

Value MergeNested(Call& call) {
  const MapBody& map = MapAt(call, 0, "map1");
  const std::span<const Value> arguments = RestAt(call, 1);
  if (arguments.empty()) Fail("Expected $args to contain a key.");
  if (arguments.size() == 1) Fail("Expected $args to contain a map.");
  const MapBody& other = CheckMap(call.values(), arguments.back(), "map2");
  const auto merge = [&](const Value& old) {
    const MapBody* const inner = AsMap(old);
    return inner ? Merged(call.values(), *inner, other) : Value::Of(&other);
  };
  return Modified(call.values(), map, arguments.first(arguments.size() - 1), merge, true);
}

Value DeepMerged(const ValueContext& context, const MapBody& one, const MapBody& other) {
  if (one.entries.empty()) return Value::Of(&other);
  if (other.entries.empty()) return Value::Of(&one);
  MapBuilder builder(context, one);
  for (const MapEntry& entry : other.entries) {
    const Value* const old = builder.Get(entry.key);
    const MapBody* const old_map = old ? AsMap(*old) : nullptr;
    const MapBody* const new_map = AsMap(entry.value);
    builder.Set(entry.key, old_map && new_map ? DeepMerged(context, *old_map, *new_map) : entry.value);
  }
  return builder.Build();
}

Value DeepMerge(Call& call) {
  const MapBody& one = MapAt(call, 0, "map1");
  return DeepMerged(call.values(), one, MapAt(call, 1, "map2"));
}

Value DeepRemove(Call& call) {
  const MapBody& map = MapAt(call, 0, "map");
  const Keys keys = KeysAt(call, 1);
  const auto remove = [&](const Value& value) {
    const MapBody* const inner = AsMap(value);
    if (!inner || !Find(call.values(), *inner, keys.back())) return value;
    MapBuilder builder(call.values(), *inner);
    builder.Remove(keys.back());
    return builder.Build();
  };
  if (keys.size() == 1) return remove(Value::Of(&map));
  return Modified(call.values(), map, std::span<const Value>(keys).first(keys.size() - 1), remove, false);
}

Value RemoveNothing(Call& call) { return Value::Of(&MapAt(call, 0, "map")); }

Value Remove(Call& call) {
  MapBuilder builder(call.values(), MapAt(call, 0, "map"));
  for (const Value& key : KeysAt(call, 1)) builder.Remove(key);
  return builder.Build();
}

Value RemoveAll(Call& call) {
  MapBuilder builder(call.values(), MapAt(call, 0, "map"));
  for (const Value& key : RestAt(call, 1)) builder.Remove(key);
  return builder.Build();
}

Value KeysOf(Call& call) {
  std::vector<Value> keys;
  for (const MapEntry& entry : MapAt(call, 0, "map").entries) keys.push_back(entry.key);
  return Value::NewList(call.arena(), keys, Separator::kComma);
}

Value ValuesOf(Call& call) {
  std::vector<Value> values;
  for (const MapEntry& entry : MapAt(call, 0, "map").entries) values.push_back(entry.value);
  return Value::NewList(call.arena(), values, Separator::kComma);
}

Value GetOne(Call& call) {
  const Value* const value = Find(call.values(), MapAt(call, 0, "map"), call[1]);
  return value ? *value : Value::Null();
}

Value HasOne(Call& call) { return Value::Bool(Find(call.values(), MapAt(call, 0, "map"), call[1]) != nullptr); }

constexpr BuiltIn kFunctions[] = {
    {"map-get", "map", "get", "$map, $key, $keys...", Get, kInDart},
    {"map-get", "", "", "$map, $key", GetOne, kInOld},
    {"map-merge", "map", "merge", "$map1, $map2", Merge, kInDart},
    {"map-merge", "map", "merge", "$map1, $args...", MergeNested, kInDart},
    {"map-merge", "", "", "$map1, $map2", Merge, kInOld},
    {"map-remove", "map", "remove", "$map", RemoveNothing, kInDart},
    {"map-remove", "map", "remove", "$map, $key, $keys...", Remove, kInDart},
    {"map-remove", "", "", "$map, $keys...", RemoveAll, kInOld},
    {"map-keys", "map", "keys", "$map", KeysOf},
    {"map-values", "map", "values", "$map", ValuesOf},
    {"map-has-key", "map", "has-key", "$map, $key, $keys...", HasKey, kInDart},
    {"map-has-key", "", "", "$map, $key", HasOne, kInOld},
    {"", "map", "set", "$map, $key, $value", Set},
    {"", "map", "set", "$map, $args...", SetNested},
    {"", "map", "deep-merge", "$map1, $map2", DeepMerge},
    {"", "map", "deep-remove", "$map, $key, $keys...", DeepRemove},
};

}  // namespace

std::span<const BuiltIn> MapFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
