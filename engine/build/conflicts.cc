#include "engine/build/conflicts.h"

#include <map>

namespace tincture::engine {

std::string NameInConflict(const Renderable& unit) {
  return PlaceIn(unit.kind == UnitKind::kPage ? unit.relative_path : unit.path, unit.key_lines.permalink);
}

bool WarnOfConflicts(const std::vector<std::pair<std::string, std::string>>& written, Log& log) {
  std::map<std::string_view, std::vector<std::string_view>> paths;
  for (const auto& [destination, path] : written) paths[destination].push_back(path);
  bool any = false;
  for (const auto& [destination, path] : written) {
    const auto found = paths.find(destination);
    if (found == paths.end() || found->second.size() < 2) continue;
    log.Warn("Conflict:", "The following destination is shared by multiple files.");
    log.Warn("", "The written file may end up with unexpected contents.");
    log.Warn("", destination);
    for (const std::string_view each : found->second) log.Warn("", " - " + std::string(each));
    log.Warn("", "");
    paths.erase(found);
    any = true;
  }
  return any;
}

}  // namespace tincture::engine
