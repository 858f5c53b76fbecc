// What `where`, `find`, `group_by` and `sort` read from each item.
#pragma once

#include <vector>

#include "liquid/exec/environment.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// Whether Ruby's value is Enumerable: an array, hash or range.
bool IsEnumerable(const Value& value);
// The items of an enumerable, as `each` gives them: a hash's are its pairs.
std::vector<Value> ItemsOf(const Value& enumerable, Arena& arena);
// The same, but of a hash its values.
std::vector<Value> ValuesOf(const Value& enumerable, Arena& arena);

// Jekyll's item_property: `item[property]`, a dotted property step by step. Since 4.x, what looks like a number is one.
// May fail: the result is nil then, and call.context.failed().
Value ItemProperty(const liquid::FilterCall& call, const Value& item, const Value& property);

}  // namespace tincture::engine
