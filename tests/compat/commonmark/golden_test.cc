// Every tests/golden/commonmark/*/*.md must give its .html, .ghpages.html and .log, made by make_commonmark.rb with the
// real gems.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compat/commonmark/commonmark.h"
#include "compat/commonmark/options_from_config.h"
#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"
#include "compat/yaml/load.h"
#include "liquid/value/hash.h"

namespace tincture::commonmark {
namespace {

namespace fs = std::filesystem;

class Rouge : public CodeHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang) override {
    const std::optional<rouge::Fancy> found = rouge::FindFancy(lang.value_or("guess"), code);
    if (!found) return std::nullopt;
    return rouge::FormatHtml(rouge::Lex(*found->lexer, found->options, code).tokens);
  }
};

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> CaseNames() {
  const fs::path root = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/commonmark";
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".md") names.push_back(fs::relative(entry.path(), root).replace_extension());
  }
  std::ranges::sort(names);
  return names;
}

Value Load(const std::string& yaml, Arena& arena) {
  const Result<Value> value = yaml::Load(yaml, {.rules = compat::YamlRules::kPsych, .path = {}}, arena);
  return value.ok() ? *value : Value();
}

Configured ConfiguredAs(const std::string& base) {
  Arena arena;
  const Value defaults =
      Load("options: [unsafe, footnotes]\nextensions: [table, strikethrough, autolink, tagfilter, tasklist]\n", arena);
  HashBuilder config(arena, defaults.AsHash());
  const Value own = Load(ReadFile(base + ".yml"), arena);
  if (own.IsHash()) {
    for (const Hash::Entry& entry : own.AsHash().entries()) config.Set(entry.key, entry.value);
  }
  Configured configured = OptionsFromConfig(config.BuildValue());
  configured.options.nested_strong = true;  // commonmarker 0.23.6
  return configured;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatTheGemsGive) {
  const std::string base = std::string(TINCTURE_SOURCE_DIR) + "/tests/golden/commonmark/" + GetParam();
  Configured configured = ConfiguredAs(base);
  Rouge rouge;
  for (const Gem gem : {Gem::kJekyllCommonmark, Gem::kGhPages}) {
    configured.options.gem = gem;
    const Result<std::string> html = Convert(ReadFile(base + ".md"), configured.options, &rouge);
    ASSERT_TRUE(html.ok());
    EXPECT_EQ(*html, ReadFile(base + (gem == Gem::kGhPages ? ".ghpages.html" : ".html")));
  }
}

// Jekyll's log ends a topic in the 19th column.
std::string LogLine(const std::string& topic, const std::string& message) {
  return std::string(topic.size() < 19 ? 19 - topic.size() : 0, ' ') + topic + " " + message + "\n";
}

TEST_P(Golden, ComplainsAsTheGemsDo) {
  const std::string base = std::string(TINCTURE_SOURCE_DIR) + "/tests/golden/commonmark/" + GetParam();
  std::string log;
  for (const Complaint& complaint : ConfiguredAs(base).complaints) {
    log += LogLine("CommonMark:", complaint.warning) + LogLine(complaint.label, complaint.valid);
  }
  EXPECT_EQ(log, ReadFile(base + ".log"));
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '/', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Commonmark, Golden, testing::ValuesIn(CaseNames()), TestName);

}  // namespace
}  // namespace tincture::commonmark
