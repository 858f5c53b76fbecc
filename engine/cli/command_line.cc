#include "engine/cli/command_line.h"

#include <algorithm>
#include <charconv>

namespace tincture::engine {

namespace {

const Option kConfig = {
    "config", "", "--config", "CONFIG_FILE[,CONFIG_FILE2,...]", Takes::kList, "Configuration files; later ones win"};

// Command#add_build_options.
const std::vector<Option> kBuildOptions = {
    kConfig,
    {"future", "", "--future", "", Takes::kNothing, "Publish posts that are dated in the future"},
    {"limit_posts", "", "--limit_posts", "MAX_POSTS", Takes::kNumber, "Read no more than the newest MAX_POSTS posts"},
    {"watch", "-w", "--[no-]watch", "", Takes::kNothing, "Build again whenever a file changes"},
    {"baseurl", "-b", "--baseurl", "URL", Takes::kText, "The path below which the site is served"},
    {"force_polling", "", "--force_polling", "", Takes::kNothing, "Look for changes by polling"},
    {"lsi", "", "--lsi", "", Takes::kNothing, "Find related posts by their contents"},
    {"show_drafts", "-D", "--drafts", "", Takes::kNothing, "Publish what lies in _drafts"},
    {"unpublished", "", "--unpublished", "", Takes::kNothing, "Publish what says `published: false`"},
    {"disable_disk_cache", "", "--disable-disk-cache", "", Takes::kNothing, "Keep no cache on the disk",
     &compat::Profile::disk_cache},
    {"quiet", "-q", "--quiet", "", Takes::kNothing, "Print errors only"},
    {"verbose", "-V", "--verbose", "", Takes::kNothing, "Print every step"},
    {"incremental", "-I", "--incremental", "", Takes::kNothing, "Write again only what has changed"},
    {"jobs", "-j", "--jobs", "N", Takes::kNumber,
     "Build with N threads (also: TINCTURE_JOBS; all there are otherwise)"},
    {"explain", "", "--explain", "", Takes::kNothing, "Say why each page renders (with --incremental)"},
    {"strict_front_matter", "", "--strict_front_matter", "", Takes::kNothing, "Stop at front matter that is broken"},
};

const std::vector<Option> kServeOptions = {
    {"ssl_cert", "", "--ssl-cert", "[CERT]", Takes::kTextOrNothing, "X.509 certificate"},
    {"host", "-H", "--host", "[HOST]", Takes::kTextOrNothing, "The address to listen at"},
    {"open_url", "-o", "--open-url", "", Takes::kNothing, "Show the site in a browser"},
    {"detach", "-B", "--detach", "", Takes::kNothing, "Serve in the background"},
    {"ssl_key", "", "--ssl-key", "[KEY]", Takes::kTextOrNothing, "X.509 private key"},
    {"port", "-P", "--port", "[PORT]", Takes::kTextOrNothing, "The port to listen at"},
    {"show_dir_listing", "", "--show-dir-listing", "", Takes::kNothing, "List folders rather than show their index"},
    {"skip_initial_build", "", "--skip-initial-build", "", Takes::kNothing, "Serve what the last build left"},
    {"livereload", "-l", "--livereload", "", Takes::kNothing, "Refresh browsers after each build"},
    {"livereload_ignore", "", "--livereload-ignore", "GLOB1[,GLOB2[,...]]", Takes::kList, "Files that refresh nothing"},
    {"livereload_min_delay", "", "--livereload-min-delay", "[SECONDS]", Takes::kTextOrNothing, "Wait at least so long"},
    {"livereload_max_delay", "", "--livereload-max-delay", "[SECONDS]", Takes::kTextOrNothing, "Wait at most so long"},
    {"livereload_port", "", "--livereload-port", "[PORT]", Takes::kTextOrNothing, "The port that browsers ask at"},
};

// The program's own, which every subcommand takes too.
const std::vector<Option> kGlobalOptions = {
    {"source", "-s", "--source", "[DIR]", Takes::kTextOrNothing, "The site's folder (./ unless given)"},
    {"destination", "-d", "--destination", "[DIR]", Takes::kTextOrNothing, "Where it is built (./_site unless given)"},
    {"safe", "", "--safe", "", Takes::kNothing, "Safe mode: no custom plugins, no links out of the site"},
    {"plugins_dir", "-p", "--plugins", "PLUGINS_DIR1[,PLUGINS_DIR2[,...]]", Takes::kList,
     "Folders of Ruby plugins (named, not run)"},
    {"layouts_dir", "", "--layouts", "DIR", Takes::kText, "The folder of the layouts (./_layouts unless given)"},
    {"profile", "", "--profile", "[NAME]", Takes::kTextOrNothing,
     "The Jekyll to reproduce: github-pages, jekyll-3, jekyll-4 or debian (alone: time templates; x.json: a trace)"},
    {"themes_dir", "", "--themes-dir", "DIR1[,DIR2[,...]]", Takes::kList,
     "Folders that hold theme gems (also: TINCTURE_THEMES)"},
    {"help", "-h", "--help", "", Takes::kNothing, "Print this text"},
    {"version", "-v", "--version", "", Takes::kNothing, "Print name and version"},
    {"trace", "-t", "--trace", "", Takes::kNothing, "Say more where an error occurs"},
};

std::vector<Option> Joined(const std::vector<Option>& first, const std::vector<Option>& second) {
  std::vector<Option> all = first;
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

Error UnknownCommand(const std::string& name) {
  return {.kind = "SystemExit",
          .message = "fatal: '" + name + "' could not be found among the subcommands.",
          .hint = "Run `help` for the list of subcommands."};
}

// What Jekyll's own keys are set to.
const Hash* Overrides(const ParsedOptions& parsed, bool is_serving, Arena& arena) {
  HashBuilder overrides(arena);
  for (const GivenOption& given : parsed.given) {
    const Option& option = *given.option;
    if (option.key == "profile" && !given.argument) overrides.Set(option.key, Value::Bool(true));
    const bool is_ours = option.key == "profile" || option.key == "themes_dir" || option.key == "help" ||
                         option.key == "version" || option.key == "trace" || option.key == "show" ||
                         option.key == "jobs" || option.key == "explain";
    if (is_ours || (option.takes == Takes::kTextOrNothing && !given.argument)) continue;
    Value value = Value::Bool(given.on);
    if (option.takes == Takes::kNumber) {
      int64_t number = 0;
      std::from_chars(given.argument->data(), given.argument->data() + given.argument->size(), number);
      value = Value::Int(number);
    } else if (option.takes == Takes::kList) {
      std::vector<Value> items;
      for (const std::string& item : SplitOnCommas(*given.argument)) items.push_back(Value::String(arena.Copy(item)));
      value = Value::Array(arena, items);
    } else if (option.takes != Takes::kNothing) {
      value = Value::String(arena.Copy(*given.argument));
    }
    overrides.Set(option.key, value);
  }
  overrides.Set("serving", Value::Bool(is_serving));
  if (is_serving && parsed.Find("watch") == nullptr) overrides.Set("watch", Value::Bool(true));
  return overrides.Build();
}

// `--profile` alone is Jekyll's flag for a rendering profile; ours are a profile's name, and a file for a trace.
Status ApplyProfile(const ParsedOptions& parsed, CommandOptions& options) {
  for (const GivenOption& given : parsed.given) {
    if (given.option->key != "profile" || !given.argument || IsTraceFile(*given.argument)) continue;
    options.profile = compat::ProfileNamed(*given.argument);
    if (options.profile) continue;
    return Error{.kind = "OptionParser::InvalidArgument",
                 .message = "invalid argument: --profile " + *given.argument,
                 .hint =
                     "The profiles are github-pages, jekyll-3, jekyll-4 and debian; a name that ends in .json is "
                     "that of a file for a trace."};
  }
  return {};
}

std::vector<std::string> ListOf(const ParsedOptions& parsed, std::string_view key) {
  const GivenOption* given = parsed.Find(key);
  return given == nullptr ? std::vector<std::string>() : SplitOnCommas(*given->argument);
}

std::string CommandLineOf(const Command& command) {
  std::string names(command.name);
  for (const std::string_view alias : command.aliases) names += ", " + std::string(alias);
  names.resize(std::max<size_t>(names.size(), 20), ' ');
  return "  " + names + "  " + std::string(command.text);
}

}  // namespace

const std::vector<Command>& Commands() {
  static const std::vector<Command> kCommands = {
      {CommandId::kBuild, "build", {"b"}, "build [options]", "Build the site", kBuildOptions},
      {CommandId::kClean, "clean", {}, "clean [options]", "Remove what builds have left", kBuildOptions},
      {CommandId::kDoctor, "doctor", {"hyde"}, "doctor", "Look for what will not work", {kConfig}},
      {CommandId::kExplain,
       "explain",
       {},
       "explain PATH",
       "Say why a file is in the site or not, and where it went",
       kBuildOptions},
      {CommandId::kHelp,
       "help",
       {},
       "help [subcommand]",
       "Print the help text, of a subcommand where one is named",
       {}},
      {CommandId::kNew,
       "new",
       {},
       "new PATH",
       "Lay out a new site in PATH",
       {{"force", "", "--force", "", Takes::kNothing, "Also where PATH holds files"},
        {"blank", "", "--blank", "", Takes::kNothing, "The bare bones only"},
        {"skip-bundle", "", "--skip-bundle", "", Takes::kNothing, "Accepted: nothing is ever installed"}}},
      {CommandId::kNewTheme,
       "new-theme",
       {},
       "new-theme NAME",
       "Lay out the gem of a new theme",
       {{"code_of_conduct", "-c", "--code-of-conduct", "", Takes::kNothing, "With a code of conduct"}}},
      {CommandId::kServe,
       "serve",
       {"server", "s"},
       "serve [options]",
       "Build the site and serve it here",
       Joined(kBuildOptions, kServeOptions)},
      {CommandId::kVerify,
       "verify",
       {},
       "verify REFERENCE_SITE [options]",
       "Compare with a site that Jekyll built: bundle exec jekyll build -d REFERENCE_SITE",
       Joined({{"show", "", "--show", "N", Takes::kNumber, "Print N differences of each sort (10 unless given)"}},
              kBuildOptions)},
  };
  return kCommands;
}

const Command* FindCommand(std::string_view name) {
  for (const Command& command : Commands()) {
    const bool is_alias = std::find(command.aliases.begin(), command.aliases.end(), name) != command.aliases.end();
    if (command.name == name || is_alias) return &command;
  }
  return nullptr;
}

bool IsTraceFile(std::string_view profile) { return profile.ends_with(".json"); }

Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments) {
  CommandLine line;
  std::span<const std::string> rest = arguments;
  if (!rest.empty()) line.command = FindCommand(rest.front());
  if (line.command != nullptr) rest = rest.subspan(1);
  // A reference into this is kept by what is parsed: the lists are static.
  static const std::vector<std::vector<Option>> kAll = [] {
    std::vector<std::vector<Option>> all = {kGlobalOptions};
    for (const Command& command : Commands()) all.push_back(Joined(command.options, kGlobalOptions));
    return all;
  }();
  const size_t which = line.command == nullptr ? 0 : static_cast<size_t>(line.command - Commands().data()) + 1;
  Result<ParsedOptions> parsed = ParseOptions(kAll[which], rest);
  if (!parsed) return parsed.error();
  line.parsed = std::move(*parsed);
  if (line.command == nullptr && !line.parsed.words.empty()) return UnknownCommand(line.parsed.words.front());
  if (Status profile = ApplyProfile(line.parsed, line.options); !profile) return profile.error();
  line.options.overrides =
      Overrides(line.parsed, line.command != nullptr && line.command->id == CommandId::kServe, *line.options.arena);
  line.options.config_files = ListOf(line.parsed, "config");
  line.options.theme_folders = ListOf(line.parsed, "themes_dir");
  return line;
}

Status CheckOptions(const CommandLine& line, const compat::Profile& profile) {
  for (const GivenOption& given : line.parsed.given) {
    if (given.option->only_where == nullptr || profile.*given.option->only_where) continue;
    return Error{.kind = "OptionParser::InvalidOption",
                 .message = "invalid option: " + std::string(given.option->long_name),
                 .hint = "Jekyll " + std::string(profile.jekyll_version) + " does not have it."};
  }
  return {};
}

std::string HelpText(std::string_view program, const Command* command, const compat::Profile& profile) {
  const std::string name(program);
  std::string text = command == nullptr
                         ? name + " -- Builds Jekyll sites without Ruby\n\nUsage:\n\n  " + name +
                               " <subcommand> [options]\n\nOptions:\n"
                         : name + " " + std::string(command->name) + " -- " + std::string(command->text) +
                               "\n\nUsage:\n\n  " + name + " " + std::string(command->syntax) + "\n\nOptions:\n";
  for (const Option& option : command ? Joined(command->options, kGlobalOptions) : kGlobalOptions) {
    if (option.only_where == nullptr || profile.*option.only_where) text += HelpLine(option) + "\n";
  }
  if (command == nullptr) {
    text += "\nSubcommands:\n";
    for (const Command& each : Commands()) text += CommandLineOf(each) + "\n";
  }
  text.pop_back();
  return text;
}

}  // namespace tincture::engine
