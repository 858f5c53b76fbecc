#include "engine/config/github_pages.h"

#include <gtest/gtest.h>

#include "engine/config/configuration.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

// What `github-pages v232` says for the same files: `jekyll build` with that gem, {{ site | jsonify }}.
class GithubPagesTest : public testing::Test {
 protected:
  const Configuration& Load(const std::string& yaml, std::map<std::string, std::string> environment = {}) {
    files_.Put("/site/_config.yml", yaml);
    const FakeEnv env("/site", std::move(environment));
    const FakeClock clock(0);
    const Machine machine{files_, files_, clock, env};
    CommandOptions options;
    options.overrides = HashBuilder(*options.arena).Build();
    Log silent([](LogLevel, std::string_view) {});
    loaded_.push_back(
        *Configuration::Load(options, compat::ProfileOf(compat::ProfileId::kGithubPages), machine, silent));
    return loaded_.back();
  }

  FakeFiles files_;
  std::vector<Configuration> loaded_;
};

TEST_F(GithubPagesTest, DefaultsLieBelowTheUsersSettings) {
  EXPECT_EQ(Load("{}").Text("theme"), "jekyll-theme-primer");
  EXPECT_EQ(Load("theme: minima").Text("theme"), "minima");
  EXPECT_TRUE(Load("theme: null").Get("theme").IsNil());
  EXPECT_EQ(Load("a: 1").Get("kramdown").AsHash().Get("gfm_quirks").AsString(), "paragraph_end");
  EXPECT_EQ(Load("kramdown: {input: kramdown}").Get("kramdown").AsHash().Get("input").AsString(), "kramdown");
  EXPECT_TRUE(Load("exclude: [x]").Texts("exclude") == std::vector<std::string>{"x"});
  EXPECT_EQ(Load("a: 1").Texts("exclude").back(), "CNAME");
}

TEST_F(GithubPagesTest, OverridesLieAboveThem) {
  const Configuration& config = Load("safe: false\nlsi: true\nhighlighter: pygments\nkramdown: {math_engine: katex}");
  EXPECT_TRUE(config.Truthy("safe"));
  EXPECT_FALSE(config.Truthy("lsi"));
  EXPECT_EQ(config.Text("highlighter"), "rouge");
  EXPECT_EQ(config.Get("kramdown").AsHash().Get("math_engine").AsString(), "mathjax");
  EXPECT_TRUE(config.entry_rules().safe);
}

TEST_F(GithubPagesTest, MarkdownIsKramdownOrGithubsOwn) {
  EXPECT_EQ(Load("markdown: redcarpet").Text("markdown"), "kramdown");
  const Configuration& gfm = Load("markdown: GFM");
  EXPECT_EQ(gfm.Text("markdown"), "CommonMarkGhPages");
  EXPECT_EQ(gfm.Get("commonmark").AsHash().Get("extensions").AsArray().size(), 4u);
}

TEST_F(GithubPagesTest, ItsPluginsComeAfterTheUsers) {
  const std::vector<std::string> plugins = Load("plugins: [jemoji, jekyll-gist]").Texts("plugins");
  ASSERT_EQ(plugins.size(), 11u);
  EXPECT_EQ(plugins[0], "jemoji");
  EXPECT_EQ(plugins[1], "jekyll-gist");
  EXPECT_EQ(plugins[2], "jekyll-coffeescript");
  EXPECT_EQ(Load("remote_theme: a/b").Texts("plugins").back(), "jekyll-remote-theme");
}

TEST_F(GithubPagesTest, ProductionCompressesStylesAndDevelopmentAllowsMore) {
  EXPECT_EQ(Load("a: 1", {{"JEKYLL_ENV", "production"}}).Get("sass").AsHash().Get("style").AsString(), "compressed");
  EXPECT_TRUE(Load("a: 1").Get("sass").IsNil());
  EXPECT_EQ(Load("a: 1").Texts("whitelist").back(), "jekyll-admin");
  const auto lifted = Load("plugins: [own]", {{"DISABLE_WHITELIST", "1"}}).Texts("whitelist");
  EXPECT_NE(std::find(lifted.begin(), lifted.end(), "own"), lifted.end());
}

}  // namespace
}  // namespace tincture::engine
