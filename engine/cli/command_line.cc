#include "engine/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace tincture::engine {

namespace {

// What CLI11 fills in; moved into CommandLine once the whole line is understood.
struct Raw {
  std::string source, destination, baseurl, layouts_dir;
  std::vector<std::string> config, plugins_dir;
  std::string profile;
  int limit_posts = 0;
  bool future = false, watch = false, force_polling = false, lsi = false, drafts = false, unpublished = false;
  bool disable_disk_cache = false, quiet = false, verbose = false, incremental = false, strict_front_matter = false;
  bool safe = false, trace = false, version = false;
};

void AddGlobalOptions(CLI::App& app, Raw& raw) {
  app.add_option("-s,--source", raw.source, "Source directory (defaults to ./)");
  app.add_option("-d,--destination", raw.destination, "Destination directory (defaults to ./_site)");
  app.add_flag("--safe", raw.safe, "Safe mode (defaults to false)");
  app.add_option("-p,--plugins", raw.plugins_dir, "Plugins directory (defaults to ./_plugins)")->delimiter(',');
  app.add_option("--layouts", raw.layouts_dir, "Layouts directory (defaults to ./_layouts)");
  app.add_option("--profile", raw.profile,
                 "Which Jekyll to reproduce: github-pages, jekyll-3, jekyll-4 or debian; without a name, a Liquid "
                 "rendering profile")
      ->expected(0, 1);
  app.add_flag("-t,--trace", raw.trace, "Show more when an error occurs");
}

void AddBuildOptions(CLI::App& build, Raw& raw) {
  build.add_option("--config", raw.config, "Custom configuration files, separated by commas; later ones win")
      ->delimiter(',');
  build.add_flag("--future", raw.future, "Publishes posts with a future date");
  build.add_option("--limit_posts", raw.limit_posts, "Limits the number of posts to parse and publish");
  build.add_flag("-w,--watch,!--no-watch", raw.watch, "Watch for changes and rebuild");
  build.add_option("-b,--baseurl", raw.baseurl, "Serve the website from the given base URL");
  build.add_flag("--force_polling", raw.force_polling, "Force watch to use polling");
  build.add_flag("--lsi", raw.lsi, "Use LSI for improved related posts");
  build.add_flag("-D,--drafts", raw.drafts, "Render posts in the _drafts folder");
  build.add_flag("--unpublished", raw.unpublished, "Render posts that were marked as unpublished");
  build.add_flag("--disable-disk-cache", raw.disable_disk_cache, "Disable caching to disk in non-safe mode");
  build.add_flag("-q,--quiet", raw.quiet, "Silence output.");
  build.add_flag("-V,--verbose", raw.verbose, "Print verbose output.");
  build.add_flag("-I,--incremental", raw.incremental, "Enable incremental rebuild.");
  build.add_flag("--strict_front_matter", raw.strict_front_matter, "Fail if errors are present in front matter");
  AddGlobalOptions(build, raw);
}

// The keys that Jekyll's own option names stand for in the configuration.
const Hash* Overrides(const CLI::App& app, const CLI::App& build, const Raw& raw, Arena& arena) {
  HashBuilder overrides(arena);
  const auto given = [&](const std::string& name) {
    const CLI::Option* own = build.get_option_no_throw(name);
    const CLI::Option* global = app.get_option_no_throw(name);
    return (own != nullptr && own->count() > 0) || (global != nullptr && global->count() > 0);
  };
  const auto text = [&](std::string_view value) { return Value::String(arena.Copy(value)); };
  const auto texts = [&](const std::vector<std::string>& values) {
    std::vector<Value> items;
    for (const std::string& value : values) items.push_back(text(value));
    return Value::Array(arena, items);
  };
  const auto set_flag = [&](const std::string& option, std::string_view key, bool value) {
    if (given(option)) overrides.Set(key, Value::Bool(value));
  };
  if (given("--config")) overrides.Set("config", texts(raw.config));
  if (given("--destination")) overrides.Set("destination", text(raw.destination));
  if (given("--source")) overrides.Set("source", text(raw.source));
  set_flag("--future", "future", raw.future);
  if (given("--limit_posts")) overrides.Set("limit_posts", Value::Int(raw.limit_posts));
  set_flag("--watch", "watch", raw.watch);
  if (given("--baseurl")) overrides.Set("baseurl", text(raw.baseurl));
  set_flag("--force_polling", "force_polling", raw.force_polling);
  set_flag("--lsi", "lsi", raw.lsi);
  set_flag("--drafts", "show_drafts", raw.drafts);
  set_flag("--unpublished", "unpublished", raw.unpublished);
  set_flag("--disable-disk-cache", "disable_disk_cache", raw.disable_disk_cache);
  set_flag("--quiet", "quiet", raw.quiet);
  set_flag("--verbose", "verbose", raw.verbose);
  set_flag("--incremental", "incremental", raw.incremental);
  set_flag("--strict_front_matter", "strict_front_matter", raw.strict_front_matter);
  set_flag("--safe", "safe", raw.safe);
  if (given("--plugins")) overrides.Set("plugins_dir", texts(raw.plugins_dir));
  if (given("--layouts")) overrides.Set("layouts_dir", text(raw.layouts_dir));
  overrides.Set("serving", Value::Bool(false));
  return overrides.Build();
}

// `--profile` is Jekyll's flag for a rendering profile, and ours with a profile's name.
Status ApplyProfile(const Raw& raw, bool given, CommandLine& line) {
  if (!given) return {};
  if (raw.profile.empty()) {
    line.ignored.push_back("--profile without a name (the Liquid rendering profile)");
    return {};
  }
  line.options.profile = compat::ProfileNamed(raw.profile);
  if (line.options.profile) return {};
  return Error{.kind = "OptionParser::InvalidArgument",
               .message = "invalid argument: --profile " + raw.profile,
               .hint = "The profiles are github-pages, jekyll-3, jekyll-4 and debian."};
}

Error NotUnderstood(const CLI::ParseError& error) {
  return {.kind = "OptionParser::InvalidOption",
          .message = std::string("Whoops, we can't understand your command. ") + error.what(),
          .hint = "Run your command again with the --help switch to see available options."};
}

}  // namespace

Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments) {
  Raw raw;
  CLI::App app("tincture builds Jekyll sites without Ruby", "tincture");
  AddGlobalOptions(app, raw);
  app.add_flag("-v,--version", raw.version, "Print the name and version");
  CLI::App* build = app.add_subcommand("build", "Build your site")->alias("b");
  AddBuildOptions(*build, raw);
  std::vector<CLI::App*> later;
  for (const char* name : {"serve", "clean", "doctor", "new", "new-theme", "help"}) {
    later.push_back(app.add_subcommand(name, "Not there yet")->allow_extras());
  }

  CommandLine line;
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // CLI11 takes them from the back
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    line.text = build->parsed() ? build->help("tincture") : app.help();
    return line;
  } catch (const CLI::ParseError& error) {
    return NotUnderstood(error);
  }
  for (const CLI::App* subcommand : later) {
    if (!subcommand->parsed() || subcommand->get_name() == "help") continue;
    line.action = CommandLine::Action::kNotThereYet;
    line.text = subcommand->get_name();
    return line;
  }
  if (raw.version) {
    line.action = CommandLine::Action::kPrintVersion;
    return line;
  }
  line.text = app.help();
  if (!build->parsed()) return line;

  line.action = CommandLine::Action::kBuild;
  const auto given = [&](const char* name) { return app.count(name) + build->count(name) > 0; };
  if (Status profile = ApplyProfile(raw, given("--profile"), line); !profile) return profile.error();
  line.options.overrides = Overrides(app, *build, raw, *line.options.arena);
  line.options.config_files = raw.config;
  line.watch = raw.watch;
  line.quiet = raw.quiet;
  line.verbose = raw.verbose;
  line.trace = raw.trace;
  if (raw.watch) line.ignored.emplace_back("--watch");
  if (raw.force_polling) line.ignored.emplace_back("--force_polling");
  if (raw.lsi) line.ignored.emplace_back("--lsi");
  if (raw.incremental) line.ignored.emplace_back("--incremental");
  return line;
}

}  // namespace tincture::engine
