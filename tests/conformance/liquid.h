// The suite `liquid`: plain Liquid records are judged in liquid.cc; records of a Jekyll site's Liquid (jekyll-*.jsonl)
// in liquid_jekyll.cc, which makes itself known here.
#pragma once

#include "liquid/support/arena.h"
#include "liquid/value/value.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

// JSON as Ruby's JSON.parse has it: whole numbers are Integers, others Floats. Copies into the arena.
Value ValueOf(const Json& json, Arena& arena);

// Judges the records that are no plain Liquid ones. Call it from a static initializer.
struct JekyllLiquid {
  explicit JekyllLiquid(Judge judge);
};

}  // namespace tincture::vectors
