#include "compat/text/slugify.h"

#include <gtest/gtest.h>

#include "compat/text/transliterate.h"

namespace tincture::text {
namespace {

using compat::ProfileId;

std::string Slug(std::string_view text, std::string_view mode, bool cased = false,
                 ProfileId profile = ProfileId::kJekyll4) {
  return Slugify(text, mode, cased, compat::ProfileOf(profile));
}

TEST(Slugify, KeepsWhatTheModeKeeps) {
  constexpr std::string_view kText = " The _cönfig.yml file? ";
  EXPECT_EQ(Slug(kText, "default"), "the-cönfig-yml-file");
  EXPECT_EQ(Slug(kText, "raw"), "the-_cönfig.yml-file?");
  EXPECT_EQ(Slug(kText, "pretty"), "the-_cönfig.yml-file");
  EXPECT_EQ(Slug(kText, "ascii"), "the-c-nfig-yml-file");
  EXPECT_EQ(Slug(kText, "latin"), "the-config-yml-file");
  EXPECT_EQ(Slug(kText, "none"), " the _cönfig.yml file? ");
}

TEST(Slugify, KeepsTheCaseWhereAsked) {
  EXPECT_EQ(Slug("Hello World", "default", true), "Hello-World");
  EXPECT_EQ(Slug("Hello World", "any", true), "Hello World");
}

// The virama (U+094D) is a mark but no letter.
TEST(Slugify, CountsMarksAsLettersSinceJekyll4) {
  EXPECT_EQ(Slug("हिन्दी", "default"), "हिन्दी");
  EXPECT_EQ(Slug("हिन्दी", "default", false, ProfileId::kJekyll3), "हिन-दी");
}

TEST(Slugify, MayLeaveNothing) { EXPECT_EQ(Slug("!?", "default"), ""); }

TEST(TitleizeSlug, CapitalizesWords) {
  EXPECT_EQ(TitleizeSlug("my-first_pOST"), "My First_post");
  EXPECT_EQ(TitleizeSlug("-a--b-"), " A  B");
  EXPECT_EQ(TitleizeSlug("élan"), "Élan");
}

TEST(Transliterate, KnowsLatinLettersOnly) {
  EXPECT_EQ(Transliterate("Æther Łódź ß 日 \xe2\x80\x99"), "AEther Lodz ss ? ?");
}

}  // namespace
}  // namespace tincture::text
