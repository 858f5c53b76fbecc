// Whole sites against what the real gems made of them: tests/golden/plugins/<gem>/<case>/{src,expect}, made by
// tests/golden/make_plugins.rb.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/disk_files.h"
#include "engine/source/log.h"
#include "engine/source/repository.h"
#include "tests/support/fake_machine.h"

namespace tincture {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/plugins";

std::map<std::string, std::string> FilesBelow(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(kGolden)) {
    if (entry.path().filename() == "expect")
      names.push_back(fs::relative(entry.path().parent_path(), kGolden).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> LinesOf(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// The case's `env`: NAME=VALUE a line.
std::map<std::string, std::string> EnvironmentOf(const fs::path& folder) {
  std::map<std::string, std::string> variables = {{"TZ", "UTC"}, {"JEKYLL_ENV", "production"}};
  for (const std::string& line : LinesOf(folder / "env")) {
    const size_t equals = line.find('=');
    variables[line.substr(0, equals)] = line.substr(equals + 1);
  }
  return variables;
}

// Commits what the case's `history` says: an instant and paths a line.
void MakeHistory(const std::vector<std::string>& history, const fs::path& site) {
  const auto git = [&](const std::string& environment, const std::string& command) {
    const std::string line = environment + " GIT_CONFIG_GLOBAL=/dev/null git -C '" + site.string() +
                             "' -c user.name=A -c user.email=a@example.org " + command;
    ASSERT_EQ(std::system(line.c_str()), 0) << line;
  };
  if (!history.empty()) git("", "init --quiet");
  for (const std::string& line : history) {
    const size_t space = line.find(' ');
    git("", "add" + line.substr(space));
    git("GIT_COMMITTER_DATE=" + line.substr(0, space), "commit --quiet --message x");
  }
}

constexpr std::time_t kNow = 1767225600;  // 2026-01-01: later than every post

// Every file is as old as make_plugins.rb has it.
void PinTimes(const fs::path& folder) {
  const auto time = std::chrono::file_clock::from_sys(std::chrono::sys_seconds(std::chrono::seconds(kNow)));
  for (const auto& entry : fs::recursive_directory_iterator(folder)) fs::last_write_time(entry.path(), time);
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

class GoldenSites : public testing::TestWithParam<std::string> {};

TEST_P(GoldenSites, AreWhatTheGemsMake) {
  const fs::path site = fs::canonical(testing::TempDir()) / ("tincture-golden-" + TestName({GetParam(), 0}));
  fs::remove_all(site);
  fs::copy(kGolden / GetParam() / "src", site, fs::copy_options::recursive);
  PinTimes(site);
  const engine::DiskSource source;
  engine::DiskTarget target;
  const engine::FakeClock clock(kNow);
  const engine::FakeEnv env(site.string(), EnvironmentOf(kGolden / GetParam()));
  const engine::GitRepository repository;
  MakeHistory(LinesOf(kGolden / GetParam() / "history"), site);
  std::string lines;
  engine::Log log([&](engine::LogLevel, std::string_view line) { lines.append(line).append("\n"); });
  EXPECT_EQ(engine::Run({"build", "--profile", "debian", "--quiet"}, {source, target, clock, env, &repository}, log), 0) << lines;
  EXPECT_EQ(FilesBelow(site / "_site"), FilesBelow(kGolden / GetParam() / "expect")) << lines;
  // And `verify` says so too.
  lines.clear();
  const std::string expect = kGolden / GetParam() / "expect";
  EXPECT_EQ(engine::Run({"verify", expect, "--profile", "debian"}, {source, target, clock, env, &repository}, log), 0)
      << lines;
  fs::remove_all(site);
}

INSTANTIATE_TEST_SUITE_P(Plugins, GoldenSites, testing::ValuesIn(Cases()), TestName);

}  // namespace
}  // namespace tincture
