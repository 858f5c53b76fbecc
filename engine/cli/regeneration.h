// Regeneration: building a site once, and again whenever its source changes, with Jekyll's messages (commands/build.rb,
// and lib/jekyll/watcher.rb of jekyll-watch 2.2).
#pragma once

#include <functional>
#include <memory>

#include "engine/cli/session.h"
#include "engine/config/configuration.h"
#include "engine/serve/source_tree.h"
#include "engine/source/file_events.h"
#include "engine/source/stop_signal.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class BuildProfile;

// Builds the whole site, in the thread that calls.
using Rebuild = std::function<Status()>;

// A builder of `configuration`'s site; what it keeps from one build to the next is its own. `explains`: it says why
// each page renders. `profile`: as BuildSite's. Borrows all.
Rebuild MakeRebuild(const Configuration& configuration, const Machine& machine, Log& log, bool explains,
                    BuildProfile* profile = nullptr);

// The first build, from "Source:" to "done in". Error: not logged.
Status BuildFirst(const Session& session, const Configuration& configuration, const Rebuild& rebuild);

// One thread.
class Regeneration {
 public:
  // Told after each build what came of it.
  using Built = std::function<void(const Status& status, const Changes& changes)>;

  // Borrows all.
  Regeneration(const Session& session, const Configuration& configuration, const StopSignal& stop);
  ~Regeneration();

  // Looks at the source; what changes afterwards is seen. Error: not logged.
  Status Start();
  // Builds again and again, until the program is to stop.
  void Run(const Rebuild& rebuild, const Built& built);

 private:
  Status StartWith(std::unique_ptr<FileEvents> events);
  void RebuildOnce(const Changes& changes, const Rebuild& rebuild, const Built& built);

  const Session& session_;
  const Configuration& configuration_;
  const StopSignal& stop_;
  std::unique_ptr<WatchFilter> filter_;
  std::unique_ptr<FileEvents> events_;
  std::unique_ptr<SourceTree> tree_;
};

}  // namespace tincture::engine
