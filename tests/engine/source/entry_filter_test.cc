#include "engine/source/entry_filter.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using Names = std::vector<std::string>;

// Expectations recorded with File.fnmatch? of Ruby 3.1.
TEST(FnmatchTest, IsRubysWithoutFlags) {
  EXPECT_TRUE(Fnmatch("/s/*.md", "/s/a.md"));
  EXPECT_TRUE(Fnmatch("/s/*.md", "/s/b/a.md"));  // * matches '/' too
  EXPECT_TRUE(Fnmatch("/s/?.md", "/s/\xC3\xA9.md"));
  EXPECT_FALSE(Fnmatch("*", ".hidden"));
  EXPECT_TRUE(Fnmatch("a*", "a.hidden"));
  EXPECT_TRUE(Fnmatch("[a-c]x", "bx"));
  EXPECT_FALSE(Fnmatch("[^a-c]x", "bx"));
  EXPECT_TRUE(Fnmatch("\\*", "*"));
  EXPECT_FALSE(Fnmatch("[a", "[a"));
  EXPECT_FALSE(Fnmatch("{a,b}", "a"));
}

TEST(FnmatchTest, ManyStarsStayPolynomial) {
  const std::string stars(200, '*');
  EXPECT_FALSE(Fnmatch(stars + "b", std::string(5000, 'a')));
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(Fnmatch(pattern + "b", std::string(5000, 'a')));
}

class EntryFilterTest : public testing::Test {
 protected:
  Names Filter(const Names& entries, const std::string& directory = "") const {
    return *EntryFilter(rules_, files_).Filter(entries, directory);
  }

  FakeFiles files_;
  EntryRules rules_{.source = "/site", .include = {}, .exclude = {}};
};

TEST_F(EntryFilterTest, DropsSpecialAndBackupEntries) {
  EXPECT_EQ(Filter({"a.md", "_b.md", ".c", "#d#", "~e", "f~", "g"}), (Names{"a.md", "g"}));
}

TEST_F(EntryFilterTest, IncludeBringsSpecialEntriesBack) {
  rules_.include = {".htaccess", "_pages"};
  EXPECT_EQ(Filter({".htaccess", "_pages", "_posts"}), (Names{".htaccess", "_pages"}));
}

TEST_F(EntryFilterTest, ExcludesByGlobPrefixAndFolder) {
  rules_.exclude = {"*.psd", "node_modules", "vendor/bundle/"};
  files_.Put("/site/vendor/bundle/x", "");
  EXPECT_EQ(Filter({"a.psd", "node_modules", "node_modules_too", "b"}), Names{"b"});
  EXPECT_EQ(Filter({"bundle", "other"}, "vendor"), Names{"other"});
}

TEST_F(EntryFilterTest, IncludeBeatsExclude) {
  rules_.exclude = {"secret"};
  rules_.include = {"secret/x.md"};
  EXPECT_EQ(Filter({"secret", "secret/x.md"}), Names{"secret/x.md"});
}

TEST_F(EntryFilterTest, Jekyll3AsksIncludeFirst) {
  rules_.excluded_before_included = false;
  rules_.exclude = {"a"};
  rules_.include = {"a"};
  EXPECT_EQ(Filter({"a", "b"}), (Names{"a", "b"}));
}

}  // namespace
}  // namespace tincture::engine
