// What every subcommand is given: the understood command line, the machine, and the profile that was chosen.
#pragma once

#include <string>
#include <string_view>

#include "engine/cli/command_line.h"
#include "engine/config/profile_choice.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"

namespace tincture::engine {

// Borrows everything.
struct Session {
  std::string_view program;  // what it was started as: "tincture", or "jekyll"
  const CommandLine& line;
  const Machine& machine;
  Log& log;
  std::string source;  // absolute
  ProfileChoice choice;

  const compat::Profile& profile() const { return choice.profile(); }
  // With the messages of its files. Error: already logged.
  Result<Configuration> Configure() const { return Configuration::Load(line.options, profile(), machine, log); }
  // Logs the error as the user sees it. Returns exit status 1.
  int Fail(const Error& error) const;
};

// Each returns the exit status. One file a command.
int RunBuild(const Session& session);
int RunClean(const Session& session);
int RunDoctor(const Session& session);
int RunExplain(const Session& session);
int RunHelp(const Session& session);
int RunNew(const Session& session);
int RunNewTheme(const Session& session);
int RunServe(const Session& session);
int RunVerify(const Session& session);

}  // namespace tincture::engine
