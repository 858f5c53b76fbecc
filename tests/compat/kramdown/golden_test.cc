// Every tests/golden/kramdown/*/*.md must give its .html and .warnings, made by make_kramdown.rb with the real gem.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compat/kramdown/kramdown.h"
#include "compat/yaml/load.h"
#include "liquid/value/hash.h"

namespace tincture::kramdown {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> CaseNames() {
  const fs::path root = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/kramdown";
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".md") names.push_back(fs::relative(entry.path(), root).replace_extension());
  }
  std::ranges::sort(names);
  return names;
}

Options OptionsOf(const std::string& base) {
  Options options;
  options.input = Input::kGfm;
  options.hard_wrap = false;
  options.syntax_highlighter = std::nullopt;
  options.ascii_source = base.ends_with("ascii_source");
  Arena arena;
  const Result<Value> given =
      yaml::Load(ReadFile(base + ".yml"), {.rules = compat::YamlRules::kPsych, .path = {}}, arena);
  if (!given.ok() || !given->IsHash()) return options;
  for (const Hash::Entry& entry : given->AsHash().entries()) SetOption(options, entry.key.AsString(), entry.value);
  return options;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatTheGemGives) {
  const std::string base = std::string(TINCTURE_SOURCE_DIR) + "/tests/golden/kramdown/" + GetParam();
  const Output output = Convert(ReadFile(base + ".md"), OptionsOf(base), nullptr);
  EXPECT_EQ(output.html, ReadFile(base + ".html"));
  std::string warnings;
  for (const Warning& warning : output.warnings) warnings += warning.message + "\n";
  EXPECT_EQ(warnings, ReadFile(base + ".warnings"));
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '/', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Kramdown, Golden, testing::ValuesIn(CaseNames()), TestName);

}  // namespace
}  // namespace tincture::kramdown
