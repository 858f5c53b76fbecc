#include "tests/conformance/jekyll_value.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <vector>

#include "liquid/value/hash.h"
#include "tests/conformance/liquid.h"

namespace tincture::vectors {

namespace {

std::optional<Value> MarkedValue(const Hash& hash, Arena& arena) {
  if (hash.size() != 1) return std::nullopt;
  const Value range = hash.Get("$range");
  if (range.IsArray()) return Value::OfRange(arena, range.AsArray()[0].AsInt(), range.AsArray()[1].AsInt());
  if (const Value* symbol = hash.Find(Symbol("$symbol"))) return *symbol;
  return std::nullopt;
}

Value Unmarked(const Value& value, Arena& arena) {
  if (value.IsArray()) {
    std::vector<Value> items;
    for (const Value& item : value.AsArray()) items.push_back(Unmarked(item, arena));
    return Value::Array(arena, items);
  }
  if (!value.IsHash()) return value;
  if (const std::optional<Value> marked = MarkedValue(value.AsHash(), arena)) return *marked;
  HashBuilder hash(arena);
  for (const Hash::Entry& entry : value.AsHash().entries()) hash.Set(entry.key, Unmarked(entry.value, arena));
  return hash.BuildValue();
}

}  // namespace

Value ParseJekyllRecord(std::string_view text, Arena& arena) { return Unmarked(ParseRecord(text, arena), arena); }

Value CopyValue(const Value& value, Arena& arena) {
  switch (value.type()) {
    case Type::kString:
      return Value::String(arena.Copy(value.AsString()), value.string_flags());
    case Type::kBigInt:
      return Value::BigInt(arena.Copy(value.AsBigInt()));
    case Type::kTime:
      return Value::OfTime(arena, value.AsTime());
    case Type::kRange:
      return Value::OfRange(arena, value.AsRange().first, value.AsRange().last);
    case Type::kArray: {
      std::vector<Value> items;
      for (const Value& item : value.AsArray()) items.push_back(CopyValue(item, arena));
      return Value::Array(arena, items);
    }
    case Type::kHash: {
      HashBuilder hash(arena);
      for (const Hash::Entry& entry : value.AsHash().entries()) {
        hash.Set(CopyValue(entry.key, arena), CopyValue(entry.value, arena));
      }
      return hash.BuildValue();
    }
    default:
      return value;
  }
}

std::string Serialized(const Json& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace tincture::vectors
