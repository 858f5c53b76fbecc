#include <optional>
#include <vector>

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/item_property.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/value/compare.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

struct Keyed {
  Value key;
  Value item;
};

// The merge sort of glibc's qsort_r, on which Ruby's sort rests: stable, and it decides which two items an error names.
// `compare` answers nothing where it failed.
template <class T, class Compare>
bool MergeSort(std::span<T> items, std::span<T> scratch, Compare compare) {
  if (items.size() < 2) return true;
  const size_t half = items.size() / 2;
  if (!MergeSort(items.first(half), scratch, compare) || !MergeSort(items.subspan(half), scratch, compare))
    return false;
  size_t left = 0;
  size_t right = half;
  size_t out = 0;
  while (left < half && right < items.size()) {
    const std::optional<int> order = compare(items[left], items[right]);
    if (!order) return false;
    scratch[out++] = *order <= 0 ? items[left++] : items[right++];
  }
  while (left < half) scratch[out++] = items[left++];
  std::copy_n(scratch.begin(), out, items.begin());
  return true;
}

template <class T, class Compare>
bool Sort(std::vector<T>& items, Compare compare) {
  std::vector<T> scratch(items.size());
  return MergeSort(std::span<T>(items), std::span<T>(scratch), compare);
}

Value SortPlain(const liquid::FilterCall& call) {
  if (!IsEnumerable(call.input)) return FailNoMethod(call, "sort", call.input);
  std::vector<Value> items = ItemsOf(call, call.input);
  const auto compare = [&](const Value& a, const Value& b) {
    const std::optional<int> order = Compare(a, b);
    if (!order) FailComparison(call, a, b);
    return order;
  };
  if (!Sort(items, compare)) return Value();
  return Value::Array(call.arena(), items);
}

// Properties that do not compare are compared as text (4.x) or are an error (3.x, about the pairs that it sorts).
std::optional<int> CompareProperties(const liquid::FilterCall& call, const Value& a, const Value& b) {
  if (const std::optional<int> order = Compare(a, b)) return order;
  if (HostOf(call.context).profile().properties_are_numbers) {
    return TextOf(a, call.access()).compare(TextOf(b, call.access()));
  }
  FailComparison(call, Value::Array({}), Value::Array({}));
  return std::nullopt;
}

Value SortByProperty(const liquid::FilterCall& call, int nil_order) {
  if (!IsEnumerable(call.input)) return FailNoMethod(call, "map", call.input);
  std::vector<Keyed> items;
  for (const Value& item : ItemsOf(call, call.input)) {
    items.push_back({ItemProperty(call, item, call.args[0]), item});
    if (call.context.failed()) return Value();
  }
  const auto compare = [&](const Keyed& a, const Keyed& b) -> std::optional<int> {
    if (!a.key.IsNil() && b.key.IsNil()) return -nil_order;
    if (a.key.IsNil() && !b.key.IsNil()) return nil_order;
    return CompareProperties(call, a.key, b.key);
  };
  if (!Sort(items, compare)) return Value();
  std::vector<Value> sorted;
  for (const Keyed& keyed : items) sorted.push_back(keyed.item);
  return Value::Array(call.arena(), sorted);
}

Value SortFilter(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return FailArgument(call, "Cannot sort a null object.");
  if (call.Arg(0).IsNil()) return SortPlain(call);
  const Value nils = call.args.size() > 1 ? call.args[1] : Value::String("first");
  if (nils.IsString() && nils.AsString() == "first") return SortByProperty(call, -1);
  if (nils.IsString() && nils.AsString() == "last") return SortByProperty(call, +1);
  return FailArgument(call, "Invalid nils order: '" + std::string(TextOf(nils, call.access())) +
                                "' is not a valid nils order. It must be 'first' or 'last'.");
}

constexpr liquid::Filter kFilters[] = {{"sort", 0, 2, SortFilter}};

}  // namespace

std::span<const liquid::Filter> SortFilters() { return kFilters; }

}  // namespace tincture::engine
