// Options of Jekyll 0 and 1, which have not worked since: what came in their place (lib/jekyll/deprecator.rb).
#pragma once

#include <string>
#include <vector>

#include "engine/source/log.h"

namespace tincture::engine {

// A warning for each of them among `arguments`. They stay what they are for the parser: unknown.
void WarnOfOldOptions(const std::vector<std::string>& arguments, Log& log);

}  // namespace tincture::engine
