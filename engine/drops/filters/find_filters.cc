#include "engine/drops/filters/expression_filter.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/item_property.h"
#include "engine/drops/filters/property_match.h"
#include "liquid/exec/context.h"

namespace tincture::engine {

namespace {

// A false item that matches counts as none.
Value Find(const liquid::FilterCall& call) {
  if (!CanLookFor(call) || !IsEnumerable(call.input)) return call.input;
  for (const Value& item : ValuesOf(call, call.input)) {
    if (PropertyMatches(call, item)) return item.Truthy() ? item : Value();
    if (call.context.failed()) break;
  }
  return Value();
}

Value FindExp(const liquid::FilterCall& call) {
  if (!IsEnumerable(call.input)) return call.input;
  liquid::Condition condition;
  if (!ParseConditionArgument(call, &condition)) return Value();
  const liquid::Context::Scope scope(call.context);
  for (const Value& item : ValuesOf(call, call.input)) {
    SetItem(call, item);
    if (call.context.Test(condition)) return item;
    if (call.context.failed()) break;
  }
  return Value();
}

constexpr liquid::Filter kFilters[] = {
    {"find", 2, 2, Find},
    {"find_exp", 2, 2, FindExp},
};

}  // namespace

std::span<const liquid::Filter> FindFilters() { return kFilters; }

}  // namespace tincture::engine
