// Texts through the loader, against what the real SafeYAML and Psych made of them (tests/golden/yaml).
#include "compat/yaml/load.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::yaml {
namespace {

using compat::YamlRules;

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The value as Ruby's inspect writes it, or the error.
std::string Outcome(std::string_view text, YamlRules rules) {
  Arena arena;
  const TimeZone utc;
  const Result<Value> value = Load(text, {.rules = rules, .zone = &utc}, arena);
  if (!value.ok()) return value.error().kind + ": " + value.error().message + "\n";
  DropAccess access{arena, nullptr, std::nullopt};
  std::string inspected;
  AppendInspect(*value, access, inspected);
  return inspected + "\n";
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(TINCTURE_SOURCE_DIR "/tests/golden/yaml")) {
    if (entry.is_directory()) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {
 protected:
  std::string File(const std::string& name) const {
    return ReadFile(std::filesystem::path(TINCTURE_SOURCE_DIR "/tests/golden/yaml") / GetParam() / name);
  }
};

TEST_P(Golden, SafeYaml) { EXPECT_EQ(Outcome(File("in.yml"), YamlRules::kSafeYaml), File("safe_yaml.txt")); }
TEST_P(Golden, Psych) { EXPECT_EQ(Outcome(File("in.yml"), YamlRules::kPsych), File("psych.txt")); }

INSTANTIATE_TEST_SUITE_P(Yaml, Golden, testing::ValuesIn(Cases()), [](const auto& test) { return test.param; });

TEST(Load, NamesTheFileAndThePlace) {
  Arena arena;
  const Result<Value> value = Load("a: 1\nb: c: d\n", {.path = "_config.yml"}, arena);
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.error().message, "(_config.yml): mapping values are not allowed in this context at line 2 column 5");
  EXPECT_EQ(value.error().where.path, "_config.yml");
  EXPECT_EQ(value.error().where.line, 2u);
  EXPECT_EQ(value.error().where.column, 5u);
}

TEST(Load, KeepsNothingOfTheText) {
  Arena arena;
  std::string text = "title: some words\n";
  const Result<Value> value = Load(text, {}, arena);
  text.assign(text.size(), '#');
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(value->AsHash().Get("title").AsString(), "some words");
}

TEST(Load, ShowsLocalTimeWherePsychSeesNoZone) {
  Arena arena;
  const TimeZone kolkata = TimeZone::FromVariable("Asia/Kolkata");
  const Result<Value> value = Load("2001-12-14 21:59:43", {.rules = YamlRules::kPsych, .zone = &kolkata}, arena);
  ASSERT_TRUE(value.ok() && value->IsTime());
  EXPECT_EQ(value->AsTime().utc_offset, 5 * 3600 + 1800);
  EXPECT_EQ(value->AsTime().seconds, 1008367183);
}

// Nine anchors of nine aliases each: 9^9 leaves, were they not shared.
TEST(Load, SharesWhatAliasesName) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string inner = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 9; ++j) text += (j > 0 ? ", " : "") + inner;
    text += "]\n";
  }
  for (const YamlRules rules : {YamlRules::kSafeYaml, YamlRules::kPsych}) {
    Arena arena;
    const Result<Value> value = Load(text, {.rules = rules}, arena);
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(value->AsHash().size(), 9u);
    EXPECT_LT(arena.reserved(), 1u << 20);
  }
}

TEST(Load, RefusesBottomlessNesting) {
  for (const char* piece : {"[", "{a: ", "- ", "? "}) {
    std::string text;
    for (int i = 0; i < 25000; ++i) text += piece;
    Arena arena;
    EXPECT_FALSE(Load(text, {}, arena).ok()) << piece;
  }
}

}  // namespace
}  // namespace tincture::yaml
