// glibc's qsort, which Ruby's Array#sort is on Linux: a stable merge sort. The order of its comparisons shows when one
// of them fails, because the message names the pair; hence no std::stable_sort.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tincture::liquid {

template <class T, class Order>
bool MergeSortSpan(std::span<T> items, std::vector<T>& scratch, const Order& order) {
  if (items.size() <= 1) return true;
  const auto first = items.first(items.size() / 2);
  const auto second = items.subspan(items.size() / 2);
  if (!MergeSortSpan(first, scratch, order) || !MergeSortSpan(second, scratch, order)) return false;
  scratch.clear();
  size_t i = 0;
  size_t j = 0;
  while (i < first.size() && j < second.size()) {
    const std::optional<int> compared = order(first[i], second[j]);
    if (!compared) return false;
    scratch.push_back(*compared <= 0 ? first[i++] : second[j++]);
  }
  scratch.insert(scratch.end(), first.begin() + static_cast<std::ptrdiff_t>(i), first.end());
  std::copy(scratch.begin(), scratch.end(), items.begin());
  return true;
}

// `order(a, b)` is <=> as an optional<int>. False: it gave nothing for a pair.
template <class T, class Order>
bool MergeSort(std::vector<T>& items, const Order& order) {
  std::vector<T> scratch;
  return MergeSortSpan(std::span<T>(items), scratch, order);
}

}  // namespace tincture::liquid
