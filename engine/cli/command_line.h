// The command line as Jekyll's Mercenary reads it: `tincture [options] SUBCOMMAND [options]`.
#pragma once

#include <string>
#include <vector>

#include "engine/config/configuration.h"
#include "liquid/support/status.h"

namespace tincture::engine {

struct CommandLine {
  enum class Action { kBuild, kPrintHelp, kPrintVersion, kNotThereYet };
  Action action = Action::kPrintHelp;
  // kPrintHelp: the text to print. kNotThereYet: the subcommand's name.
  std::string text = {};
  CommandOptions options = {};
  bool watch = false;
  bool quiet = false;
  bool verbose = false;
  bool trace = false;
  // Options that are understood but do nothing yet, as they were written.
  std::vector<std::string> ignored = {};
};

// `arguments` without the program's name. Error: an option or a value that is not understood, in Mercenary's words.
Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments);

}  // namespace tincture::engine
