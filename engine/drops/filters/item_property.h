// What `where`, `find`, `group_by` and `sort` read from each item.
#pragma once

#include <vector>

#include "liquid/exec/environment.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// Whether Ruby's value is Enumerable: an array, a range, a hash (a page is one), one of Jekyll's drops.
bool IsEnumerable(const Value& value);
// The items of an enumerable, as `each` gives them: a hash's and a drop's are its pairs. The call fails over a range
// too long to be made.
std::vector<Value> ItemsOf(const liquid::FilterCall& call, const Value& enumerable);
// The same, but of a hash its values.
std::vector<Value> ValuesOf(const liquid::FilterCall& call, const Value& enumerable);

// Jekyll's item_property: `item[property]`, a dotted property step by step. Since 4.x, what looks like a number is one.
// May fail: the result is nil then, and call.context.failed().
Value ItemProperty(const liquid::FilterCall& call, const Value& item, const Value& property);

}  // namespace tincture::engine
