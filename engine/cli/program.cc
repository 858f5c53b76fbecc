#include "engine/cli/program.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/cli/error_report.h"
#include "engine/cli/old_options.h"
#include "engine/cli/session.h"
#include "engine/cli/version.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::string SourceFolder(const CommandOptions& options, const Machine& machine) {
  const Value source = options.overrides->Get("source");
  const std::string working_directory = machine.env.WorkingDirectory();
  return source.IsString() ? ExpandPath(source.AsString(), working_directory) : working_directory;
}

// As Mercenary reports what it cannot read.
int Misunderstood(const Error& error, Log& log) {
  if (error.kind == "OptionParser::InvalidOption") log.Error("Whoops, we can't understand your command.", "");
  log.Error(error.message, "");
  if (error.kind == "OptionParser::InvalidOption") {
    log.Error("Run your command again with the --help switch to see available options.", "");
  }
  if (!error.hint.empty()) log.Error(error.hint, "");
  return 1;
}

// The first line as the program that it stands for would print it.
int PrintVersion(const Session& session) {
  const compat::Profile& profile = session.profile();
  const std::string jekyll = "Jekyll " + std::string(profile.jekyll_version);
  const std::string why = "profile " + std::string(profile.name) + " (" + jekyll + "): " + session.choice.reason;
  const bool is_jekyll = session.program == "jekyll";
  session.log.Raw(LogLevel::kInfo,
                  is_jekyll ? "jekyll " + std::string(profile.jekyll_version) : "tincture " + std::string(kVersion));
  session.log.Raw(LogLevel::kInfo, is_jekyll ? "tincture " + std::string(kVersion) + ", " + why : why);
  return 0;
}

int WithoutCommand(const Session& session) {
  session.log.Error("A subcommand is required.", "");
  session.log.Raw(LogLevel::kInfo, HelpText(session.program, nullptr, session.profile()));
  return 1;
}

// `--jobs`, else TINCTURE_JOBS, else what the machine has.
Result<int> JobsOf(const CommandLine& line, const Machine& machine) {
  const GivenOption* given = line.parsed.Find("jobs");
  const std::optional<std::string> number = given ? given->argument : machine.env.Get("TINCTURE_JOBS");
  if (!number) return machine.jobs;
  constexpr int kMost = 256;
  int jobs = 0;
  const char* end = number->data() + number->size();
  const auto [stop, problem] = std::from_chars(number->data(), end, jobs);
  if (problem == std::errc() && stop == end && jobs > 0) return std::min(jobs, kMost);
  return Error{.kind = "OptionParser::InvalidArgument",
               .message = "invalid argument: --jobs " + *number,
               .hint = "It is a number of threads, at least 1."};
}

int RunCommand(const Session& session) {
  switch (session.line.command->id) {
    case CommandId::kBuild:
      return RunBuild(session);
    case CommandId::kClean:
      return RunClean(session);
    case CommandId::kDoctor:
      return RunDoctor(session);
    case CommandId::kExplain:
      return RunExplain(session);
    case CommandId::kHelp:
      return RunHelp(session);
    case CommandId::kNew:
      return RunNew(session);
    case CommandId::kNewTheme:
      return RunNewTheme(session);
    case CommandId::kVerify:
      return RunVerify(session);
    case CommandId::kServe:
      return RunServe(session);
  }
  return 1;
}

}  // namespace

int Session::Fail(const Error& error) const {
  log.CountRest();
  log.Raw(LogLevel::kError, DescribeError(error, source, machine.files));
  return 1;
}

int Run(const std::vector<std::string>& arguments, const Machine& machine, Log& log, std::string_view program) {
  WarnOfOldOptions(arguments, log);
  const Result<CommandLine> line = ParseCommandLine(arguments);
  if (!line) return Misunderstood(line.error(), log);
  const std::string source = SourceFolder(line->options, machine);
  const Result<int> jobs = JobsOf(*line, machine);
  if (!jobs) return Misunderstood(jobs.error(), log);
  Machine with_jobs = machine;
  with_jobs.jobs = *jobs;
  const Session session{program, *line,  with_jobs,
                        log,     source, ChooseProfile(line->options.profile, source, machine.files)};
  if (line->Has("help")) {
    log.Raw(LogLevel::kInfo, HelpText(program, line->command, session.profile()));
    return 0;
  }
  if (line->Has("version")) return PrintVersion(session);
  if (Status status = CheckOptions(*line, session.profile()); !status) return Misunderstood(status.error(), log);
  if (line->Has("quiet")) {
    log.set_level(LogLevel::kError);
  } else if (line->Has("verbose")) {
    log.set_level(LogLevel::kDebug);
  }
  return line->command == nullptr ? WithoutCommand(session) : RunCommand(session);
}

}  // namespace tincture::engine
