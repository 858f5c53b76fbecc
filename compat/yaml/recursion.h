// What an alias within its own anchor stands for (`&a [1, *a]`). In Ruby the value is a part of itself; values here are
// finite, so that nothing can run around in one: it is a drop that is shown as Ruby shows a value within itself, and
// has nothing in it.
#pragma once

#include "liquid/value/value.h"

namespace tincture::yaml {

// `[...]`; Ruby refuses to join it.
Value ListWithinItself();
// `{...}`.
Value MappingWithinItself();

// Whether it is one of these two.
bool IsWithinItself(const Value& value);

}  // namespace tincture::yaml
