// Whether an item's property is what `where` and `find` look for.
#pragma once

#include "liquid/exec/environment.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// The arguments are args[0], the property, and args[1], the value. May fail: call.context.failed().
bool PropertyMatches(const liquid::FilterCall& call, const Value& item);

// `where` and `find` give back what they got where they cannot look for args[1] by args[0].
bool CanLookFor(const liquid::FilterCall& call);

}  // namespace tincture::engine
