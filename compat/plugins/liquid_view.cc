#include "compat/plugins/liquid_view.h"

#include <vector>

#include "liquid/exec/environment.h"
#include "liquid/exec/output.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

Value LiquidView::Get(const Value& of, const Symbol& key) {
  Value found;
  if (failed()) return found;
  if (of.IsHash()) return of.AsHash().Get(key);
  if (of.IsDrop()) context_.ReadDrop(of.AsDrop(), key, &found);
  return found;
}

Value LiquidView::At(const Value& of, const Value& key) {
  if (key.IsString()) return Get(of, key.AsString());
  if (of.IsHash()) {
    const Value* found = of.AsHash().Find(key);
    return found ? *found : Value();
  }
  if (!of.IsArray() || !key.IsInt()) return {};
  const std::span<const Value> items = of.AsArray();
  const int64_t size = static_cast<int64_t>(items.size());
  const int64_t index = key.AsInt() < 0 ? key.AsInt() + size : key.AsInt();
  return index >= 0 && index < size ? items[index] : Value();
}

std::span<const Value> LiquidView::Each(const Value& value) {
  if (value.IsArray()) return value.AsArray();
  if (value.IsString() && !value.AsString().empty()) return arena().CopySpan(std::span(&value, 1));
  if (!value.IsHash()) return {};
  std::vector<Value> pairs;
  for (const Hash::Entry& entry : value.AsHash().entries()) {
    pairs.push_back(Value::Array(arena(), std::vector<Value>{entry.key, entry.value}));
  }
  return arena().CopySpan(std::span<const Value>(pairs));
}

Value LiquidView::Filter(std::string_view name, const Value& input, std::initializer_list<Value> args) {
  if (failed()) return {};
  const liquid::Filter* filter = context_.environment().FindFilter(name);
  if (!filter) return input;
  const Value output = filter->call({input, std::span(args.begin(), args.size()), context_});
  return failed() ? Value() : output;
}

Value LiquidView::Through(const Value& input, std::initializer_list<std::string_view> filters) {
  Value value = input;
  for (const std::string_view filter : filters) value = Filter(filter, value);
  return value;
}

std::string LiquidView::Text(const Value& value) {
  liquid::Output output;
  if (!failed()) context_.Print(value, output);
  return output.Take();
}

Result<std::string> LiquidView::Finish(std::string text) {
  if (failed()) return context_.error()->ToError();
  return text;
}

}  // namespace tincture::compat::plugins
