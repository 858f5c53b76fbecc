// The `scenarios` suite: each record's steps are done in a folder of its own, its `run` steps through the whole
// program, and what then stands in the folder is compared byte for byte with what the reference left there.
// Beside FILE lie the differences of other versions (jekyll-<version>-differences.jsonl) and the files of the theme
// gems that scenarios name (themes.json).
#include <stdlib.h>
#include <sys/stat.h>
#include <utime.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/disk_files.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

namespace {

namespace fs = std::filesystem;

// Path below the scenario's folder to content; nothing: the file is not there.
using Tree = std::map<std::string, std::optional<std::string>>;

// 2024-01-02 03:04:05 UTC.
class PinnedClock : public engine::Clock {
 public:
  Instant Now() const override { return {1704164645, 0}; }
};

class ScenarioEnv : public engine::Env {
 public:
  ScenarioEnv(std::string folder, std::map<std::string, std::string> variables)
      : folder_(std::move(folder)), variables_(std::move(variables)) {}
  std::optional<std::string> Get(const std::string& name) const override {
    const auto found = variables_.find(name);
    return found == variables_.end() ? std::nullopt : std::optional<std::string>(found->second);
  }
  std::string WorkingDirectory() const override { return folder_; }

 private:
  std::string folder_;
  std::map<std::string, std::string> variables_;
};

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void WriteFile(const fs::path& path, std::string_view text, std::ios::openmode mode = std::ios::trunc) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | mode).write(text.data(), static_cast<std::streamsize>(text.size()));
}

// A folder under the system's temporary one, removed with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "tincture-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Tree TreeOf(const Json& object) {
  Tree tree;
  for (const auto& member : object.GetObject()) {
    const std::string path(member.name.GetString(), member.name.GetStringLength());
    tree[path] = member.value.IsString() ? std::optional<std::string>(std::in_place, member.value.GetString(),
                                                                      member.value.GetStringLength())
                                         : std::nullopt;
  }
  return tree;
}

const Json* Member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

// What another version of Jekyll did otherwise in one run.
struct Difference {
  std::optional<int> exit;
  Tree tree;
};

// The differences file that belongs to a profile, by scenario and step.
class Differences {
 public:
  explicit Differences(const fs::path& file) {
    std::ifstream lines(file, std::ios::binary);
    for (std::string line; std::getline(lines, line);) {
      rapidjson::Document record;
      record.Parse(line.data(), line.size());
      if (record.HasParseError()) continue;
      Difference difference;
      if (const Json* exit = Member(record, "exit")) difference.exit = exit->GetInt();
      if (const Json* tree = Member(record, "tree")) difference.tree = TreeOf(*tree);
      const std::string key = std::string(TextOf(record, "file")) + "\n" + std::string(TextOf(record, "name")) + "\n" +
                              std::to_string(record["step"].GetInt());
      by_run_[key] = std::move(difference);
    }
  }
  const Difference* Find(const fs::path& file, std::string_view name, size_t step) const {
    const auto found = by_run_.find(file.filename().string() + "\n" + std::string(name) + "\n" + std::to_string(step));
    return found == by_run_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, Difference> by_run_;
};

// A folder for all scenarios, with themes.json as gems in it. Where a scenario's own folder lies beside the gems shows
// in source maps: <root>/gemhome/gems/<theme>, <root>/<number>/site.
class Workplace {
 public:
  explicit Workplace(const fs::path& file) {
    const std::string text = ReadFile(file);
    rapidjson::Document themes;
    themes.Parse(text.data(), text.size());
    if (themes.HasParseError() || !themes.IsObject()) return;
    for (const auto& theme : themes.GetObject()) {
      for (const auto& [path, content] : TreeOf(theme.value)) {
        WriteFile(gems() / "gems" / (std::string(theme.name.GetString()) + "-0.1.0") / path, content.value_or(""));
      }
    }
  }
  fs::path gems() const { return folder_.path() / "gemhome"; }
  // A new empty folder.
  fs::path MakeSite() {
    const fs::path site = folder_.path() / std::to_string(++sites_) / "site";
    fs::create_directories(site);
    return site;
  }

 private:
  TemporaryFolder folder_;
  int sites_ = 0;
};

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
  return text;
}

bool IsCache(const std::string& path) {
  const std::string rooted = "/" + path;
  return rooted.find("/.jekyll-cache/") != std::string::npos || rooted.find("/.sass-cache/") != std::string::npos ||
         rooted.find("/Jekyll/Cache/") != std::string::npos || rooted.ends_with("/.jekyll-metadata");
}

// The recorded trees leave out images that are no text.
bool IsImage(const std::string& path) { return path.ends_with(".png") || path.ends_with(".jpg"); }

struct Ran {
  int exit = 0;
  Tree tree;
  std::string log;
};

class Scenario {
 public:
  Scenario(const Json& record, const Options& options, const Differences& differences, Workplace& place)
      : record_(record), options_(options), differences_(differences), place_(place), folder_(place.MakeSite()) {}
  ~Scenario() {
    std::error_code ignored;
    fs::remove_all(folder_.parent_path(), ignored);
  }

  void Perform(Report& report) {
    const Json& steps = record_["steps"];
    for (rapidjson::SizeType i = 0; i < steps.Size(); ++i) {
      const std::string_view operation = TextOf(steps[i], "op");
      if (operation == "run") {
        LockSassConverter();
        Compare(steps[i], i, report);
      } else if (operation == "wait") {
        Age(steps[i]["seconds"].GetInt());
      } else if (operation != "expect") {
        Do(steps[i], operation);
      }
    }
  }

 private:
  // Instead of waiting, the files grow older.
  void Age(int seconds) {
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (!entry.is_regular_file() || entry.is_symlink()) continue;
      fs::last_write_time(entry.path(), fs::last_write_time(entry.path()) - std::chrono::seconds(seconds));
    }
  }

  void Do(const Json& step, std::string_view operation) {
    const std::string relative(TextOf(step, "path"));
    const fs::path path = folder_ / relative;
    if (operation == "mkdir") {
      fs::create_directories(path);
    } else if (operation == "delete") {
      fs::remove_all(path);
      given_.erase(relative);
    } else if (operation == "symlink") {
      fs::create_directories(path.parent_path());
      fs::create_symlink(Replaced(std::string(TextOf(step, "target")), "/SITE", folder_.string()), path);
      given_.insert(relative);
    } else {
      WriteFile(path, TextOf(step, "content"), operation == "append" ? std::ios::app : std::ios::trunc);
      given_.insert(relative);
      if (const Json* mtime = Member(step, "mtime")) {
        const utimbuf times{mtime->GetInt64(), mtime->GetInt64()};
        utime(path.c_str(), &times);
      }
    }
  }

  Ran Run(const Json& step) const {
    std::vector<std::string> arguments;
    for (const Json& argument : step["args"].GetArray()) arguments.emplace_back(argument.GetString());
    // Here --profile is Jekyll's own flag; ours comes last.
    std::erase(arguments, "--profile");
    arguments.push_back("--profile");
    arguments.push_back(options_.profile.empty() ? "jekyll-4" : options_.profile);
    std::map<std::string, std::string> variables = {{"TZ", "UTC"}, {"GEM_PATH", place_.gems().string()}};
    if (!TextOf(record_, "jekyll_env").empty()) variables["JEKYLL_ENV"] = TextOf(record_, "jekyll_env");
    const engine::DiskSource source;
    engine::DiskTarget target;
    const PinnedClock clock;
    const ScenarioEnv env(folder_.string(), std::move(variables));
    Ran ran;
    engine::Log log([&](engine::LogLevel, std::string_view line) { ran.log += std::string(line) + "\n"; });
    ran.exit = engine::Run(arguments, {source, target, clock, env}, log);
    ran.tree = Walk();
    return ran;
  }

  // The main answers were made with jekyll-sass-converter 2 (sassc): a site with stylesheets, its own or a theme's,
  // holds on to it.
  void LockSassConverter() {
    if (!options_.profile.empty() || given_.contains("Gemfile.lock")) return;
    const bool has_sheets = std::any_of(given_.begin(), given_.end(), [this](const std::string& path) {
      return path.ends_with(".scss") || path.ends_with(".sass") ||
             (path.ends_with("_config.yml") && ReadFile(folder_ / path).find("theme:") != std::string::npos);
    });
    if (!has_sheets) return;
    WriteFile(folder_ / "Gemfile.lock", "    jekyll-sass-converter (2.2.0)\n", std::ios::trunc);
    given_.insert("Gemfile.lock");
  }

  // Every file that no step wrote.
  Tree Walk() const {
    Tree tree;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      const std::string path = fs::relative(entry.path(), folder_).string();
      std::error_code ignored;
      if (entry.is_directory() || given_.contains(path) || IsCache(path) || !fs::exists(entry.path(), ignored))
        continue;
      tree[path] = Replaced(Replaced(ReadFile(entry.path()), place_.gems().string() + "/gems/", "/GEMS/"),
                            folder_.string(), "/SITE");
    }
    return tree;
  }

  struct Expected {
    int exit = 0;
    Tree tree;
    std::set<std::string> time_dependent;
  };

  Expected ExpectedOf(const Json& step, size_t number) const {
    Expected expected;
    expected.exit = step["exit"].GetInt();
    Overlay(TreeOf(step["tree"]), expected.tree);
    const Json* time_dependent = Member(step, "time_dependent");
    if (time_dependent != nullptr && time_dependent->IsArray()) {
      for (const Json& path : time_dependent->GetArray()) expected.time_dependent.insert(path.GetString());
    }
    if (options_.profile == "debian") {
      if (const Json* exit = Member(step, "exit_debian")) expected.exit = exit->GetInt();
      if (const Json* tree = Member(step, "tree_debian")) Overlay(TreeOf(*tree), expected.tree);
    } else if (const Difference* difference = differences_.Find(options_.file, TextOf(record_, "name"), number)) {
      expected.exit = difference->exit.value_or(expected.exit);
      Overlay(difference->tree, expected.tree);
    }
    return expected;
  }

  static void Overlay(const Tree& over, Tree& tree) {
    for (const auto& [path, content] : over) {
      if (content) {
        tree[path] = content;
      } else {
        tree.erase(path);
      }
    }
  }

  void Compare(const Json& step, size_t number, Report& report) {
    const Ran ran = Run(step);
    const Expected expected = ExpectedOf(step, number);
    std::string wanted = "exit " + std::to_string(expected.exit) + "\n";
    std::string got = "exit " + std::to_string(ran.exit) + "\n";
    std::set<std::string> paths;
    for (const auto& [path, content] : expected.tree) paths.insert(path);
    for (const auto& [path, content] : ran.tree) paths.insert(path);
    for (const std::string& path : paths) {
      const auto theirs = expected.tree.find(path);
      const auto ours = ran.tree.find(path);
      if (theirs == expected.tree.end() && IsImage(path)) continue;
      const bool both = theirs != expected.tree.end() && ours != ran.tree.end();
      if (both && (theirs->second == ours->second || expected.time_dependent.contains(path))) continue;
      wanted += "== " + path + "\n" + (theirs == expected.tree.end() ? "(no file)\n" : *theirs->second);
      got += "== " + path + "\n" + (ours == ran.tree.end() ? "(no file)\n" : *ours->second);
    }
    const std::string name = std::string(TextOf(record_, "name")) + " (step " + std::to_string(number) + ")";
    report.Compare(name, ran.log, wanted, got);
  }

  const Json& record_;
  const Options& options_;
  const Differences& differences_;
  const Workplace& place_;
  const fs::path folder_;
  std::set<std::string> given_;
};

const char* DifferencesFile(std::string_view profile) {
  if (profile == "jekyll-3" || profile == "github-pages") return "jekyll-3.10.0-differences.jsonl";
  return "jekyll-4.4.1-differences.jsonl";
}

void Judge(const Json& record, const Options& options, Report& report) {
  const fs::path folder = fs::path(options.file).parent_path();
  static const Differences differences(folder / DifferencesFile(options.profile));
  static Workplace place(folder / "themes.json");
  Scenario(record, options, differences, place).Perform(report);
}

const Registration kScenarios("scenarios", Judge);

}  // namespace

}  // namespace tincture::vectors
