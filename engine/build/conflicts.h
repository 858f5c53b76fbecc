// Doctor.conflicting_urls: a warning for each destination that several files share (lib/jekyll/commands/doctor.rb).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/model/renderable.h"
#include "engine/source/log.h"

namespace tincture::engine {

// How a page or document is named there: as Jekyll names it, and where its permalink is.
std::string NameInConflict(const Renderable& unit);

// `written`: destination and the path that is named for it, in the order of writing.
bool WarnOfConflicts(const std::vector<std::pair<std::string, std::string>>& written, Log& log);

}  // namespace tincture::engine
