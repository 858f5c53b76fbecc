#include "engine/config/profile_choice.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using compat::ProfileId;

ProfileId Choose(const std::string& name, const std::string& text) {
  FakeFiles files;
  files.Put("/site/" + name, text);
  return ChooseProfile(std::nullopt, "/site", files).id;
}

TEST(ProfileChoiceTest, TheLockFileDecides) {
  EXPECT_EQ(Choose("Gemfile.lock", "GEM\n  specs:\n    github-pages (232)\n    jekyll (3.10.0)\n"),
            ProfileId::kGithubPages);
  EXPECT_EQ(Choose("Gemfile.lock", "GEM\n  specs:\n    jekyll (3.9.2)\n"), ProfileId::kJekyll3);
  EXPECT_EQ(Choose("Gemfile.lock", "GEM\n  specs:\n    jekyll (4.3.4)\n    jekyll-feed (0.1)\n"), ProfileId::kJekyll4);
}

TEST(ProfileChoiceTest, ThenTheGemfile) {
  EXPECT_EQ(Choose("Gemfile", "gem 'github-pages', group: :jekyll_plugins\n"), ProfileId::kGithubPages);
  EXPECT_EQ(Choose("Gemfile", "gem \"jekyll\", \"~> 3.9\"\n"), ProfileId::kJekyll3);
  EXPECT_EQ(Choose("Gemfile", "# gem \"github-pages\"\ngem \"jekyll\"\n"), ProfileId::kJekyll4);
}

TEST(ProfileChoiceTest, TheCommandLineWinsAndNothingMeansJekyll4) {
  FakeFiles files;
  EXPECT_EQ(ChooseProfile(std::nullopt, "/site", files).id, ProfileId::kJekyll4);
  files.Put("/site/Gemfile", "gem 'github-pages'\n");
  EXPECT_EQ(ChooseProfile(ProfileId::kDebian, "/site", files).id, ProfileId::kDebian);
}

TEST(ProfileChoiceTest, Jekyll4CompilesSassWithTheConverterThatIsLocked) {
  FakeFiles files;
  EXPECT_EQ(ChooseProfile(std::nullopt, "/site", files).profile().sass.dialect, compat::SassDialect::kDartSass);
  files.Put("/site/Gemfile.lock", "GEM\n  specs:\n    jekyll (4.3.4)\n    jekyll-sass-converter (2.2.0)\n");
  EXPECT_EQ(ChooseProfile(std::nullopt, "/site", files).profile().sass.dialect, compat::SassDialect::kLibsass36);
  EXPECT_EQ(ChooseProfile(ProfileId::kJekyll3, "/site", files).profile().sass.dialect,
            compat::SassDialect::kRubySass37);
  FakeFiles required;
  required.Put("/site/Gemfile", "gem 'jekyll'\ngem 'jekyll-sass-converter', '~> 2.0'\n");
  EXPECT_EQ(ChooseProfile(ProfileId::kJekyll4, "/site", required).profile().sass.dialect,
            compat::SassDialect::kLibsass36);
}

}  // namespace
}  // namespace tincture::engine
