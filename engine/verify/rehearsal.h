// Rehearsal: a build that leaves the disk alone. The site is read as ever, but for its destination, which looks empty;
// what the build would write is kept in memory.
#pragma once

#include <map>
#include <string>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class RenderWatcher;

// A file that the build would write: its bytes, or the file that they are copied from.
struct MadeFile {
  std::string bytes;
  std::string copied_from;  // absolute; empty where `bytes` counts
};

// By path below the destination, such as "about/index.html".
using MadeSite = std::map<std::string, MadeFile>;

struct RehearsalSettings {
  Clock::Instant now;
  int64_t files_are_newer_by = 0;  // seconds
};

// Error: the build stopped. `watcher` as BuildSite has it.
Result<MadeSite> Rehearse(const Configuration& configuration, const Machine& machine, Log& log,
                          const RehearsalSettings& settings, RenderWatcher* watcher = nullptr);

Result<std::string> BytesOf(const MadeFile& file, const FileSource& files);

}  // namespace tincture::engine
