#include "liquid/value/compare.h"

#include <algorithm>
#include <cmath>

#include "liquid/value/big_integer.h"
#include "liquid/value/drop.h"
#include "liquid/value/hash.h"

namespace tincture {

namespace {

template <class T>
int Order(const T& a, const T& b) {
  return a < b ? -1 : b < a;
}

std::optional<int> CompareNumbers(const Value& a, const Value& b) {
  if (a.IsFloat() && b.IsFloat()) {
    if (std::isnan(a.AsFloat()) || std::isnan(b.AsFloat())) return std::nullopt;
    return Order(a.AsFloat(), b.AsFloat());
  }
  if (a.IsFloat()) {
    if (std::isnan(a.AsFloat())) return std::nullopt;
    return -CompareIntegerWithFloat(b, a.AsFloat());
  }
  if (b.IsFloat()) {
    if (std::isnan(b.AsFloat())) return std::nullopt;
    return CompareIntegerWithFloat(a, b.AsFloat());
  }
  return CompareIntegers(a, b);
}

int CompareTimes(const Time& a, const Time& b) {
  return a.seconds != b.seconds ? Order(a.seconds, b.seconds) : Order(a.nanoseconds, b.nanoseconds);
}

bool EqualAt(const Value& a, const Value& b, int depth);

bool EqualArrays(std::span<const Value> a, std::span<const Value> b, int depth) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [depth](const Value& x, const Value& y) { return EqualAt(x, y, depth + 1); });
}

bool EqualHashes(const Hash& a, const Hash& b, int depth) {
  if (&a == &b) return true;
  if (a.size() != b.size()) return false;
  return std::all_of(a.entries().begin(), a.entries().end(), [&](const Hash::Entry& entry) {
    const Value* other = b.Find(entry.key);
    return other && EqualAt(entry.value, *other, depth + 1);
  });
}

bool EqualAt(const Value& a, const Value& b, int depth) {
  if (depth > kMaxNesting) return false;
  if (IsNumber(a) && IsNumber(b)) return CompareNumbers(a, b) == 0;
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case Type::kArray:
      return EqualArrays(a.AsArray(), b.AsArray(), depth);
    case Type::kHash:
      return EqualHashes(a.AsHash(), b.AsHash(), depth);
    case Type::kTime:
      return CompareTimes(a.AsTime(), b.AsTime()) == 0;
    default:
      return KeysEqual(a, b);
  }
}

std::optional<int> CompareAt(const Value& a, const Value& b, int depth);

std::optional<int> CompareArrays(std::span<const Value> a, std::span<const Value> b, int depth) {
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const std::optional<int> order = CompareAt(a[i], b[i], depth + 1);
    if (order != 0) return order;
  }
  return Order(a.size(), b.size());
}

std::optional<int> CompareAt(const Value& a, const Value& b, int depth) {
  if (depth > kMaxNesting) return std::nullopt;
  if (IsNumber(a) && IsNumber(b)) return CompareNumbers(a, b);
  if (a.type() == b.type()) {
    switch (a.type()) {
      case Type::kString:
        return a.AsString().compare(b.AsString());
      case Type::kTime:
        return CompareTimes(a.AsTime(), b.AsTime());
      case Type::kDate:
        return Order(a.AsDate(), b.AsDate());
      case Type::kArray:
        return CompareArrays(a.AsArray(), b.AsArray(), depth);
      case Type::kDrop:
        if (const std::optional<int> order = a.AsDrop().Compare(b.AsDrop())) return order;
        break;
      default:
        break;
    }
  }
  // Object#<=>: 0 for what is equal, nil otherwise.
  return EqualAt(a, b, depth) ? std::optional<int>(0) : std::nullopt;
}

}  // namespace

bool Equal(const Value& a, const Value& b) { return EqualAt(a, b, 0); }

std::optional<int> Compare(const Value& a, const Value& b) { return CompareAt(a, b, 0); }

bool IsEmpty(const Value& v) {
  switch (v.type()) {
    case Type::kString:
      return v.AsString().empty();
    case Type::kArray:
      return v.AsArray().empty();
    case Type::kHash:
      return v.AsHash().empty();
    default:
      return false;
  }
}

}  // namespace tincture
