// `build`: Commands::Build (lib/jekyll/commands/build.rb).
#include <cmath>
#include <cstdio>

#include "engine/build/build.h"
#include "engine/cli/session.h"

namespace tincture::engine {

namespace {

// (Time.now - t).round(3), printed as Ruby prints a Float.
std::string Elapsed(const Clock::Instant& start, const Clock::Instant& end) {
  const double seconds =
      static_cast<double>(end.seconds - start.seconds) + static_cast<double>(end.nanoseconds - start.nanoseconds) / 1e9;
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", std::round(seconds * 1000) / 1000);
  std::string trimmed = text;
  while (trimmed.ends_with('0') && !trimmed.ends_with(".0")) trimmed.pop_back();
  return trimmed;
}

// Options that are understood and do nothing yet.
void WarnOfIdleOptions(const Session& session) {
  const ParsedOptions& parsed = session.line.parsed;
  for (const GivenOption& given : parsed.given) {
    const std::string_view key = given.option->key;
    const bool is_idle = key == "watch" || key == "force_polling" || key == "lsi" || key == "incremental";
    const bool rendering_profile = key == "profile" && !given.argument;
    if (!given.on || (!is_idle && !rendering_profile)) continue;
    session.log.Warn("Not there yet:", std::string(given.option->long_name) +
                                           (rendering_profile ? " without a name (the Liquid rendering profile)" : "") +
                                           " is understood but does nothing.");
  }
}

}  // namespace

int RunBuild(const Session& session) {
  Log& log = session.log;
  log.Debug("Profile:", std::string(session.profile().name) + " (Jekyll " +
                            std::string(session.profile().jekyll_version) + "): " + session.choice.reason);
  WarnOfIdleOptions(session);
  const Result<Configuration> configuration = session.Configure();
  if (!configuration) return session.Fail(configuration.error());
  const Clock::Instant start = session.machine.clock.Now();
  log.Info("Source:", configuration->source());
  log.Info("Destination:", configuration->destination());
  log.Info("Incremental build:",
           configuration->Truthy("incremental") ? "enabled" : "disabled. Enable with --incremental");
  log.Info("Generating...", "");
  if (Status built = BuildSite(*configuration, session.machine, log); !built) return session.Fail(built.error());
  log.Info("", "done in " + Elapsed(start, session.machine.clock.Now()) + " seconds.");
  log.Info("Auto-regeneration:", "disabled. Use --watch to enable.");
  return 0;
}

}  // namespace tincture::engine
