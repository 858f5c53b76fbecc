#include "engine/config/configuration.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using compat::ProfileId;
using Texts = std::vector<std::string>;

class ConfigurationTest : public testing::Test {
 protected:
  ConfigurationTest() { options_.overrides = HashBuilder(*options_.arena).Build(); }

  Result<Configuration> Load(ProfileId profile = ProfileId::kJekyll4) {
    return Configuration::Load(options_, compat::ProfileOf(profile), fake_.machine, log_);
  }
  void Override(std::string_view key, const Value& value) {
    HashBuilder overrides(*options_.arena, *options_.overrides);
    overrides.Set(key, value);
    options_.overrides = overrides.Build();
  }

  FakeMachine fake_;
  CommandOptions options_;
  Texts lines_;
  Log log_{[this](LogLevel, std::string_view line) { lines_.emplace_back(line); }};
};

TEST_F(ConfigurationTest, WithoutAFileItIsTheDefaults) {
  const Result<Configuration> config = Load();
  ASSERT_TRUE(config);
  EXPECT_EQ(config->source(), "/site");
  EXPECT_EQ(config->destination(), "/site/_site");
  EXPECT_EQ(config->Text("permalink"), "date");
  EXPECT_EQ(config->Texts("exclude").front(), ".sass-cache");
  const Value posts = config->Get("collections").AsHash().Get("posts");
  EXPECT_TRUE(posts.AsHash().Get("output").AsBool());
  EXPECT_EQ(posts.AsHash().Get("permalink").AsString(), "/:categories/:year/:month/:day/:title:output_ext");
  EXPECT_EQ(lines_, Texts{"\033[33mConfiguration file: none\033[0m"});
}

TEST_F(ConfigurationTest, LaterFilesWinDeeplyAndNullKeepsTheOldValue) {
  fake_.files.Put("/site/a.yml", "title: A\nauthor: {name: One, email: e}\nurl: u\n");
  fake_.files.Put("/site/b.yml", "title: B\nauthor: {name: Two}\nurl:\n");
  options_.config_files = {"a.yml", "b.yml"};
  const Result<Configuration> config = Load();
  ASSERT_TRUE(config);
  EXPECT_EQ(config->Text("title"), "B");
  EXPECT_EQ(config->Text("url"), "u");
  const Hash& author = config->Get("author").AsHash();
  EXPECT_EQ(author.Get("name").AsString(), "Two");
  EXPECT_EQ(author.Get("email").AsString(), "e");
  EXPECT_EQ(config->files(), (Texts{"/site/a.yml", "/site/b.yml"}));
}

TEST_F(ConfigurationTest, TheCommandLineWinsOverFiles) {
  fake_.files.Put("/site/_config.yml", "baseurl: /file\ndestination: out\n");
  Override("baseurl", Value::String("/line"));
  const Result<Configuration> config = Load();
  ASSERT_TRUE(config);
  EXPECT_EQ(config->Text("baseurl"), "/line");
  EXPECT_EQ(config->destination(), "/site/out");
}

TEST_F(ConfigurationTest, ExcludeAddsInJekyll4AndReplacesInJekyll3) {
  fake_.files.Put("/site/_config.yml", "exclude: [drafts, Gemfile]\n");
  const Texts four = Load()->Texts("exclude");
  EXPECT_EQ(four.size(), 11u);
  EXPECT_EQ(four.front(), "drafts");
  EXPECT_EQ(Load(ProfileId::kJekyll3)->Texts("exclude"), (Texts{"drafts", "Gemfile"}));
}

TEST_F(ConfigurationTest, CollectionsMayBeAList) {
  fake_.files.Put("/site/_config.yml", "collections: [talks]\npermalink: pretty\n");
  const Result<Configuration> config = Load();
  const Hash& collections = config->Get("collections").AsHash();
  EXPECT_TRUE(collections.Get("talks").IsHash());
  EXPECT_EQ(collections.Get("posts").AsHash().Get("permalink").AsString(), "/:categories/:year/:month/:day/:title/");
}

TEST_F(ConfigurationTest, GemsIsPluginsInJekyll3Only) {
  fake_.files.Put("/site/_config.yml", "gems: [jekyll-feed]\n");
  EXPECT_EQ(Load(ProfileId::kJekyll3)->Texts("plugins"), Texts{"jekyll-feed"});
  EXPECT_TRUE(Load()->Texts("plugins").empty());
}

TEST_F(ConfigurationTest, ListsThatAreNoListsAreErrors) {
  fake_.files.Put("/site/_config.yml", "exclude: drafts\n");
  const Result<Configuration> config = Load();
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().kind, "Jekyll::Errors::InvalidConfigurationError");
  EXPECT_EQ(config.error().where.path, "/site/_config.yml");
  EXPECT_EQ(Load(ProfileId::kJekyll3)->Texts("exclude"), Texts{"drafts"});
}

TEST_F(ConfigurationTest, CollectionsThatAreNeitherAMappingNorAListAreAnError) {
  fake_.files.Put("/site/_config.yml", "collections: 5\n");
  EXPECT_EQ(Load().error().kind, "Jekyll::Errors::InvalidConfigurationError");
}

TEST_F(ConfigurationTest, PsychShowsATimestampInTheZoneThatTheFileNames) {
  fake_.files.Put("/site/_config.yml", "timezone: Europe/Paris\nwhen: 2024-07-01 12:00:00\n");
  EXPECT_EQ(Load(ProfileId::kDebian)->Get("when").AsTime().utc_offset, 7200);
  EXPECT_EQ(Load(ProfileId::kJekyll4)->Get("when").AsTime().utc_offset, 0);
}

TEST_F(ConfigurationTest, BrokenYamlIsAnErrorWithItsPlace) {
  fake_.files.Put("/site/_config.yml", "title: x\nlist: [1\nurl: u\n");
  const Result<Configuration> config = Load();
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().where.path, "/site/_config.yml");
  EXPECT_GT(config.error().where.line, 0u);
}

TEST_F(ConfigurationTest, AFileThatIsAListIsWarnedOfAndIgnored) {
  fake_.files.Put("/site/_config.yml", "- a\n");
  ASSERT_TRUE(Load());
  EXPECT_EQ(lines_[1], "\033[33mConfiguration file: (INVALID) /site/_config.yml\033[0m");
}

TEST_F(ConfigurationTest, AMissingNamedFileIsAnError) {
  options_.config_files = {"nope.yml"};
  const Result<Configuration> config = Load();
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().kind, "LoadError");
}

TEST_F(ConfigurationTest, TheDestinationMayNotHoldTheSource) {
  Override("destination", Value::String("/"));
  EXPECT_FALSE(Load());
  Override("destination", Value::String("."));
  EXPECT_FALSE(Load());
}

TEST_F(ConfigurationTest, CollectionsDirCannotLeaveTheSource) {
  fake_.files.Put("/site/_config.yml", "collections_dir: ../../elsewhere\n");
  EXPECT_EQ(Load()->collections_path(), "/site/elsewhere");
}

}  // namespace
}  // namespace tincture::engine
