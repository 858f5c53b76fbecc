// Build: Site#process (lib/jekyll/site.rb): reset, read, generate, render, cleanup, write.
#pragma once

#include <functional>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class BuildProfile;
class RenderWatcher;
struct Kept;
struct Site;

// Builds the site that the configuration describes. What Jekyll logs besides its first and last lines goes to `log`.
// Error: the build stopped; the destination is as it was.
// `watcher`: sees what the templates print; `profile`: told how long things take; null: nobody wants to know.
// `kept`: what stands of the last build, and what may stand in the next (unit_records.h); null: nothing. Error
// kStartOver: it must begin anew with nothing of the last build; the destination is as it was.
Status BuildSite(const Configuration& configuration, const Machine& machine, Log& log, RenderWatcher* watcher = nullptr,
                 BuildProfile* profile = nullptr, Kept* kept = nullptr);

// Reads and generates the site, renders and writes nothing, and shows it to `look`, which may not keep it.
Status InspectSite(const Configuration& configuration, const Machine& machine, Log& log,
                   const std::function<void(Site&)>& look);

}  // namespace tincture::engine
