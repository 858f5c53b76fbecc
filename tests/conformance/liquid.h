// The suite `liquid`: plain Liquid records are judged in liquid.cc; records of a Jekyll site's Liquid (jekyll-*.jsonl)
// in liquid_jekyll.cc, which makes itself known here.
#pragma once

#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/value/value.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

// A record's text (Options::record) as Values: JSON as Ruby's JSON.parse has it, so whole numbers are Integers of any
// size and others Floats, and {"$time": ..}, {"$date": ..}, {"$datetime": ..}, {"$float": ..} for what JSON has no room
// for. A DateTime becomes its text: Liquid only prints it. Copies into the arena.
Value ParseRecord(std::string_view text, Arena& arena);

// Judges the records that are no plain Liquid ones. Make one at namespace scope.
struct JekyllLiquid {
  explicit JekyllLiquid(Judge judge);
};

}  // namespace tincture::vectors
