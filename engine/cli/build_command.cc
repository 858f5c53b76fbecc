// `build`: Commands::Build (lib/jekyll/commands/build.rb).
#include <string>
#include <string_view>

#include "engine/cli/regeneration.h"
#include "engine/cli/session.h"

namespace tincture::engine {

namespace {

// Options that are understood and do nothing yet.
void WarnOfIdleOptions(const Session& session) {
  const ParsedOptions& parsed = session.line.parsed;
  for (const GivenOption& given : parsed.given) {
    const std::string_view key = given.option->key;
    const bool is_idle = key == "lsi";
    const bool rendering_profile = key == "profile" && !given.argument;
    if (!given.on || (!is_idle && !rendering_profile)) continue;
    session.log.Warn("Not there yet:", std::string(given.option->long_name) +
                                           (rendering_profile ? " without a name (the Liquid rendering profile)" : "") +
                                           " is understood but does nothing.");
  }
}

int Watch(const Session& session, const Configuration& configuration, const Rebuild& rebuild) {
  const StopSignal stop;
  Regeneration regeneration(session, configuration, stop);
  if (Status started = regeneration.Start(); !started) return session.Fail(started.error());
  session.log.Info("Auto-regeneration:", "enabled for '" + configuration.source() + "'");
  regeneration.Run(rebuild, [](const Status&, const Changes&) {});
  session.log.Info("", "Halting auto-regeneration.");
  return 0;
}

}  // namespace

int RunBuild(const Session& session) {
  Log& log = session.log;
  log.Debug("Profile:", std::string(session.profile().name) + " (Jekyll " +
                            std::string(session.profile().jekyll_version) + "): " + session.choice.reason);
  WarnOfIdleOptions(session);
  const Result<Configuration> configuration = session.Configure();
  if (!configuration) return session.Fail(configuration.error());
  const Rebuild rebuild = MakeRebuild(*configuration, session.machine, log);
  if (Status built = BuildFirst(session, *configuration, rebuild); !built) return session.Fail(built.error());
  if (configuration->Truthy("watch")) return Watch(session, *configuration, rebuild);
  log.Info("Auto-regeneration:", "disabled. Use --watch to enable.");
  return 0;
}

}  // namespace tincture::engine
