#include "engine/config/front_matter_defaults.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

class FrontMatterDefaultsTest : public testing::Test {
 protected:
  FrontMatterDefaults Read(const std::string& yaml) {
    fake_.files.Put("/site/_config.yml", yaml);
    CommandOptions options;
    options.overrides = HashBuilder(*options.arena).Build();
    const auto& profile = compat::ProfileOf(compat::ProfileId::kJekyll4);
    config_.emplace(*Configuration::Load(options, profile, fake_.machine, log_));
    return *FrontMatterDefaults::Read(*config_, fake_.machine, log_);
  }
  std::string Layout(const FrontMatterDefaults& defaults, std::string_view path, std::string_view type) {
    const Value layout = defaults.Find(path, type, "layout");
    return layout.IsString() ? std::string(layout.AsString()) : "(none)";
  }

  FakeMachine fake_;
  Arena arena_;
  std::vector<std::string> lines_;
  Log log_{[this](LogLevel, std::string_view line) { lines_.emplace_back(line); }};
  std::optional<Configuration> config_;
};

TEST_F(FrontMatterDefaultsTest, TheLongerPathWinsWhateverTheOrder) {
  const FrontMatterDefaults defaults = Read(
      "defaults:\n"
      "- {scope: {path: blog/deep}, values: {layout: deep}}\n"
      "- {scope: {path: blog}, values: {layout: blog}}\n"
      "- {scope: {path: ''}, values: {layout: any, extra: 1}}\n");
  EXPECT_EQ(Layout(defaults, "blog/deep/x.md", "pages"), "deep");
  EXPECT_EQ(Layout(defaults, "blog/x.md", "pages"), "blog");
  EXPECT_EQ(Layout(defaults, "x.md", "pages"), "any");
  EXPECT_EQ(defaults.All(arena_, "blog/deep/x.md", "pages")->Get("extra").AsInt(), 1);
}

TEST_F(FrontMatterDefaultsTest, ATypeWinsOverNoTypeAtTheSamePath) {
  const FrontMatterDefaults defaults = Read(
      "defaults:\n"
      "- {scope: {path: '', type: talks}, values: {layout: talk}}\n"
      "- {scope: {path: ''}, values: {layout: any}}\n");
  EXPECT_EQ(Layout(defaults, "_talks/x.md", "talks"), "talk");
  EXPECT_EQ(Layout(defaults, "_posts/x.md", "posts"), "any");
}

TEST_F(FrontMatterDefaultsTest, AnOldTypeIsUnderstoodWithAWarning) {
  const FrontMatterDefaults defaults = Read("defaults: [{scope: {path: '', type: page}, values: {layout: p}}]\n");
  EXPECT_EQ(Layout(defaults, "x.md", "pages"), "p");
  EXPECT_NE(lines_[1].find("The 'page' type has become 'pages'."), std::string::npos);
}

TEST_F(FrontMatterDefaultsTest, AStarIsGlobbedOnTheDisk) {
  fake_.files.Put("/site/section/a/page.md", "");
  fake_.files.Put("/site/section/b/page.md", "");
  const FrontMatterDefaults defaults = Read("defaults: [{scope: {path: 'section/*/page.md'}, values: {layout: s}}]\n");
  EXPECT_EQ(Layout(defaults, "section/a/page.md", "pages"), "s");
  EXPECT_EQ(Layout(defaults, "section/c/page.md", "pages"), "(none)");
}

TEST_F(FrontMatterDefaultsTest, ASetWithoutValuesIsWarnedOf) {
  const FrontMatterDefaults defaults = Read("defaults: [{scope: {path: ''}}]\n");
  EXPECT_EQ(Layout(defaults, "x.md", "pages"), "(none)");
  EXPECT_NE(lines_[1].find("An invalid front-matter default set was found (_config.yml:1"), std::string::npos)
      << lines_[1];
}

TEST_F(FrontMatterDefaultsTest, APathThatIsNoStringFailsOnceTwoSetsMeet) {
  EXPECT_EQ(Layout(Read("defaults: [{scope: {path: 5}, values: {layout: x}}]\n"), "a.md", "pages"), "x");
  fake_.files.Put("/site/_config.yml", "defaults: [{scope: {path: 5}, values: {a: 1}}, {values: {b: 1}}]\n");
  CommandOptions options;
  options.overrides = HashBuilder(*options.arena).Build();
  const auto& profile = compat::ProfileOf(compat::ProfileId::kJekyll4);
  const auto config = Configuration::Load(options, profile, fake_.machine, log_);
  EXPECT_FALSE(FrontMatterDefaults::Read(*config, fake_.machine, log_));
}

}  // namespace
}  // namespace tincture::engine
