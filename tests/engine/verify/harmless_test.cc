#include "engine/verify/harmless.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CompareTexts, FindsTheFirstDifferenceWithinAWord) {
  const TextComparison comparison = CompareTexts("<p>colour</p>", "<p>color</p>");
  ASSERT_TRUE(comparison.mismatch);
  EXPECT_EQ(comparison.mismatch->ours, 7u);
  EXPECT_EQ(comparison.mismatch->theirs, 7u);
  EXPECT_THAT(comparison.causes, IsEmpty());
}

TEST(CompareBytes, KnowsNothingHarmless) {
  EXPECT_FALSE(CompareBytes("ab", "ab").mismatch);
  EXPECT_EQ(CompareBytes("Jekyll 4.3.1", "Jekyll 4.4.1").mismatch->ours, 9u);
  EXPECT_EQ(CompareBytes("ab", "abc").mismatch->theirs, 2u);
}

TEST(CompareTexts, OneMayEndBeforeTheOther) {
  EXPECT_EQ(CompareTexts("a b", "a b c").mismatch->ours, 3u);
  EXPECT_EQ(CompareTexts("a b c", "a b").mismatch->theirs, 3u);
  EXPECT_EQ(CompareTexts("", "x").mismatch->ours, 0u);
  EXPECT_FALSE(CompareTexts("", "").mismatch);
}

TEST(CompareTexts, WhatAnotherClockChangesIsATime) {
  const std::string_view ours = "on 5 May 2024, 7 cups";
  const std::string_view later = "on 6 June 2025, 7 cups";
  const TextComparison same = CompareTexts(ours, "on 31 December 1999, 7 cups", later);
  EXPECT_FALSE(same.mismatch);
  EXPECT_THAT(same.causes, ElementsAre(HarmlessCause::kBuildTime));
  const TextComparison other = CompareTexts(ours, "on 31 December 1999, 8 cups", later);
  ASSERT_TRUE(other.mismatch) << "the cups are no time";
  EXPECT_EQ(ours.substr(other.mismatch->ours), "7 cups");
  EXPECT_THAT(other.causes, ElementsAre(HarmlessCause::kBuildTime));
  EXPECT_TRUE(CompareTexts(ours, "on May 5 2024, 7 cups", later).mismatch) << "a name where a number is";
}

TEST(CompareTexts, AVariantOfAnotherShapeTellsNothing) {
  EXPECT_TRUE(CompareTexts("at 5", "at 6", "at 7 or 8").mismatch);
  EXPECT_TRUE(CompareTexts("at 5", "at 6").mismatch);
}

TEST(CompareTexts, FilesOfAnotherAgeAreACauseOfTheirOwn) {
  const TextComparison comparison = CompareTexts("<lastmod>1", "<lastmod>2", "<lastmod>1", "<lastmod>3");
  EXPECT_FALSE(comparison.mismatch);
  EXPECT_THAT(comparison.causes, ElementsAre(HarmlessCause::kFileTime));
}

TEST(CompareTexts, VersionsOfTheGenerator) {
  for (const auto& [ours, theirs] : {
           std::pair("<meta name=\"generator\" content=\"Jekyll v4.3.1\" />",
                     "<meta name=\"generator\" content=\"Jekyll v4.4.0\" />"),
           std::pair("<generator uri=\"https://jekyllrb.com/\" version=\"4.3.1\">Jekyll</generator>",
                     "<generator uri=\"https://jekyllrb.com/\" version=\"3.10.0\">Jekyll</generator>"),
           std::pair("<!-- Begin Jekyll SEO tag v2.8.0 -->", "<!-- Begin Jekyll SEO tag v2.7.1 -->"),
       }) {
    const TextComparison comparison = CompareTexts(ours, theirs);
    EXPECT_FALSE(comparison.mismatch) << ours;
    EXPECT_THAT(comparison.causes, ElementsAre(HarmlessCause::kVersion)) << ours;
  }
  EXPECT_TRUE(CompareTexts("Jekyll in 5 minutes", "Jekyll in 6 minutes").mismatch) << "no version";
  EXPECT_TRUE(CompareTexts("Jekyll\n1.2.3", "Jekyll\n1.2.4").mismatch) << "on another line";
  EXPECT_TRUE(CompareTexts("version 1.2.3", "version 1.2.4").mismatch) << "of something else";
}

}  // namespace
}  // namespace tincture::engine
