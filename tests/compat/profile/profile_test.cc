#include "compat/profile/profile.h"

#include <gtest/gtest.h>

namespace tincture::compat {
namespace {

constexpr ProfileId kAll[] = {ProfileId::kGithubPages, ProfileId::kJekyll3, ProfileId::kJekyll4, ProfileId::kDebian};

TEST(Profile, IsFoundByItsName) {
  for (const ProfileId id : kAll) {
    EXPECT_EQ(ProfileOf(id).id, id);
    EXPECT_EQ(ProfileNamed(ProfileOf(id).name), id);
  }
  EXPECT_FALSE(ProfileNamed("jekyll-2"));
}

TEST(Profile, TellsTheReferencesApart) {
  EXPECT_EQ(ProfileOf(ProfileId::kDebian).yaml, YamlRules::kPsych);
  EXPECT_EQ(ProfileOf(ProfileId::kDebian).liquid, LiquidVersion::k5_4_0);
  EXPECT_EQ(ProfileOf(ProfileId::kGithubPages).jekyll_version, "3.10.0");
  EXPECT_TRUE(ProfileOf(ProfileId::kJekyll4).highlight_mark_lines);
  EXPECT_FALSE(ProfileOf(ProfileId::kDebian).highlight_mark_lines);
}

// Two names for one Jekyll: GitHub Pages differs in its configuration and plugins only.
TEST(Profile, GithubPagesIsJekyll3) {
  const Profile& pages = ProfileOf(ProfileId::kGithubPages);
  const Profile& plain = ProfileOf(ProfileId::kJekyll3);
  EXPECT_EQ(pages.find_filters, plain.find_filters);
  EXPECT_EQ(pages.slugs_keep_marks, plain.slugs_keep_marks);
  EXPECT_EQ(pages.link_prepends_baseurl, plain.link_prepends_baseurl);
  EXPECT_EQ(pages.jekyll_version, plain.jekyll_version);
}

}  // namespace
}  // namespace tincture::compat
