// Jekyll's default configuration (Configuration::DEFAULTS of the profile's version), without source and destination.
#pragma once

#include "compat/profile/profile.h"
#include "liquid/support/arena.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

const Hash* DefaultConfiguration(const compat::Profile& profile, Arena& arena);
// What Jekyll 4 adds to every `exclude`, and Jekyll 3 has as its default.
Value DefaultExcludes(const compat::Profile& profile, Arena& arena);

}  // namespace tincture::engine
