// The options of the command line as Ruby's OptionParser reads them: long names may be cut short where that is
// unambiguous, short ones run together (-qV), values stand in the same word (-d_site, --config=a.yml) or the next.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "liquid/support/status.h"

namespace tincture::engine {

enum class Takes { kNothing, kText, kTextOrNothing, kList, kNumber };

// Static data.
struct Option {
  std::string_view key;         // Jekyll's name of the setting: "show_drafts"
  std::string_view short_name;  // "-D", or empty
  std::string_view long_name;   // "--drafts"; "--[no-]watch" may also be --no-watch
  std::string_view argument;    // as help shows it: "[DIR]"
  Takes takes;
  std::string_view text;  // for help
  // Null: every profile's Jekyll has it.
  bool compat::Profile::*only_where = nullptr;
};

struct GivenOption {
  const Option* option = nullptr;
  bool on = true;                       // false: --no-...
  std::optional<std::string> argument;  // nothing: not taken, or not given where it may be left out
};

struct ParsedOptions {
  std::vector<GivenOption> given;  // in order; of two, the later one counts
  std::vector<std::string> words;  // what is no option

  const GivenOption* Find(std::string_view key) const;
  bool Has(std::string_view key) const;
};

// Error: OptionParser's, of kind "OptionParser::InvalidOption", "...::MissingArgument", ...
Result<ParsedOptions> ParseOptions(std::span<const Option> options, std::span<const std::string> arguments);

// Its line of the help text.
std::string HelpLine(const Option& option);

}  // namespace tincture::engine
