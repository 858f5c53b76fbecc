// What the versions of Jekyll do otherwise: tests/golden/profiles/<case>/{src,expect/<profile>}, made by
// tests/golden/make_profiles with each of them.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/disk_files.h"
#include "tests/support/fake_machine.h"

namespace tincture {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/profiles";

std::map<std::string, std::string> FilesBelow(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (!entry.is_regular_file() || name.ends_with(".css") || name.ends_with(".css.map")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[name] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

// "<case>/expect/<profile>"
std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    if (!entry.is_directory()) continue;
    for (const auto& profile : fs::directory_iterator(entry.path() / "expect")) {
      names.push_back(fs::relative(profile.path(), kGolden).string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (c == '/' || c == '-') c = '_';
  }
  return name;
}

// 2026-01-01 00:00:00 UTC, as make_profiles sets it.
void SetTimes(const fs::path& folder) {
  const timespec times[2] = {{1767225600, 0}, {1767225600, 0}};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    ASSERT_EQ(utimensat(AT_FDCWD, entry.path().c_str(), times, 0), 0);
  }
}

class Profiles : public testing::TestWithParam<std::string> {};

TEST_P(Profiles, AreWhatTheirJekyllMakes) {
  const fs::path expected = kGolden / GetParam();
  const fs::path site = fs::canonical(testing::TempDir()) / ("tincture-profiles-" + TestName({GetParam(), 0}));
  fs::remove_all(site);
  fs::copy(expected.parent_path().parent_path() / "src", site, fs::copy_options::recursive);
  std::ofstream(site / "_pin.yml") << "time: 2026-01-02 03:04:05 +0000\n";
  SetTimes(site);
  const engine::DiskSource source;
  engine::DiskTarget target;
  const engine::FakeClock clock(0);
  const engine::FakeEnv env(site.string(),
                            {{"TZ", "UTC"}, {"JEKYLL_ENV", "production"}, {"PAGES_REPO_NWO", "octocat/site"}});
  std::string lines;
  engine::Log log([&](engine::LogLevel, std::string_view line) { lines.append(line).append("\n"); });
  const std::vector<std::string> arguments = {"build", "--profile", expected.filename().string(), "--config",
                                              "_config.yml,_pin.yml"};
  const int status = engine::Run(arguments, {source, target, clock, env}, log);
  if (fs::exists(expected / "FAILED")) {
    EXPECT_EQ(status, 1) << lines;
  } else {
    EXPECT_EQ(status, 0) << lines;
    EXPECT_EQ(FilesBelow(site / "_site"), FilesBelow(expected)) << lines;
    // And `verify` says so too.
    lines.clear();
    EXPECT_EQ(engine::Run({"verify", expected.string(), "--profile", expected.filename().string(), "--config",
                           "_config.yml,_pin.yml"},
                          {source, target, clock, env}, log),
              0)
        << lines;
  }
  fs::remove_all(site);
}

INSTANTIATE_TEST_SUITE_P(Golden, Profiles, testing::ValuesIn(Cases()), TestName);

}  // namespace
}  // namespace tincture
