#include "engine/cli/program.h"

#include <cmath>
#include <cstdio>

#include "engine/build/build.h"
#include "engine/cli/command_line.h"
#include "engine/cli/error_report.h"
#include "engine/cli/version.h"
#include "engine/config/configuration.h"
#include "engine/config/profile_choice.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::string SourceFolder(const CommandOptions& options, const Machine& machine) {
  const Value source = options.overrides->Get("source");
  const std::string working_directory = machine.env.WorkingDirectory();
  return source.IsString() ? ExpandPath(source.AsString(), working_directory) : working_directory;
}

int Fail(const Error& error, const std::string& source, const Machine& machine, Log& log) {
  log.Raw(LogLevel::kError, DescribeError(error, source, machine.files));
  return 1;
}

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

int RunBuild(const CommandLine& line, const Machine& machine, Log& log) {
  const std::string source = SourceFolder(line.options, machine);
  const ProfileChoice choice = ChooseProfile(line.options.profile, source, machine.files);
  const compat::Profile& profile = compat::ProfileOf(choice.id);
  log.Debug("Profile:", std::string(profile.name) + ": " + choice.reason);
  for (const std::string& option : line.ignored)
    log.Warn("Not there yet:", option + " is understood but does nothing.");

  const Result<Configuration> configuration = Configuration::Load(line.options, profile, machine, log);
  if (!configuration) return Fail(configuration.error(), source, machine, log);
  const Clock::Instant start = machine.clock.Now();
  log.Info("Source:", configuration->source());
  log.Info("Destination:", configuration->destination());
  log.Info("Incremental build:",
           configuration->Truthy("incremental") ? "enabled" : "disabled. Enable with --incremental");
  log.Info("Generating...", "");
  if (Status built = BuildSite(*configuration, machine, log); !built) {
    return Fail(built.error(), configuration->source(), machine, log);
  }
  log.Info("", "done in " + Elapsed(start, machine.clock.Now()) + " seconds.");
  log.Info("Auto-regeneration:", "disabled. Use --watch to enable.");
  return 0;
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Machine& machine, Log& log) {
  const Result<CommandLine> line = ParseCommandLine(arguments);
  if (!line) return Fail(line.error(), "", machine, log);
  if (line->quiet) {
    log.set_level(LogLevel::kError);
  } else if (line->verbose) {
    log.set_level(LogLevel::kDebug);
  }
  switch (line->action) {
    case CommandLine::Action::kPrintHelp:
      log.Raw(LogLevel::kInfo, line->text);
      return arguments.empty() ? 1 : 0;
    case CommandLine::Action::kPrintVersion:
      log.Raw(LogLevel::kInfo, "tincture " + std::string(kVersion));
      return 0;
    case CommandLine::Action::kNotThereYet:
      log.Error("Not there yet:", "'tincture " + line->text + "' is planned; 'tincture build' works.");
      return 1;
    case CommandLine::Action::kBuild:
      return RunBuild(*line, machine, log);
  }
  return 1;
}

}  // namespace tincture::engine
