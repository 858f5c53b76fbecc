// Whole commands over a machine in memory. What they print is Jekyll's where Jekyll prints it (tests/cli beside it runs
// the real one).
#include "engine/cli/program.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

class ProgramTest : public testing::Test {
 protected:
  int Run(const std::vector<std::string>& arguments, std::string_view program = "tincture") {
    lines_.clear();
    Log log([this](LogLevel, std::string_view line) { lines_.append(line).append("\n"); });
    return engine::Run(arguments, fake_.machine, log, program);
  }
  bool Says(std::string_view text) const { return lines_.find(text) != std::string::npos; }

  FakeMachine fake_;
  std::string lines_;
};

TEST_F(ProgramTest, VersionSaysWhichProfileAndWhy) {
  fake_.files.Put("/site/Gemfile.lock", "GEM\n  specs:\n    github-pages (232)\n");
  EXPECT_EQ(Run({"--version"}), 0);
  EXPECT_TRUE(lines_.starts_with("tincture ")) << lines_;
  EXPECT_TRUE(Says("profile github-pages (Jekyll 3.10.0): Gemfile.lock names it")) << lines_;
  EXPECT_EQ(Run({"-v"}, "jekyll"), 0);
  EXPECT_TRUE(lines_.starts_with("jekyll 3.10.0\n")) << lines_;
}

TEST_F(ProgramTest, WithoutASubcommandTheHelpFails) {
  EXPECT_EQ(Run({}), 1);
  EXPECT_TRUE(Says("A subcommand is required."));
  EXPECT_EQ(Run({"--help"}), 0);
  EXPECT_EQ(Run({"help"}), 0);
  EXPECT_EQ(Run({"help", "build"}), 0);
  EXPECT_EQ(Run({"help", "nonsense"}), 1);
  EXPECT_TRUE(Says("    Valid commands: b, build, ")) << lines_;
}

// The layout is Debian's: jekyll build --profile of the same site.
TEST_F(ProgramTest, ProfileTellsHowLongTemplatesTook) {
  fake_.files.Put("/site/_layouts/default.html", "<p>{% include a.html %}{{ content }}</p>");
  fake_.files.Put("/site/_includes/a.html", "inc");
  fake_.files.Put("/site/index.html", "---\nlayout: default\n---\n{% include a.html %}!");
  EXPECT_EQ(Run({"build", "--profile", "debian", "--profile", "--profile=traces/t.json"}), 0);
  for (const char* text :
       {"\nBuild Process Summary: \n\n| PHASE      |   TIME |\n+------------+--------+\n| RESET      | 0.",
        "\n| READ       | 0.", "\n| GENERATE   | 0.", "\n| RENDER     | 0.", "\n| CLEANUP    | 0.",
        "\n| WRITE      | 0.", "\n| TOTAL TIME | 0.",
        "\nSite Render Stats: \n\n| Filename              | Count | Bytes |  Time |\n",
        "\n| index.html            |     1 | 0.00K | 0.0", "\n| _layouts/default.html |     1 | 0.01K | 0.0",
        "\n| _includes/a.html      |     2 | 0.01K | 0.0", "\n| TOTAL (for 3 files)   |     4 | 0.02K | 0.0"}) {
    EXPECT_TRUE(Says(text)) << text << "\nin\n" << lines_;
  }
  const std::string& trace = fake_.files.files().at("/site/traces/t.json");
  for (const char* name : {"RENDER", "index.html", "/site/_includes/a.html"}) {
    EXPECT_NE(trace.find("{\"name\":\"" + std::string(name) + "\""), std::string::npos) << trace;
  }
  EXPECT_EQ(Run({"build", "--profile", "jekyll-3", "--profile"}), 0);
  EXPECT_TRUE(Says("\nFilename              | Count | Bytes |  Time\n----------------------+-------+-------+------\n"))
      << lines_;
  EXPECT_EQ(Run({"build", "--profile", "no-such"}), 1);
}

TEST_F(ProgramTest, CleanRemovesWhatBuildsLeave) {
  fake_.files.Put("/site/_site/index.html", "x");
  fake_.files.Put("/site/.jekyll-cache/a", "x");
  fake_.files.Put("/site/.jekyll-metadata", "x");
  EXPECT_EQ(Run({"clean"}), 0);
  EXPECT_TRUE(Says("           Cleaner: Removing /site/_site...\n")) << lines_;
  EXPECT_TRUE(Says("           Cleaner: Removing /site/.jekyll-metadata...\n"));
  EXPECT_TRUE(Says("           Cleaner: Removing /site/.jekyll-cache...\n"));
  EXPECT_TRUE(Says("           Cleaner: Nothing to do for .sass-cache.\n"));
  EXPECT_TRUE(fake_.files.files().empty());
  EXPECT_EQ(Run({"clean", "--profile", "jekyll-3"}), 0);
  EXPECT_FALSE(Says(".jekyll-cache")) << "Jekyll 3 has none";
}

TEST_F(ProgramTest, NewLaysOutASiteThatBuilds) {
  EXPECT_EQ(Run({"new", "my", "blog"}), 0);
  for (const char* name : {"404.html", "Gemfile", "_config.yml", "_posts/2024-01-02-welcome-to-jekyll.markdown",
                           "about.markdown", "index.markdown", ".gitignore"}) {
    EXPECT_TRUE(fake_.files.files().contains(std::string("/site/my blog/") + name)) << name;
  }
  EXPECT_EQ(Run({"new", "my blog"}), 1);
  EXPECT_TRUE(Says("Conflict: /site/my blog exists and is not empty.")) << lines_;
  EXPECT_EQ(Run({"new", "my blog", "--force"}), 0);
  EXPECT_EQ(Run({"new"}), 1);
  EXPECT_EQ(Run({"new", "old", "--profile", "jekyll-3"}), 0);
  EXPECT_TRUE(fake_.files.files().contains("/site/old/index.md"));
  EXPECT_EQ(Run({"new", "bare", "--blank"}), 0);
  EXPECT_TRUE(fake_.files.files().contains("/site/bare/_layouts/default.html"));
  EXPECT_TRUE(fake_.files.Stat("/site/bare/_drafts").is_directory());
}

TEST_F(ProgramTest, NewThemeLaysOutAGem) {
  EXPECT_EQ(Run({"new-theme", "my", "theme"}), 0);
  EXPECT_TRUE(fake_.files.files().contains("/site/my_theme/my_theme.gemspec"));
  EXPECT_TRUE(Says("            create /site/my_theme/_layouts/page.html\n")) << lines_;
  EXPECT_EQ(Run({"new-theme", "my", "theme"}), 1);
  EXPECT_EQ(Run({"new-theme"}), 1);
}

TEST_F(ProgramTest, DoctorNamesWhatWillNotWork) {
  fake_.files.Put("/site/_config.yml", "url: https://example.org\n");
  fake_.files.Put("/site/index.html", "---\n---\n");
  EXPECT_EQ(Run({"doctor"}), 0) << lines_;
  EXPECT_TRUE(Says("  Your test results are in. Everything looks fine.")) << lines_;
  fake_.files.Put("/site/_plugins/deep/own.rb", "");
  EXPECT_EQ(Run({"doctor"}), 1);
  EXPECT_TRUE(Says("_plugins/deep/own.rb is Ruby and is not run")) << lines_;
  EXPECT_EQ(Run({"doctor", "--safe"}), 0) << "safe mode runs none in Jekyll either";
  fake_.files.Put("/site/_config.yml", "url: /no\ntheme: nowhere\nplugins: [unheard-of]\nlsi: true\n");
  fake_.files.Put("/site/INDEX.html", "---\n---\n");
  EXPECT_EQ(Run({"doctor"}), 1);
  EXPECT_TRUE(Says("'nowhere' was not found")) << lines_;
  EXPECT_TRUE(Says("'unheard-of' is not built in"));
  EXPECT_TRUE(Says("only differ by case"));
  EXPECT_TRUE(Says("does not seem to be absolute"));
  EXPECT_TRUE(Says("`lsi`"));
}

class ExplainTest : public ProgramTest {
 protected:
  void SetUp() override {
    fake_.files.Put("/site/_config.yml",
                    "exclude: [secret]\ncollections: {talks: {output: true}, notes: {}}\nlimit_posts: 1\n");
    fake_.files.Put("/site/_layouts/default.html", "{{ content }}");
    fake_.files.Put("/site/_layouts/post.html", "---\nlayout: default\n---\n{{ content }}");
    fake_.files.Put("/site/about.md", "---\nlayout: post\n---\n");
    fake_.files.Put("/site/hidden.md", "---\npublished: false\n---\n");
    fake_.files.Put("/site/secret/a.md", "---\n---\n");
    fake_.files.Put("/site/.x", "");
    fake_.files.Put("/site/picture.png", "");
    fake_.files.Put("/site/_includes/a.html", "");
    for (const char* post : {"2023-01-01-old", "2023-01-02-new", "2099-01-01-future", "undated"}) {
      fake_.files.Put(std::string("/site/_posts/") + post + ".md", "---\n---\n");
    }
    fake_.files.Put("/site/_drafts/d.md", "---\n---\n");
    fake_.files.Put("/site/_talks/t.md", "---\n---\n");
    fake_.files.Put("/site/_notes/n.md", "---\n---\n");
    fake_.files.Put("/site/_papers/p.md", "---\n---\n");
  }

  bool Explains(const std::string& path, std::string_view text) {
    EXPECT_EQ(Run({"explain", path}), 0);
    return Says(text);
  }
};

TEST_F(ExplainTest, WhereAFileWent) {
  EXPECT_TRUE(Explains("about.md",
                       "is a page\n  URL      /about.html\n  written  /site/_site/about.html\n"
                       "  layouts  _layouts/post.html, then _layouts/default.html"))
      << lines_;
  EXPECT_TRUE(Explains("_posts/2023-01-02-new.md", "URL      /2023/01/02/new.html")) << lines_;
  EXPECT_TRUE(Explains("_talks/t.md", "URL      /talks/t.html")) << lines_;
  EXPECT_TRUE(Explains("picture.png", "is a static file")) << lines_;
  EXPECT_TRUE(Explains("_layouts/default.html", "is the layout 'default' of 1 page or document")) << lines_;
}

TEST_F(ExplainTest, WhyAFileIsNotInTheSite) {
  EXPECT_TRUE(Explains("hidden.md", "`published: false`")) << lines_;
  EXPECT_TRUE(Explains("secret/a.md", "'secret' falls under 'secret' of `exclude`")) << lines_;
  EXPECT_TRUE(Explains(".x", "its name begins with one of")) << lines_;
  EXPECT_TRUE(Explains("_posts/2023-01-01-old.md", "`limit_posts`")) << lines_;
  EXPECT_TRUE(Explains("_posts/2099-01-01-future.md", "is in the future")) << lines_;
  EXPECT_TRUE(Explains("_posts/undated.md", "begins with a date")) << lines_;
  EXPECT_TRUE(Explains("_drafts/d.md", "--drafts")) << lines_;
  EXPECT_TRUE(Explains("_notes/n.md", "has no `output: true`")) << lines_;
  EXPECT_TRUE(Explains("_papers/p.md", "`collections:` does not name 'papers'")) << lines_;
  EXPECT_TRUE(Explains("_includes/a.html", "{% include %}")) << lines_;
  EXPECT_EQ(Run({"explain", "nothing.md"}), 1);
}

TEST_F(ExplainTest, ABuildSaysOnceWhatJekyllDropsInSilence) {
  fake_.files.Put("/site/late.md", "\n---\ntitle: x\n---\n");
  fake_.files.Put("/site/page.textile", "---\n---\n");
  fake_.files.Put("/site/_talks/later.md", "---\ndate: 2099-01-01\n---\n");
  EXPECT_EQ(Run({"build"}), 0) << lines_;
  EXPECT_TRUE(Says("_posts/2099-01-01-future.md has a future date")) << lines_;
  EXPECT_TRUE(Says("_talks/later.md:2:1 has a future date")) << lines_;
  EXPECT_TRUE(Says("_posts/undated.md is not a post")) << lines_;
  EXPECT_TRUE(Says("late.md:2:1: it must be at the very start of the file")) << lines_;
  EXPECT_TRUE(Says("page.textile:3:1: nothing converts .textile")) << lines_;
  EXPECT_TRUE(Says("_papers with 1 document: `collections:` does not name 'papers'")) << lines_;
}

TEST_F(ProgramTest, OptionsOfOldJekyllsSayWhatReplacedThem) {
  EXPECT_EQ(Run({"build", "--auto"}), 1);
  EXPECT_TRUE(Says("Deprecation: The switch '--auto' has been replaced with '--watch'.")) << lines_;
  EXPECT_TRUE(Says("invalid option: --auto")) << lines_;
}

TEST_F(ProgramTest, OldMarkdownProcessorsAreNamedWithWhatToSetInstead) {
  fake_.files.Put("/site/_config.yml", "markdown: redcarpet\n");
  fake_.files.Put("/site/a.md", "---\n---\na\n");
  EXPECT_EQ(Run({"build", "--profile", "jekyll-3"}), 1);
  EXPECT_TRUE(Says("tincture has no redcarpet: set `markdown: kramdown`")) << lines_;
}

TEST_F(ProgramTest, RepeatedWarningsAreGrouped) {
  for (char c = 'a'; c <= 'z'; ++c) fake_.files.Put(std::string("/site/") + c + ".md", "---\nlayout: lost\n---\n");
  EXPECT_EQ(Run({"build"}), 0);
  EXPECT_TRUE(Says("Layout 'lost' requested in c.md:2:1 does not exist.")) << lines_;
  EXPECT_FALSE(Says("requested in d.md:2:1")) << lines_;
  EXPECT_TRUE(Says("... and 23 more of the same")) << lines_;
}

}  // namespace
}  // namespace tincture::engine
