// The standard library of Liquid: what a host adds to its Environment before its own tags and filters.
#pragma once

#include "liquid/exec/environment.h"

namespace tincture::liquid {

// The tags of the environment's dialect.
void AddStandardTags(Environment& environment);
void AddStandardFilters(Environment& environment);

}  // namespace tincture::liquid
