// sort, sort_natural.
#include <algorithm>
#include <optional>
#include <vector>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/items.h"
#include "liquid/std/filters/merge_sort.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/compare.h"
#include "liquid/value/ruby_class.h"

namespace tincture::liquid {

namespace {

// Nothing where the two do not compare.
using Order = std::optional<int> (*)(const FilterCall&, const Value&, const Value&);

// nil comes last.
std::optional<int> NilSafe(const FilterCall& call, const Value& a, const Value& b) {
  if (call.dialect().sort_names_incompatible_types) {
    if (const auto order = Compare(a, b)) return order;
    if (a.IsNil() || b.IsNil()) return a.IsNil() ? 1 : -1;
    call.Fail(kArgumentError, "cannot sort values of incompatible types");
    return std::nullopt;
  }
  if (a.IsNil() || b.IsNil()) return a.IsNil() ? 1 : -1;
  return Compare(a, b);
}

// String#casecmp: ASCII letters only.
std::optional<int> IgnoringCase(const FilterCall& call, const Value& a, const Value& b) {
  if (a.IsNil() || b.IsNil()) return a.IsNil() ? 1 : -1;
  const std::string_view left = TextOf(call, a).bytes;
  const std::string_view right = TextOf(call, b).bytes;
  const size_t size = std::min(left.size(), right.size());
  for (size_t i = 0; i < size; ++i) {
    const auto x = static_cast<unsigned char>(ToLower(left[i]));
    const auto y = static_cast<unsigned char>(ToLower(right[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  return left.size() < right.size() ? -1 : left.size() > right.size();
}

struct Keyed {
  Value item;
  Value key;
};

// Ruby's sort raises this where a comparison gives nil. It names the items, not what they were compared by.
void FailComparison(const FilterCall& call, const Value& a, const Value& b) {
  if (call.context.failed()) return;
  call.Fail(kArgumentError, "comparison of " + std::string(RubyClass(a)) + " with " + NameInComparison(b) + " failed");
}

template <Order order>
Value SortBy(const FilterCall& call) {
  const auto items = InputItems(call);
  const Property property(call.Arg(0));
  if (items.empty()) return Value::Array({});
  if (!property.value.IsNil() && !std::all_of(items.begin(), items.end(), HasLookup)) return Value();
  std::vector<Keyed> keyed;
  keyed.reserve(items.size());
  for (const Value& item : items) {
    Value key = item;
    // A single item is compared with nothing, so Ruby never asks it.
    if (!property.value.IsNil() && items.size() > 1 && !Lookup(call, item, property, &key)) return Value();
    keyed.push_back({item, key});
  }
  const bool sorted = MergeSort(keyed, [&](const Keyed& a, const Keyed& b) {
    const std::optional<int> compared = order(call, a.key, b.key);
    if (!compared) FailComparison(call, a.item, b.item);
    return compared;
  });
  if (!sorted) return Value();
  std::vector<Value> out;
  out.reserve(keyed.size());
  for (const Keyed& entry : keyed) out.push_back(entry.item);
  return Value::Array(call.arena(), out);
}

}  // namespace

void AddSortFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"sort", 0, 1, SortBy<NilSafe>},
      {"sort_natural", 0, 1, SortBy<IgnoringCase>},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
