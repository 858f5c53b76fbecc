#include "engine/cli/options.h"

#include <algorithm>
#include <charconv>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kNo = "[no-]";

Error Refused(std::string_view kind, std::string_view what, std::string_view word) {
  return {.kind = "OptionParser::" + std::string(kind), .message = std::string(what) + ": " + std::string(word)};
}

// "--[no-]watch" is "--watch" or "--no-watch".
std::string Spelled(const Option& option, bool on) {
  std::string name(option.long_name);
  const size_t no = name.find(kNo);
  if (no != std::string::npos) name.replace(no, kNo.size(), on ? "" : "no-");
  return name;
}

struct Match {
  const Option* option = nullptr;
  bool on = true;
};

// OptionParser's Integer: a sign, digits with single underscores; "0x1f" and the like too, which nobody writes.
bool IsInteger(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

class Parser {
 public:
  Parser(std::span<const Option> options, std::span<const std::string> arguments)
      : options_(options), arguments_(arguments) {}

  Result<ParsedOptions> Parse() {
    for (; next_ < arguments_.size();) {
      const std::string& word = arguments_[next_++];
      if (word == "--") {
        parsed_.words.insert(parsed_.words.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(next_),
                             arguments_.end());
        break;
      }
      const bool is_option = word.size() > 1 && word[0] == '-';
      if (!is_option) {
        parsed_.words.push_back(word);
      } else if (Status status = word[1] == '-' ? ParseLong(word) : ParseShorts(word); !status) {
        return status.error();
      }
    }
    return std::move(parsed_);
  }

 private:
  Status ParseLong(const std::string& word) {
    const size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Result<Match> match = FindLong(name, word);
    if (!match) return match.error();
    std::optional<std::string> argument;
    if (equals != std::string::npos) argument = word.substr(equals + 1);
    return Take(*match, name, std::move(argument));
  }

  // The exact name, else the only one that begins so. Options declared later hide earlier ones of one name.
  Result<Match> FindLong(const std::string& name, const std::string& word) const {
    std::vector<std::pair<std::string, Match>> begun;
    for (const Option& option : options_) {
      for (const bool on : {true, false}) {
        if (!on && option.long_name.find(kNo) == std::string_view::npos) continue;
        const std::string spelled = Spelled(option, on);
        if (spelled == name) return Match{&option, on};
        const bool known = std::any_of(begun.begin(), begun.end(), [&](auto& b) { return b.first == spelled; });
        if (spelled.starts_with(name) && !known) begun.push_back({spelled, {&option, on}});
      }
    }
    if (begun.empty()) return Refused("InvalidOption", "invalid option", name);
    if (begun.size() > 1) return Refused("AmbiguousOption", "ambiguous option", word);
    return begun.front().second;
  }

  Status ParseShorts(const std::string& word) {
    for (size_t i = 1; i < word.size(); ++i) {
      const std::string name = std::string("-") + word[i];
      const auto option = std::find_if(options_.begin(), options_.end(), [&](auto& o) { return o.short_name == name; });
      if (option == options_.end()) return Refused("InvalidOption", "invalid option", name);
      if (option->takes == Takes::kNothing) {
        parsed_.given.push_back({&*option, true, {}});
        continue;
      }
      std::optional<std::string> rest;
      if (i + 1 < word.size()) rest = word.substr(i + 1);
      return Take({&*option, true}, name, std::move(rest));
    }
    return {};
  }

  Status Take(const Match& match, const std::string& name, std::optional<std::string> argument) {
    const Takes takes = match.option->takes;
    if (takes == Takes::kNothing && argument)
      return Refused("NeedlessArgument", "needless argument", name + "=" + *argument);
    if (takes != Takes::kNothing && !argument && HasNextWord(takes)) argument = arguments_[next_++];
    const bool needs = takes != Takes::kNothing && takes != Takes::kTextOrNothing;
    if (needs && !argument) return Refused("MissingArgument", "missing argument", name);
    if (takes == Takes::kNumber && !IsInteger(*argument)) {
      return Refused("InvalidArgument", "invalid argument", name + " " + *argument);
    }
    parsed_.given.push_back({match.option, match.on, std::move(argument)});
    return {};
  }

  // An argument that may be left out is not taken from a word that looks like an option; one that is needed is.
  bool HasNextWord(Takes takes) const {
    if (next_ >= arguments_.size()) return false;
    return takes != Takes::kTextOrNothing || !arguments_[next_].starts_with('-') || arguments_[next_] == "-";
  }

  std::span<const Option> options_;
  std::span<const std::string> arguments_;
  size_t next_ = 0;
  ParsedOptions parsed_;
};

}  // namespace

const GivenOption* ParsedOptions::Find(std::string_view key) const {
  const auto found = std::find_if(given.rbegin(), given.rend(), [&](auto& g) { return g.option->key == key; });
  return found == given.rend() ? nullptr : &*found;
}

bool ParsedOptions::Has(std::string_view key) const {
  const GivenOption* found = Find(key);
  return found != nullptr && found->on;
}

Result<ParsedOptions> ParseOptions(std::span<const Option> options, std::span<const std::string> arguments) {
  return Parser(options, arguments).Parse();
}

// Mercenary's columns: the short name ends in the tenth, the long one is filled up to thirteen.
std::string HelpLine(const Option& option) {
  std::string line =
      option.short_name.empty() ? std::string(12, ' ') : std::string(8, ' ') + std::string(option.short_name) + ", ";
  std::string name(option.long_name);
  if (!option.argument.empty()) name += " " + std::string(option.argument);
  name.resize(std::max<size_t>(name.size(), 13), ' ');
  return line + name + "  " + std::string(option.text);
}

}  // namespace tincture::engine
