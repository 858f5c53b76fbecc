// The command line as Jekyll's Mercenary reads it: `tincture SUBCOMMAND [options] [words]`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/options.h"
#include "engine/config/configuration.h"
#include "liquid/support/status.h"

namespace tincture::engine {

enum class CommandId { kBuild, kClean, kDoctor, kExplain, kHelp, kNew, kNewTheme, kServe, kVerify };

// Static data: one subcommand.
struct Command {
  CommandId id;
  std::string_view name;
  std::vector<std::string_view> aliases;
  std::string_view syntax;  // "new PATH"
  std::string_view text;    // for help
  std::vector<Option> options;
};

// In the order of the help text.
const std::vector<Command>& Commands();
// By name or alias; null where there is none.
const Command* FindCommand(std::string_view name);

struct CommandLine {
  const Command* command = nullptr;  // null: none was named
  ParsedOptions parsed = {};         // parsed.words: what is neither option nor subcommand
  CommandOptions options = {};
  bool Has(std::string_view key) const { return parsed.Has(key); }
};

// `arguments` without the program's name. Error: an option, a value or a subcommand that is not understood, in Jekyll's
// words.
Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments);

// Whether `--profile`'s argument is a file for a trace rather than a profile's name.
bool IsTraceFile(std::string_view profile);

// An option that was given and that the profile's Jekyll does not have: the error it gives.
Status CheckOptions(const CommandLine& line, const compat::Profile& profile);

// The whole help text. `program`: "tincture", or what it was started as. `command`: null for the program's own.
std::string HelpText(std::string_view program, const Command* command, const compat::Profile& profile);

}  // namespace tincture::engine
