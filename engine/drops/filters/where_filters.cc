#include "engine/drops/filters/expression_filter.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/item_property.h"
#include "engine/drops/filters/property_match.h"
#include "liquid/exec/context.h"

namespace tincture::engine {

namespace {

Value Where(const liquid::FilterCall& call) {
  if (!CanLookFor(call) || !IsEnumerable(call.input)) return call.input;
  std::vector<Value> found;
  for (const Value& item : ValuesOf(call, call.input)) {
    if (PropertyMatches(call, item)) found.push_back(item);
    if (call.context.failed()) return Value();
  }
  return Value::Array(call.arena(), found);
}

Value WhereExp(const liquid::FilterCall& call) {
  if (!IsEnumerable(call.input)) return call.input;
  liquid::Condition condition;
  if (!ParseConditionArgument(call, &condition)) return Value();
  const liquid::Context::Scope scope(call.context);
  std::vector<Value> found;
  for (const Value& item : ValuesOf(call, call.input)) {
    SetItem(call, item);
    if (call.context.Test(condition)) found.push_back(item);
    if (call.context.failed()) return Value();
  }
  return Value::Array(call.arena(), found);
}

constexpr liquid::Filter kFilters[] = {
    {"where", 2, 2, Where},
    {"where_exp", 2, 2, WhereExp},
};

}  // namespace

std::span<const liquid::Filter> WhereFilters() { return kFilters; }

}  // namespace tincture::engine
