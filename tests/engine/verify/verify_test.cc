// `verify` over a machine in memory: a reference that is what we build, with differences planted into it.
#include "engine/verify/verify.h"

#include <gtest/gtest.h>

#include "engine/cli/program.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

class VerifyTest : public testing::Test {
 protected:
  void SetUp() override {
    Put("/site/_config.yml", "plugins: [jekyll-feed]\ntitle: T\nkeep_files: [kept]\n");
    Put("/site/_layouts/page.html", "<h1>{{ page.title }}</h1>\n{{ content }}\n<p>{{ page.cups }} cups</p>\n");
    Put("/site/about.md", "---\nlayout: page\ntitle: About\ncups: 5\n---\nText.\n");
    Put("/site/made.html", "---\n---\n{{ site.time | date: '%Y-%m-%d' }}, Jekyll {{ jekyll.version }}.\n");
    Put("/site/files.txt", "---\n---\n{{ site.static_files[0].modified_time | date: '%s' }}\n");
    Put("/site/style.css", "b { color: red }\n");
    Put("/site/data.json", "---\n---\n{\"cups\": 5}\n");
    Put("/site/cup.png", "\x89PNG\r\n");
    ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  }

  void Put(const std::string& path, const std::string& bytes) { fake_.files.Put(path, bytes); }
  const std::string& Get(const std::string& path) { return fake_.files.files().at(path); }
  void Plant(const std::string& path, const std::string& what, const std::string& with) {
    std::string text = Get(path);
    ASSERT_NE(text.find(what), text.npos) << text;
    Put(path, text.replace(text.find(what), what.size(), with));
  }

  int Run(std::vector<std::string> arguments) {
    lines_.clear();
    Log log([this](LogLevel, std::string_view line) { lines_.append(line).append("\n"); });
    arguments.insert(arguments.end(), {"--profile", "debian"});
    return engine::Run(arguments, {fake_.files, fake_.files, *clock_, fake_.env}, log);
  }
  int Verify(std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"verify", "/ref"});
    return Run(options);
  }
  bool Says(std::string_view text) const { return lines_.find(text) != std::string::npos; }
  // Of the table.
  bool HasRow(const std::string& name, std::vector<int> counts) const {
    std::string row = name + std::string(14 - name.size(), ' ');
    for (const int count : counts) row += std::string(10, ' ') + std::to_string(count);
    return Says("\n" + row + "\n");
  }

  FakeMachine fake_;
  const Clock* clock_ = &fake_.clock;
  const FakeClock another_day_{1800000000};
  std::string lines_;
};

TEST_F(VerifyTest, TheSameSiteIsEqualAndNothingIsWritten) {
  const std::map<std::string, std::string> before = fake_.files.files();
  EXPECT_EQ(Verify(), 0) << lines_;
  EXPECT_TRUE(Says("Equal: every file has the same bytes.")) << lines_;
  EXPECT_TRUE(HasRow("all", {7, 0, 0, 0, 0})) << lines_;
  EXPECT_EQ(fake_.files.files(), before);
}

TEST_F(VerifyTest, TheReferenceMayLieInTheSiteItself) {
  ASSERT_EQ(Run({"build", "-d", "/site/reference", "-q"}), 0);
  EXPECT_EQ(Run({"verify", "reference"}), 0) << lines_;
  EXPECT_TRUE(HasRow("all", {7, 0, 0, 0, 0})) << lines_;
}

TEST_F(VerifyTest, ADifferenceIsShownWithItsPlaceAndWhatItIsMadeOf) {
  Plant("/ref/about.html", "5 cups", "6 cups");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(HasRow("HTML", {1, 0, 1, 0, 0})) << lines_;
  EXPECT_TRUE(Says("different: about.html, line 4, column 4 (made of about.md, in _layouts/page.html)\n")) << lines_;
  EXPECT_TRUE(
      Says("    Jekyll: <p>6 cups</p>⏎\n"
           "    here:   <p>5 cups</p>⏎\n"
           "               ^\n"))
      << lines_;
}

TEST_F(VerifyTest, TheLineOfTheTemplateIsNamed) {
  Put("/site/_includes/cups.html", "of\n{{ include.many }} cups");
  Put("/site/_layouts/page.html", "<h1>{{ page.title }}</h1>\n{% include cups.html many=page.cups %}\n{{ content }}");
  Put("/site/other.md", "---\nlayout: page\ntitle: Other\ncups: 5\n---\nOther.\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  Plant("/ref/about.html", "5 cups", "7 cups");
  Plant("/ref/other.html", "5 cups", "8 cups");
  Plant("/ref/made.html", "Jekyll", "Tea");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(
      Says("    made by _includes/cups.html:2:1  {{ include.many }}, included by _layouts/page.html:2:1\n"
           "    and so in 1 more: other.html\n"))
      << lines_;
  EXPECT_TRUE(Says("    made by made.html:3:37\n")) << lines_;
}

TEST_F(VerifyTest, OfConvertedTextTheLineNearby) {
  Put("/site/about.md", "---\nlayout: page\n---\nFirst.\n\nSome *more* words follow.\n");
  Put("/site/alone.md", "---\n---\n{{ 1 }} more text.\n\nAnd then the *other* one.\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  Plant("/ref/about.html", "<em>more</em>", "*more*");
  Plant("/ref/alone.html", "<em>other</em>", "*other*");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(Says("    made at or near about.md:6:7\n")) << lines_;
  EXPECT_TRUE(Says("    made at or near alone.md:5:15\n")) << lines_;
}

TEST_F(VerifyTest, WhatAnIncludePrintsIsFoundThroughMarkdown) {
  Put("/site/_includes/cups.html", "One\n{{ include.many }} of *many* cups");
  Put("/site/about.md", "---\nlayout: page\n---\n{% include cups.html many=5 %}\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  Plant("/ref/about.html", "5 of", "6 of");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(Says("near _includes/cups.html:2:1  {{ include.many }}, included by about.md:4:1\n")) << lines_;
}

TEST_F(VerifyTest, WhatWouldMakeMoreFilesEqualIsSaid) {
  Put("/site/env.html", "---\n---\n{{ jekyll.environment }}\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  Plant("/ref/env.html", "development", "production");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(Says("With JEKYLL_ENV=production 1 more of 8 files are identical.\n")) << lines_;
  EXPECT_FALSE(Says("With --profile")) << lines_;
  Plant("/ref/made.html", "4.3.1", "4.4.1");
  Plant("/ref/feed.xml", "4.3.1", "4.4.1");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(Says("With --profile jekyll-4 2 more of 8 files are identical.\n")) << lines_;
}

TEST_F(VerifyTest, EveryKindIsCountedByItself) {
  Plant("/ref/style.css", "red", "blue");
  Plant("/ref/data.json", "5", "5.0");
  Plant("/ref/cup.png", "PNG", "JPG");
  Plant("/ref/feed.xml", "<title type=\"html\">T<", "<title type=\"html\">U<");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(HasRow("CSS", {0, 0, 1, 0, 0})) << lines_;
  EXPECT_TRUE(HasRow("JSON", {0, 0, 1, 0, 0})) << lines_;
  EXPECT_TRUE(HasRow("images", {0, 0, 1, 0, 0})) << lines_;
  EXPECT_TRUE(HasRow("feeds, XML", {0, 0, 1, 0, 0})) << lines_;
  EXPECT_TRUE(HasRow("other files", {1, 0, 0, 0, 0})) << lines_;
}

TEST_F(VerifyTest, MissingAndExtraFiles) {
  ASSERT_TRUE(fake_.files.Remove("/ref/about.html"));
  Put("/ref/old/page.html", "x");
  Put("/ref/kept/by/hand.html", "x");
  EXPECT_EQ(Verify(), 1);
  EXPECT_TRUE(Says("missing: old/page.html\n")) << lines_;
  EXPECT_TRUE(Says("extra: about.html (made of about.md, in _layouts/page.html)\n")) << lines_;
  EXPECT_FALSE(Says("by/hand.html")) << "keep_files: the build did not make it";
  EXPECT_TRUE(HasRow("HTML", {1, 0, 0, 1, 1})) << lines_;
}

TEST_F(VerifyTest, TheTimeOfTheBuildIsTheReferencesOwnWhereItSaysSo) {
  clock_ = &another_day_;
  EXPECT_EQ(Verify(), 0) << lines_;
  EXPECT_TRUE(HasRow("all", {7, 0, 0, 0, 0})) << "feed.xml says when the reference was built\n" << lines_;
  EXPECT_TRUE(Says("at the reference's time")) << lines_;
}

TEST_F(VerifyTest, WithoutAFeedTheTimeOfTheBuildIsHarmless) {
  Put("/site/_config.yml", "title: T\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  clock_ = &another_day_;
  EXPECT_EQ(Verify(), 0) << lines_;
  EXPECT_TRUE(Says("harmless: made.html: the time of the build\n")) << lines_;
  EXPECT_TRUE(HasRow("HTML", {1, 1, 0, 0, 0})) << lines_;
  EXPECT_TRUE(Says("Equal, but for what differs between any two builds.")) << lines_;
}

TEST_F(VerifyTest, ARealDifferenceBehindAHarmlessOneIsFound) {
  Put("/site/_config.yml", "title: T\n");
  ASSERT_EQ(Run({"build", "-d", "/ref", "-q"}), 0) << lines_;
  clock_ = &another_day_;
  Plant("/ref/made.html", "4.3.1.", "4.4.1!");
  EXPECT_EQ(Verify(), 1) << lines_;
  EXPECT_TRUE(
      Says("different: made.html, line 1, column 25 (made of made.html)\n"
           "    before it only the time of the build, the version of the generator\n"))
      << lines_;
}

TEST_F(VerifyTest, TimesOfFilesAndVersionsAreHarmless) {
  Plant("/ref/files.txt", "0", "1700000000");
  Plant("/ref/made.html", "4.3.1", "4.2.0");
  Plant("/ref/feed.xml", "version=\"4.3.1\"", "version=\"4.2.0\"");
  EXPECT_EQ(Verify(), 0) << lines_;
  EXPECT_TRUE(Says("harmless: feed.xml: the version of the generator\n")) << lines_;
  EXPECT_TRUE(Says("harmless: files.txt: the times of the site's files\n")) << lines_;
  EXPECT_TRUE(Says("harmless: made.html: the version of the generator\n")) << lines_;
  EXPECT_TRUE(Says("/ref, by Jekyll 4.2.0\n")) << lines_;
}

TEST_F(VerifyTest, ShowSaysHowManyArePrinted) {
  for (const char* name : {"a", "b", "c"}) Put("/ref/old/" + std::string(name), "x");
  EXPECT_EQ(Verify({"--show", "1"}), 1);
  EXPECT_TRUE(Says("missing: old/a\n... and 2 more: --show N prints N\n")) << lines_;
  EXPECT_EQ(Verify({"--show", "0"}), 1);
  EXPECT_FALSE(Says("missing: ")) << lines_;
  EXPECT_EQ(Verify({"--quiet"}), 1);
  EXPECT_EQ(lines_, "");
}

TEST_F(VerifyTest, WithoutAReferenceItSaysHowToGetOne) {
  EXPECT_EQ(Run({"verify"}), 1);
  EXPECT_TRUE(Says("bundle exec jekyll build -d /tmp/reference")) << lines_;
  EXPECT_EQ(Run({"verify", "/nowhere"}), 1);
  EXPECT_TRUE(Says("There is no folder /nowhere.")) << lines_;
}

}  // namespace
}  // namespace tincture::engine
