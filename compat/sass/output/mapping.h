// Source maps: which place of the CSS came from which place of a source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/error.h"

namespace tincture::compat::sass {

// Lines and columns count from 0, columns in characters of the reference (libsass: code points).
struct Mapping {
  uint32_t source = 0;
  uint32_t offset = 0;  // bytes into the source
  uint32_t line = 0;
  uint32_t column = 0;
};
using Mappings = std::vector<Mapping>;

}  // namespace tincture::compat::sass
