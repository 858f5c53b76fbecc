#include "compat/toml/load.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <vector>

#include "liquid/value/civil.h"
#include "liquid/value/hash.h"

namespace tincture::toml_file {

namespace {

constexpr int kMaxDepth = 200;

Value Convert(const toml::node& node, Arena& arena, int depth);

// toml++ sorts its tables by key; the places of the values give the file's order back.
Value ConvertTable(const toml::table& table, Arena& arena, int depth) {
  struct Entry {
    std::string_view key;
    const toml::node* value;
    toml::source_position place;
  };
  std::vector<Entry> entries;
  for (const auto& [key, value] : table) entries.push_back({key.str(), &value, key.source().begin});
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.place < b.place; });
  HashBuilder hash(arena);
  for (const Entry& entry : entries) hash.Set(arena.Copy(entry.key), Convert(*entry.value, arena, depth + 1));
  return hash.BuildValue();
}

Value ConvertArray(const toml::array& array, Arena& arena, int depth) {
  std::vector<Value> items;
  for (const toml::node& item : array) items.push_back(Convert(item, arena, depth + 1));
  return Value::Array(arena, items);
}

Value TimeOf(const toml::date& date, const toml::time& time, int offset_minutes, Arena& arena) {
  const int64_t days = DaysFromCivil(date.year, date.month, date.day);
  Time value;
  value.seconds = days * 86400 + time.hour * 3600 + time.minute * 60 + time.second - int64_t{offset_minutes} * 60;
  value.nanoseconds = static_cast<int32_t>(time.nanosecond);
  value.utc_offset = offset_minutes * 60;
  return Value::OfTime(arena, value);
}

Value Convert(const toml::node& node, Arena& arena, int depth) {
  if (depth > kMaxDepth) return Value();
  if (const auto* table = node.as_table()) return ConvertTable(*table, arena, depth);
  if (const auto* array = node.as_array()) return ConvertArray(*array, arena, depth);
  if (const auto* text = node.as_string()) return Value::String(arena.Copy(text->get()));
  if (const auto* number = node.as_integer()) return Value::Int(number->get());
  if (const auto* number = node.as_floating_point()) return Value::Float(number->get());
  if (const auto* truth = node.as_boolean()) return Value::Bool(truth->get());
  if (const auto* date = node.as_date()) return TimeOf(date->get(), {}, 0, arena);
  if (const auto* both = node.as_date_time()) {
    const int offset = both->get().offset ? both->get().offset->minutes : 0;
    return TimeOf(both->get().date, both->get().time, offset, arena);
  }
  return Value();  // a time without a date: tomlrb knows none
}

}  // namespace

Result<Value> Load(std::string_view text, std::string_view path, Arena& arena) {
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    const toml::source_position place = parsed.error().source().begin;
    return Error{.kind = "Tomlrb::ParseError",
                 .message = std::string(parsed.error().description()),
                 .hint = {},
                 .where = {std::string(path), static_cast<uint32_t>(place.line), static_cast<uint32_t>(place.column)}};
  }
  return ConvertTable(parsed.table(), arena, 0);
}

}  // namespace tincture::toml_file
