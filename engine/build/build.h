// Build: Site#process (lib/jekyll/site.rb): reset, read, generate, render, cleanup, write.
#pragma once

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Builds the site that the configuration describes. What Jekyll logs besides its first and last lines goes to `log`.
// Error: the build stopped; the destination is as it was.
Status BuildSite(const Configuration& configuration, const Machine& machine, Log& log);

}  // namespace tincture::engine
