#include "compat/text/pluralized.h"

#include <algorithm>
#include <vector>

#include "liquid/support/utf8.h"
#include "liquid/value/compare.h"

namespace tincture::text {

namespace {

void AppendFlattened(const Value& value, int depth, std::vector<Value>& items) {
  if (value.IsNil() || depth > kMaxNesting) return;
  if (!value.IsArray()) return items.push_back(value);
  for (const Value& item : value.AsArray()) AppendFlattened(item, depth + 1, items);
}

void AppendWords(std::string_view text, std::vector<Value>& items) {
  while (!text.empty()) {
    const auto begin = std::ranges::find_if_not(text, IsSpace);
    const auto end = std::find_if(begin, text.end(), IsSpace);
    if (begin != end) items.push_back(Value::String(std::string_view(begin, end)));
    text = std::string_view(end, text.end());
  }
}

}  // namespace

Value PluralizedArray(const Hash& hash, const Symbol& singular, const Symbol& plural, Arena& arena) {
  std::vector<Value> items;
  const Value one = hash.Get(singular);
  const Value many = hash.Get(plural);
  if (one.Truthy()) {
    AppendFlattened(one, 0, items);
  } else if (many.IsString()) {
    AppendWords(many.AsString(), items);
  } else if (many.IsArray()) {
    AppendFlattened(many, 0, items);
  }
  return Value::Array(arena, items);
}

}  // namespace tincture::text
