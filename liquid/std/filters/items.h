// What filters on lists share: Liquid's InputIterator, and item[property].
#pragma once

#include <span>
#include <vector>

#include "liquid/exec/context.h"
#include "liquid/exec/environment.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

// The input as a list: an array flattened (a view of it where nothing is nested), a hash as one item, a range's
// numbers, nil as nothing, anything else as one item.
std::span<const Value> InputItems(const FilterCall& call);

// respond_to?(:[])
bool HasLookup(const Value& item);

// What filters such as `where` and `sort` look up in every item. A text is hashed once.
struct Property {
  explicit Property(const Value& value) : value(value), symbol(value.IsString() ? value.AsString() : "") {}

  Value value;
  Symbol symbol;  // where the value is a text
};

// item[property]. Each error is Liquid's or Ruby's own, and the call has failed when false comes back.
bool Lookup(const FilterCall& call, const Value& item, const Property& property, Value* out);

// The filter `join`.
Value Join(const FilterCall& call);

}  // namespace tincture::liquid
