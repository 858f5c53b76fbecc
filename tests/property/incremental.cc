// The proof of incremental builds: after any edit the tree equals a clean build's, byte for byte, and so do messages
// and exit status.
//
//   incremental_property [--scripts N] [--seed S] [--steps N] [--site NAME] [--quiet]
//
// Each script takes a site of tests/sites (or the theme's demo) into memory and edits it at random. After every edit
// three disks build it: one in an empty destination, two on top of what the last build left, with 1 and with 4 threads.
// Some builds are killed in mid-write, some meet a full disk, some a damaged store; the build after them must be right.
// Fails with the seed that `--seed S --scripts 1` repeats.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/embedded_files.h"
#include "tests/property/edits.h"
#include "tests/support/fake_machine.h"
#include "tests/support/memory_disk.h"

namespace tincture::engine {

EmbeddedFolder AcademicpagesTheme();

}  // namespace tincture::engine

namespace tincture::property {

namespace {

namespace fs = std::filesystem;

using engine::MemoryDisk;

constexpr const char* kSource = "/site";
constexpr const char* kDestination = "/out/site";

struct Options {
  size_t scripts = 40;
  uint64_t seed = 1;
  size_t steps = 8;
  std::string site;
  bool quiet = false;
};

struct Outcome {
  int status = 0;
  std::string messages;  // but for the lines that tell times and modes
  std::map<std::string, std::string> tree;
};

std::string FileText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, fs::path> Sites() {
  const fs::path root = TINCTURE_SOURCE_DIR;
  std::map<std::string, fs::path> sites;
  for (const fs::directory_entry& entry : fs::directory_iterator(root / "tests/sites")) {
    if (fs::is_directory(entry.path() / "src")) sites[entry.path().filename()] = entry.path() / "src";
  }
  sites["demo"] = root / "themes/academicpages/demo";
  return sites;
}

// A disk with the site on it, the machine around it, and how it builds.
class Builder {
 public:
  Builder(const fs::path& site, bool incremental, std::vector<std::string> more, const engine::Clock& clock)
      : incremental_(incremental), more_(std::move(more)), clock_(clock) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(site)) {
      if (!entry.is_regular_file()) continue;
      disk.Put(std::string(kSource) + "/" + fs::relative(entry.path(), site).string(), FileText(entry.path()));
    }
    disk.Pass(1'000'000'000);
  }

  Outcome Build(const std::string& profile) {
    if (!incremental_) (void)disk.Remove(kDestination);
    const engine::EmbeddedSource files(disk, {{"academicpages", engine::AcademicpagesTheme()}});
    engine::EmbeddedTarget target(disk, files);
    Outcome outcome;
    engine::Log log([&](engine::LogLevel, std::string_view line) {
      if (line.find("done in") != std::string_view::npos) return;
      if (line.find("Incremental build:") != std::string_view::npos) return;
      outcome.messages.append(line).append("\n");
    });
    std::vector<std::string> arguments = {"build",      "--source",  kSource, "--destination",
                                          kDestination, "--profile", profile};
    if (incremental_) arguments.push_back("--incremental");
    arguments.insert(arguments.end(), more_.begin(), more_.end());
    outcome.status = engine::Run(arguments, {files, target, clock_, env_}, log);
    outcome.tree = disk.Tree(kDestination);
    return outcome;
  }

  MemoryDisk disk;

 private:
  bool incremental_;
  std::vector<std::string> more_;
  const engine::Clock& clock_;
  engine::FakeEnv env_{kSource};
};

bool HasJobsOption() {
  MemoryDisk disk;
  const engine::TestClock clock;
  const engine::FakeEnv env("/");
  std::string help;
  engine::Log log([&](engine::LogLevel, std::string_view line) { help += line; });
  (void)engine::Run({"help", "build"}, {disk, disk, clock, env}, log);
  return help.find("--jobs") != std::string::npos;
}

std::string Excerpt(const std::string& text, size_t at) { return text.substr(at < 60 ? 0 : at - 60, 160); }

// What differs first, or nothing.
std::string Difference(const Outcome& clean, const Outcome& other, const std::map<std::string, std::string>& before) {
  if (clean.status != other.status) return "exit status\n" + clean.messages + "---\n" + other.messages;
  if (clean.messages != other.messages) return "messages:\n" + clean.messages + "---\n" + other.messages;
  // A build that fails leaves the last site.
  const std::map<std::string, std::string>& wanted = clean.status == 0 ? clean.tree : before;
  for (const auto& [path, bytes] : wanted) {
    const auto found = other.tree.find(path);
    if (found == other.tree.end()) return path + " is missing";
    if (found->second == bytes) continue;
    size_t at = 0;
    while (at < bytes.size() && at < found->second.size() && bytes[at] == found->second[at]) ++at;
    return path + "\n--- clean\n" + Excerpt(bytes, at) + "\n--- incremental\n" + Excerpt(found->second, at);
  }
  for (const auto& [path, bytes] : other.tree) {
    if (!wanted.contains(path)) return path + " should not be there";
  }
  return {};
}

class Script {
 public:
  Script(uint64_t seed, const std::string& name, const fs::path& site, bool has_jobs)
      : seed_(seed), name_(name), editor_(seed), clean_(site, false, {}, clock_) {
    for (const char* jobs : {"1", "4"}) {
      incremental_.push_back(std::make_unique<Builder>(
          site, true, has_jobs ? std::vector<std::string>{"--jobs", jobs} : std::vector<std::string>{}, clock_));
    }
  }

  bool Run(size_t steps) {
    for (size_t step = 0; step <= steps; ++step) {
      if (step > 0) Change();
      if (!Check()) return false;
    }
    return true;
  }

 private:
  void Change() {
    const Edit edit = editor_.Next(clean_.disk, kSource);
    told_ += "  " + edit.name + "\n";
    // Often no tick of the disk's clock passes between a build and an edit.
    const int64_t pass = editor_.Number(3) == 0 ? 0 : static_cast<int64_t>(editor_.Number(3'000'000'000));
    clock_.now.seconds += edit.seconds_pass;
    if (edit.changes_profile) profile_ = kProfiles[editor_.Number(std::size(kProfiles))];
    clean_.disk.Pass(pass);
    edit.apply(clean_.disk);
    const size_t accident = editor_.Number(10);
    const size_t number = editor_.Number(40);
    for (const auto& builder : incremental_) {
      builder->disk.Pass(pass);
      edit.apply(builder->disk);
      Harm(accident, number, *builder);
    }
  }

  // What may happen between two builds that are right.
  void Harm(size_t accident, size_t number, Builder& builder) {
    MemoryDisk& disk = builder.disk;
    if (accident == 0) {
      disk.KillAfter(1 + number);
    } else if (accident == 1) {
      disk.FillAfter(1 + number);
    } else if (accident == 2) {
      DamageStore(disk, number);
    } else if (accident == 3) {
      DamageDestination(disk, number);
    }
    if (accident > 1) return;
    try {
      (void)builder.Build(profile_);
    } catch (const MemoryDisk::Killed&) {
    }
    disk.Heal();
  }

  static void DamageStore(MemoryDisk& disk, size_t number) {
    for (const std::string& path : disk.FilesBelow(std::string(kSource) + "/.jekyll-cache/tincture")) {
      std::string bytes = disk.At(path).bytes;
      if (bytes.empty()) continue;
      const size_t at = bytes.size() * number / 40;
      if (number % 3 == 0) bytes.resize(at);
      if (number % 3 != 0) bytes[at] = static_cast<char>(bytes[at] ^ (1 << number % 8));
      disk.Put(path, bytes);
    }
  }

  static void DamageDestination(MemoryDisk& disk, size_t number) {
    const std::vector<std::string> files = disk.FilesBelow(kDestination);
    if (files.empty()) return;
    const std::string& path = files[number % files.size()];
    if (number % 3 == 0) (void)disk.Remove(path);
    if (number % 3 == 1) disk.Put(path, disk.At(path).bytes + "x");
    if (number % 3 == 2) disk.Put(path + ".foreign", "x");
  }

  bool Check() {
    const Outcome clean = clean_.Build(profile_);
    for (size_t i = 0; i < incremental_.size(); ++i) {
      const auto before = incremental_[i]->disk.Tree(kDestination);
      const std::string difference = Difference(clean, incremental_[i]->Build(profile_), before);
      if (difference.empty() && IsQuiet(*incremental_[i], clean)) continue;
      std::printf("FAILED: --seed %llu --site %s, builder %zu, profile %s, after\n%s%s\n",
                  static_cast<unsigned long long>(seed_), name_.c_str(), i, profile_.c_str(), told_.c_str(),
                  difference.empty() ? "a build without a change writes" : difference.c_str());
      return false;
    }
    return true;
  }

  // Once in a while: the same again, which leaves every file alone.
  bool IsQuiet(Builder& builder, const Outcome& clean) {
    if (editor_.Number(4) != 0) return true;
    std::map<std::string, engine::Instant> times;
    for (const auto& [path, bytes] : clean.tree) {
      if (builder.disk.Stat(path).is_file()) times[path] = builder.disk.Stat(path).changed;
    }
    builder.disk.Pass(1'000'000);
    const auto before = builder.disk.Tree(kDestination);
    const std::string difference = Difference(clean, builder.Build(profile_), before);
    if (!difference.empty()) std::printf("the same again: %s\n", difference.c_str());
    bool quiet = difference.empty();
    for (const auto& [path, changed] : times) quiet = quiet && builder.disk.Stat(path).changed == changed;
    return quiet;
  }

  static constexpr const char* kProfiles[] = {"jekyll-4", "debian", "github-pages", "jekyll-3"};

  uint64_t seed_;
  std::string name_;
  std::string told_;
  std::string profile_ = kProfiles[0];
  engine::TestClock clock_;
  Editor editor_;
  Builder clean_;
  std::vector<std::unique_ptr<Builder>> incremental_;
};

Options Parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const char* value = i + 1 < argc ? argv[i + 1] : "0";
    if (name == "--quiet") {
      options.quiet = true;
      continue;
    }
    ++i;
    if (name == "--scripts") options.scripts = std::strtoull(value, nullptr, 10);
    if (name == "--seed") options.seed = std::strtoull(value, nullptr, 10);
    if (name == "--steps") options.steps = std::strtoull(value, nullptr, 10);
    if (name == "--site") options.site = value;
  }
  return options;
}

int Main(const Options& options) {
  const std::map<std::string, fs::path> sites = Sites();
  const bool has_jobs = HasJobsOption();
  size_t failed = 0;
  for (uint64_t seed = options.seed; seed < options.seed + options.scripts; ++seed) {
    auto site = sites.begin();
    std::advance(site, static_cast<long>(seed % sites.size()));
    if (!options.site.empty()) site = sites.find(options.site);
    if (site == sites.end()) return 2;
    const bool right = Script(seed, site->first, site->second, has_jobs).Run(options.steps);
    failed += !right;
    if (!options.quiet && right)
      std::printf("seed %llu %s: right\n", static_cast<unsigned long long>(seed), site->first.c_str());
  }
  std::printf("%zu scripts, %zu failed (seeds %llu to %llu)\n", options.scripts, failed,
              static_cast<unsigned long long>(options.seed),
              static_cast<unsigned long long>(options.seed + options.scripts - 1));
  return failed == 0 ? 0 : 1;
}

}  // namespace

}  // namespace tincture::property

int main(int argc, char** argv) { return tincture::property::Main(tincture::property::Parse(argc, argv)); }
