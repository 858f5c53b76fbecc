// `help [subcommand]`: Commands::Help (lib/jekyll/commands/help.rb).
#include "engine/cli/session.h"

namespace tincture::engine {

namespace {

std::string CommandNames() {
  std::string names;
  for (const Command& command : Commands()) {
    for (const std::string_view alias : command.aliases) names += std::string(alias) + ", ";
    names += std::string(command.name) + ", ";
  }
  return names.substr(0, names.size() - 2);
}

}  // namespace

int RunHelp(const Session& session) {
  const std::vector<std::string>& words = session.line.parsed.words;
  const Command* command = words.empty() ? nullptr : FindCommand(words.front());
  if (!words.empty() && command == nullptr) {
    session.log.Error("Error:", "There is no command '" + words.front() + "'.");
    session.log.Info("Valid commands:", CommandNames());
    return 1;
  }
  session.log.Raw(LogLevel::kInfo, HelpText(session.program, command, session.profile()));
  return 0;
}

}  // namespace tincture::engine
