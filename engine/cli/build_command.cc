// `build`: Commands::Build (lib/jekyll/commands/build.rb).
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compat/profile/profiler.h"
#include "engine/cli/regeneration.h"
#include "engine/cli/session.h"
#include "engine/source/path.h"
#include "engine/support/build_profile.h"

namespace tincture::engine {

namespace {

// Options that are understood and do nothing yet.
void WarnOfIdleOptions(const Session& session) {
  const ParsedOptions& parsed = session.line.parsed;
  for (const GivenOption& given : parsed.given) {
    const std::string_view key = given.option->key;
    if (!given.on || key != "lsi") continue;
    session.log.Warn("Not there yet:", std::string(given.option->long_name) + " is understood but does nothing.");
  }
}

// What `--profile` asks for besides a Jekyll.
struct Measuring {
  bool tables = false;
  std::optional<std::string> trace;  // a file, absolute

  bool any() const { return tables || trace; }
};

Measuring MeasuringOf(const Session& session) {
  Measuring wanted;
  for (const GivenOption& given : session.line.parsed.given) {
    if (given.option->key != "profile") continue;
    wanted.tables |= !given.argument;
    if (given.argument && IsTraceFile(*given.argument)) {
      wanted.trace = ExpandPath(*given.argument, session.machine.env.WorkingDirectory());
    }
  }
  return wanted;
}

// Profiler#profile_process, Site#print_stats.
void PrintTables(const Session& session, const BuildProfile& profile) {
  const auto [has_phases, has_total] = compat::TablesOf(session.profile());
  if (!has_phases) return session.log.Info(profile.PlainTemplateTable(session.source), "");
  session.log.Info("\nBuild Process Summary:", "");
  session.log.Info(profile.PhaseTable(has_total), "");
  session.log.Info("\nSite Render Stats:", "");
  session.log.Info(profile.TemplateTable(session.source, has_total), "");
}

// A build that is measured: `profile` is that of its machine.
Rebuild Measured(Rebuild rebuild, const Measuring& wanted, const Session& session, BuildProfile& profile) {
  return [rebuild = std::move(rebuild), &wanted, &session, &profile]() -> Status {
    profile.Clear();
    if (Status built = rebuild(); !built) return built;
    if (wanted.tables) PrintTables(session, profile);
    return wanted.trace ? session.machine.target.Write(*wanted.trace, profile.ChromeTrace()) : Status();
  };
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
  const Measuring wanted = MeasuringOf(session);
  BuildProfile profile(wanted.trace.has_value());
  Machine machine = session.machine;
  if (wanted.tables) machine.jobs = 1;  // Jekyll's numbers are those of one thread
  const bool explains = session.line.Has("explain");
  const Rebuild rebuild = Measured(
      MakeRebuild(*configuration, machine, log, explains, wanted.any() ? &profile : nullptr), wanted, session, profile);
  if (Status built = BuildFirst(session, *configuration, rebuild); !built) return session.Fail(built.error());
  if (configuration->Truthy("watch")) return Watch(session, *configuration, rebuild);
  log.Info("Auto-regeneration:", "disabled. Use --watch to enable.");
  return 0;
}

}  // namespace tincture::engine
