// Source maps: which place of the CSS came from which place of a source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/error.h"

namespace tincture::compat::sass {

// Lines and columns count from 0, columns in UTF-16 units.
struct Mapping {
  uint32_t source = 0;
  uint32_t offset = 0;  // bytes into the source
  uint32_t line = 0;
  uint32_t column = 0;
};
using Mappings = std::vector<Mapping>;

// In a text: a Place (syntax/places.h) begins or ends. A token also takes up what libsass puts before a rule's first.
struct MapEvent {
  enum class Kind : uint8_t { kToken, kStart, kEnd };
  uint32_t at = 0;
  uint32_t place = 0;
  Kind kind = Kind::kToken;
};
using MapEvents = std::vector<MapEvent>;

}  // namespace tincture::compat::sass
