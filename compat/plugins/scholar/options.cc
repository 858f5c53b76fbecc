#include "compat/plugins/scholar/options.h"

#include <algorithm>
#include <charconv>

#include "compat/plugins/scholar/pattern.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

// The words of a tag: an option, or what stands between two. An option begins where no letter or digit comes before.
std::vector<std::string> Arguments(std::string_view text) {
  static const Pattern option(
      R"(\B-[cCfhqptTsgGOlLomAr]|\B--(?:cited(?:_in_order)?|clear|bibliography_list_tag|file|query|prefix|text|style)"
      R"(|group_(?:by|order)|type_order|template|locator|label|offset|max|suppress_author|remove_duplicates|))");
  std::vector<std::string> arguments;
  const auto add = [&](std::string_view part) {
    if (!Strip(part).empty()) arguments.emplace_back(Strip(part));
  };
  size_t start = 0;
  while (const auto groups = option.Find(text, start)) {
    const size_t at = static_cast<size_t>((*groups)[0].data() - text.data());
    add(text.substr(start, at - start));
    add((*groups)[0]);
    start = at + (*groups)[0].size();
  }
  add(text.substr(start));
  return arguments;
}

int64_t ToInt(const std::string& text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<std::string> SplitFields(std::string_view text) {
  static const Pattern separator(R"(,\s+)");
  std::vector<std::string> fields;
  while (const auto groups = separator.Find(text)) {
    const size_t at = static_cast<size_t>((*groups)[0].data() - text.data());
    fields.emplace_back(text.substr(0, at));
    text.remove_prefix(at + (*groups)[0].size());
  }
  fields.emplace_back(text);
  return fields;
}

class Parser {
 public:
  explicit Parser(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {}

  Result<Options> Parse() {
    for (; next_ < arguments_.size(); ++next_) {
      const std::string& argument = arguments_[next_];
      if (argument == "--") break;
      if (!SetFlag(argument) && !SetValue(argument)) {
        return Error{.kind = "OptionParser::MissingArgument",
                     .message = "missing argument: " + argument,
                     .hint = "Write a value after " + argument + "."};
      }
    }
    return std::move(options_);
  }

 private:
  static bool Is(const std::string& argument, std::string_view a, std::string_view b) {
    return argument == a || argument == b;
  }

  bool SetFlag(const std::string& argument) {
    if (Is(argument, "-c", "--cited")) return options_.cited = true;
    if (Is(argument, "-C", "--cited_in_order")) return options_.cited = options_.in_order = true;
    if (argument == "--clear") return options_.clear = true;
    if (Is(argument, "-A", "--suppress_author")) return options_.suppress_author = true;
    if (!Is(argument, "-r", "--remove_duplicates")) return false;
    if (next_ + 1 < arguments_.size() && !arguments_[next_ + 1].starts_with('-')) {
      options_.match_fields = SplitFields(arguments_[++next_]);
    }
    return options_.remove_duplicates = true;
  }

  // A word that is no option counts for nothing. False: an option without its value.
  bool SetValue(const std::string& argument) {
    if (!argument.starts_with('-')) return true;
    if (next_ + 1 == arguments_.size()) return false;
    const std::string& value = arguments_[++next_];
    if (Is(argument, "-f", "--file")) options_.files.push_back(value);
    if (Is(argument, "-q", "--query")) options_.query = value;
    if (Is(argument, "-h", "--bibliography_list_tag")) options_.list_tag = value;
    if (Is(argument, "-p", "--prefix")) options_.prefix = value;
    if (Is(argument, "-t", "--text")) options_.text = value;
    if (Is(argument, "-l", "--locator")) options_.locators.push_back(value);
    if (Is(argument, "-L", "--label")) options_.labels.push_back(value);
    if (Is(argument, "-o", "--offset")) options_.offset = ToInt(value);
    if (Is(argument, "-m", "--max")) options_.max = ToInt(value);
    if (Is(argument, "-s", "--style")) options_.style = value;
    if (Is(argument, "-g", "--group_by") || Is(argument, "-O", "--type_order")) options_.group_by = value;
    if (Is(argument, "-G", "--group_order")) options_.group_order = value;
    if (Is(argument, "-T", "--template")) options_.bibliography_template = value;
    return true;
  }

  std::vector<std::string> arguments_;
  size_t next_ = 0;
  Options options_;
};

}  // namespace

Result<Options> ParseOptions(std::string_view text) { return Parser(Arguments(text)).Parse(); }

Result<KeysAndOptions> ParseKeysAndOptions(std::string_view text) {
  static const Pattern word(R"(\S+)");
  KeysAndOptions parsed;
  std::string rest;
  bool in_options = false;
  for (size_t from = 0;;) {
    const auto groups = word.Find(text, from);
    if (!groups) break;
    const std::string_view token = (*groups)[0];
    from = static_cast<size_t>(token.data() - text.data()) + token.size();
    in_options |= token.starts_with('-');
    if (!in_options) {
      parsed.keys.emplace_back(token);
    } else if (std::find(parsed.keys.begin(), parsed.keys.end(), token) == parsed.keys.end()) {
      rest += (rest.empty() ? "" : " ") + std::string(token);
    }
  }
  Result<Options> options = ParseOptions(rest);
  if (!options) return options.error();
  parsed.options = std::move(*options);
  return parsed;
}

}  // namespace tincture::compat::plugins::scholar
