// Whatever makes content vanish in Jekyll without a word, or with words that name no place: one line that names file,
// line and column, and what `explain` says of the file. The output stays Jekyll's (tests/sites).
#include <gtest/gtest.h>

#include "engine/cli/program.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

class DiagnosisTest : public testing::Test {
 protected:
  int Run(const std::vector<std::string>& arguments) {
    lines_.clear();
    Log log([this](LogLevel, std::string_view line) { lines_.append(line).append("\n"); });
    return engine::Run(arguments, fake_.machine, log, "tincture");
  }
  void Put(const std::string& path, const std::string& text) { fake_.files.Put("/site/" + path, text); }
  // A build that goes through says `line`, and `explain path` says `reason`.
  void Expect(const std::string& line, const std::string& path, const std::string& reason) {
    EXPECT_EQ(Run({"build"}), 0) << lines_;
    EXPECT_NE(lines_.find(line), std::string::npos) << line << "\nin\n" << lines_;
    EXPECT_EQ(Run({"explain", path}), 0) << lines_;
    EXPECT_NE(lines_.find(reason), std::string::npos) << reason << "\nin\n" << lines_;
  }

  FakeMachine fake_;
  std::string lines_;
};

TEST_F(DiagnosisTest, BrokenYaml) {
  Put("_posts/2020-01-01-a.md", "---\ntitle: a\ntags: [b\n---\n");
  Expect("YAML Exception reading /site/_posts/2020-01-01-a.md:3:7: (<unknown>): did not find expected ',' or ']'",
         "_posts/2020-01-01-a.md", "front matter:3:7 is broken and counts for nothing: ");
  Put("page.md", "---\ntitle: a\n  b: c\n---\n");
  Expect("YAML Exception reading /site/page.md:3:4: (<unknown>): mapping values are not allowed in this context",
         "page.md", "front matter:3:4 is broken");
}

TEST_F(DiagnosisTest, ADateInTheFuture) {
  Put("_posts/2020-01-01-a.md", "---\ntitle: a\ndate: 2099-01-01\n---\n");
  Expect("Skipping: _posts/2020-01-01-a.md:3:1 has a future date, 2099-01-01 00:00:00 +0000; --future publishes it",
         "_posts/2020-01-01-a.md",
         "is not in the site: its date, 2099-01-01 00:00:00 +0000 (line 3), is in the future; --future would");
  Put("_posts/2098-02-03-b.md", "---\n---\n");
  Expect("Skipping: _posts/2098-02-03-b.md has a future date, 2098-02-03", "_posts/2098-02-03-b.md",
         "+0000 (in its name), is in the future");
  Put("_config.yml", "collections: {talks: {output: true}}\n");
  Put("_talks/c.md", "---\ndate: 2099-01-01\n---\n");
  Expect("Skipping: _talks/c.md:2:1 has a future date", "_talks/c.md", "is not written: its date, 2099-01-01");
}

TEST_F(DiagnosisTest, ADateThatIsNone) {
  Put("_posts/2020-01-01-a.md", "---\ntitle: a\ndate: next week\n---\n");
  for (const char* command : {"build", "explain"}) {
    EXPECT_EQ(Run({command, "_posts/2020-01-01-a.md"}), 1);
    EXPECT_NE(lines_.find("_posts/2020-01-01-a.md:3:1: Invalid date 'next week'"), std::string::npos) << lines_;
  }
}

TEST_F(DiagnosisTest, ExcludedTexts) {
  Put("_config.yml", "title: a\nexclude: ['*.wip.md']\n");
  Put("_posts/2020-01-01-a.wip.md", "---\n---\n");
  Expect("Skipping: _posts/2020-01-01-a.wip.md falls under '*.wip.md' of `exclude` (_config.yml:2:1)",
         "_posts/2020-01-01-a.wip.md", "is not in the site: its name falls under '*.wip.md' of `exclude`");
}

TEST_F(DiagnosisTest, UnknownExtensions) {
  Put("_posts/2020-01-01-a.org", "---\ntitle: a\n---\n* b\n");
  Expect("Extension: _posts/2020-01-01-a.org:4:1: nothing converts .org here; its text is written as it is",
         "_posts/2020-01-01-a.org", "nothing converts .org here");
  Put("notes.rst", "---\n---\nb\n");
  Expect("Extension: notes.rst:3:1: nothing converts .rst here", "notes.rst", "nothing converts .rst here");
  Put("_data/authors.toml", "a = 1\n");
  Expect("Skipping: _data/authors.toml is not read: data is .yml, .yaml, .json, .csv or .tsv", "_data/authors.toml",
         "is not read: data is .yml");
}

TEST_F(DiagnosisTest, MissingLayouts) {
  Put("a.md", "---\ntitle: a\nlayout: lost\n---\n");
  Expect("Build Warning: Layout 'lost' requested in a.md:3:1 does not exist.", "a.md",
         "layouts  none: there is no layout 'lost'");
  Put("_layouts/b.html", "---\nlayout: above\n---\n{{ content }}");
  Put("b.md", "---\nlayout: b\n---\n");
  Expect("Build Warning: Layout 'above' requested in _layouts/b.html:2:1 does not exist.", "b.md",
         "layouts  _layouts/b.html (whose layout 'above' is missing)");
}

TEST_F(DiagnosisTest, FilesWithOnePermalink) {
  Put("a.md", "---\npermalink: /same/\n---\n");
  Put("_posts/2020-01-01-b.md", "---\ntitle: b\npermalink: /same/\n---\n");
  Expect(" - /site/_posts/2020-01-01-b.md:3:1\033", "a.md", "conflict _posts/2020-01-01-b.md is written there too");
  Expect(" - a.md:2:1\033", "_posts/2020-01-01-b.md", "conflict a.md is written there too");
}

TEST_F(DiagnosisTest, LiquidWarningsHaveAPlace) {
  Put("a.md", "---\ntitle: a\n---\nb {% if c ==  %}{% endif %}\n");
  EXPECT_EQ(Run({"build"}), 0);
  EXPECT_NE(lines_.find(" in a.md:4:3"), std::string::npos) << lines_;
}

TEST_F(DiagnosisTest, ExcerptsThatWereMended) {
  Put("_posts/2020-01-01-a.md", "---\ntitle: a\n---\n{% if true %}\nb\n\nc{% endif %}\n");
  EXPECT_EQ(Run({"build"}), 0);
  EXPECT_NE(lines_.find("Excerpt modified in _posts/2020-01-01-a.md:5:1!"), std::string::npos) << lines_;
}

TEST_F(DiagnosisTest, SettingsHaveAPlace) {
  Put("_config.yml", "title: a\ndefaults: [1]\nplugins: [jekyll-nothing-known]\ntheme: no-such-theme\n");
  EXPECT_EQ(Run({"build"}), 0);
  for (const char* said :
       {"An invalid front-matter default set was found (_config.yml:2:1):",
        "_config.yml:3:1: 'jekyll-nothing-known' is not built in", "_config.yml:4:1: 'no-such-theme' was not found"}) {
    EXPECT_NE(lines_.find(said), std::string::npos) << said << "\nin\n" << lines_;
  }
}

TEST_F(DiagnosisTest, WhatASortLacksIsSaidOnce) {
  Put("_config.yml", "collections: {talks: {output: true, sort_by: order}}\n");
  Put("_talks/a.md", "---\norder: 1\n---\n");
  for (const char* name : {"b", "c", "d", "e"}) Put("_talks/" + std::string(name) + ".md", "---\n---\n");
  EXPECT_EQ(Run({"build"}), 0);
  size_t count = 0;
  for (size_t at = lines_.find("Sort warning:"); at != std::string::npos; at = lines_.find("Sort warning:", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 4u) << "three and how many more\n" << lines_;
  EXPECT_NE(lines_.find("'order' not defined in _talks/b.md:1:1"), std::string::npos) << lines_;
}

}  // namespace
}  // namespace tincture::engine
