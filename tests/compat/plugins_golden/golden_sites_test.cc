// Whole sites against what the real gems made of them: tests/golden/plugins/<gem>/<case>/{src,expect}, made by
// tests/golden/make_plugins.rb.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/disk_files.h"
#include "engine/source/log.h"
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
  const engine::DiskSource source;
  engine::DiskTarget target;
  const engine::FakeClock clock(1767225600);  // 2026-01-01: later than every post
  const engine::FakeEnv env(site.string(), {{"TZ", "UTC"}, {"JEKYLL_ENV", "production"}});
  std::string lines;
  engine::Log log([&](engine::LogLevel, std::string_view line) { lines.append(line).append("\n"); });
  EXPECT_EQ(engine::Run({"build", "--profile", "debian"}, {source, target, clock, env}, log), 0) << lines;
  EXPECT_EQ(FilesBelow(site / "_site"), FilesBelow(kGolden / GetParam() / "expect")) << lines;
  fs::remove_all(site);
}

INSTANTIATE_TEST_SUITE_P(Plugins, GoldenSites, testing::ValuesIn(Cases()), TestName);

}  // namespace
}  // namespace tincture
