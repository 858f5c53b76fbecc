// default.
#include "liquid/exec/context.h"
#include "liquid/std/filters/filters.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {

namespace {

Value DefaultOr(const FilterCall& call, bool missing) {
  if (!missing && !IsEmpty(call.input)) return call.input;
  return call.args.empty() ? Value::String("") : call.args[0];
}

Value Default(const FilterCall& call) { return DefaultOr(call, !call.input.Truthy()); }

// Liquid 5: `allow_false: true` lets a false through.
Value DefaultWithOptions(const FilterCall& call) {
  const Value options = call.Arg(1);
  const bool allow_false = options.IsHash() && options.AsHash().Get("allow_false").Truthy();
  return DefaultOr(call, allow_false ? call.input.IsNil() : !call.input.Truthy());
}

}  // namespace

void AddDefaultFilters(Environment& environment) {
  static constexpr Filter kLiquid4Filters[] = {{"default", 0, 1, Default}};
  static constexpr Filter kLiquid5Filters[] = {{"default", 0, 2, DefaultWithOptions}};
  const bool options = environment.dialect.has_liquid5_filters;
  environment.AddFilters(options ? std::span<const Filter>(kLiquid5Filters) : kLiquid4Filters);
}

}  // namespace tincture::liquid
