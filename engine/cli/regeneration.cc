#include "engine/cli/regeneration.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "engine/build/builder.h"
#include "engine/serve/watcher.h"
#include "engine/source/inotify_events.h"
#include "engine/source/path.h"
#include "engine/source/polling_events.h"
#include "engine/source/system.h"
#include "liquid/value/strftime.h"
#include "liquid/value/time_zone.h"

namespace tincture::engine {

namespace {

// listen looks once a second; twice is still next to nothing.
constexpr std::chrono::milliseconds kPollingInterval{500};

// A Float of so many digits behind the point, as Ruby prints it.
std::string Elapsed(const Clock::Instant& start, const Clock::Instant& end, int digits) {
  const double seconds =
      static_cast<double>(end.seconds - start.seconds) + static_cast<double>(end.nanoseconds - start.nanoseconds) / 1e9;
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, seconds);
  std::string trimmed = text;
  while (trimmed.ends_with('0') && !trimmed.ends_with(".0")) trimmed.pop_back();
  return trimmed;
}

// Jekyll::Watcher.to_exclude, and what a build writes into the source.
std::vector<std::string> IgnoredPaths(const Configuration& configuration) {
  const std::string& source = configuration.source();
  std::vector<std::string> paths = {configuration.destination(),
                                    ExpandPath(configuration.Text("cache_dir", ".jekyll-cache"), source)};
  for (const char* ending : {"yml", "yaml", "toml"})
    paths.push_back(JoinPath(source, std::string("_config.") + ending));
  return paths;
}

std::string LocalTime(const Configuration& configuration, const Clock::Instant& now) {
  std::string text;
  (void)FormatTime(configuration.zone().Show(now.seconds, now.nanoseconds), "%Y-%m-%d %H:%M:%S", text);
  return text;
}

}  // namespace

Rebuild MakeRebuild(const Configuration& configuration, const Machine& machine, Log& log, bool explains,
                    BuildProfile* profile) {
  const auto builder = std::make_shared<Builder>(configuration, machine, log, ProgramId(), profile);
  builder->set_explains(explains);
  return [builder] { return builder->Build(); };
}

Status BuildFirst(const Session& session, const Configuration& configuration, const Rebuild& rebuild) {
  Log& log = session.log;
  const Clock::Instant start = session.machine.clock.Now();
  log.Info("Source:", configuration.source());
  log.Info("Destination:", configuration.destination());
  log.Info("Incremental build:",
           configuration.Truthy("incremental") ? "enabled" : "disabled. Enable with --incremental");
  log.Info("Generating...", "");
  if (Status built = rebuild(); !built) return built;
  log.Info("", "done in " + Elapsed(start, session.machine.clock.Now(), 3) + " seconds.");
  return {};
}

Regeneration::Regeneration(const Session& session, const Configuration& configuration, const StopSignal& stop)
    : session_(session),
      configuration_(configuration),
      stop_(stop),
      filter_(std::make_unique<WatchFilter>(configuration.entry_rules(), session.machine.files,
                                            IgnoredPaths(configuration))) {}

Regeneration::~Regeneration() = default;

Status Regeneration::StartWith(std::unique_ptr<FileEvents> events) {
  events_ = std::move(events);
  tree_ = std::make_unique<SourceTree>(configuration_.source(), *filter_, session_.machine.files,
                                       [this](const std::string& folder) { return events_->Watch(folder); });
  return tree_->Scan();
}

Status Regeneration::Start() {
  if (!configuration_.Truthy("force_polling")) {
    const Status started = StartWith(std::make_unique<InotifyEvents>(stop_));
    if (started) return started;
    session_.log.Warn("Watcher:", started.error().message + " Polling instead. " + started.error().hint);
  }
  return StartWith(std::make_unique<PollingEvents>(stop_, kPollingInterval));
}

void Regeneration::Run(const Rebuild& rebuild, const Built& built) {
  Watcher watcher(*tree_, *events_, stop_);
  for (Changes changes = watcher.Next(); !changes.empty(); changes = watcher.Next()) {
    RebuildOnce(changes, rebuild, built);
  }
}

void Regeneration::RebuildOnce(const Changes& changes, const Rebuild& rebuild, const Built& built) {
  Log& log = session_.log;
  const Clock& clock = session_.machine.clock;
  const Clock::Instant start = clock.Now();
  log.Info("Regenerating:", std::to_string(changes.size()) + " file(s) changed at " + LocalTime(configuration_, start));
  for (const auto* list : {&changes.modified, &changes.added, &changes.removed}) {
    for (const std::string& path : *list) log.Info("", path.substr(configuration_.source().size() + 1));
  }
  const Status status = rebuild();
  if (status) {
    log.Info("", "...done in " + Elapsed(start, clock.Now(), 9) + " seconds.");
  } else {
    (void)session_.Fail(status.error());
  }
  log.Info("", "");
  built(status, changes);
}

}  // namespace tincture::engine
