#include "engine/cli/old_options.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tincture::engine {

namespace {

constexpr std::pair<std::string_view, std::string_view> kOldOptions[] = {
    {"--server", "The --server command has been replaced by the 'serve' subcommand."},
    {"--serve", "The --serve command has been replaced by the 'serve' subcommand."},
    {"--no-server", "To build Jekyll without launching a server, use the 'build' subcommand."},
    {"--auto", "The switch '--auto' has been replaced with '--watch'."},
    {"--no-auto", "To disable auto-replication, simply leave off the '--watch' switch."},
    {"--pygments", "The 'pygments' settings has been removed in favour of 'highlighter'."},
    {"--paginate", "The 'paginate' setting can only be set in your config files."},
    {"--url", "The 'url' setting can only be set in your config files."},
};

}  // namespace

void WarnOfOldOptions(const std::vector<std::string>& arguments, Log& log) {
  for (const auto& [option, message] : kOldOptions) {
    if (std::find(arguments.begin(), arguments.end(), option) != arguments.end()) log.Warn("Deprecation:", message);
  }
}

}  // namespace tincture::engine
