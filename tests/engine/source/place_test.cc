#include "engine/source/place.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

TEST(PlaceTest, LinesOfKeys) {
  const KeyLines lines = FindKeyLines("---\ntitle: a\n\"layout\" : b\nnested:\n  date: 1\n'date': 2\nlayouts: c");
  EXPECT_EQ(lines.layout, 3u);
  EXPECT_EQ(lines.date, 6u);
  EXPECT_EQ(lines.permalink, 0u);
}

TEST(PlaceTest, LinesEndWithCarriageReturnsToo) { EXPECT_EQ(LineOfKey("---\r\na: 1\r\nb:\r\n", "b"), 3u); }

TEST(PlaceTest, WhatIsNotKnownIsLeftOut) {
  EXPECT_EQ(PlaceIn("a.md", 3, 7), "a.md:3:7");
  EXPECT_EQ(PlaceIn("a.md", 3), "a.md:3:1");
  EXPECT_EQ(PlaceIn("a.md", 3, 0), "a.md:3");
  EXPECT_EQ(PlaceIn("a.md", 0), "a.md");
}

TEST(PlaceTest, BelowAFolder) {
  EXPECT_EQ(PathBelow("/site/_posts/a.md", "/site"), "_posts/a.md");
  EXPECT_EQ(PathBelow("/sites/a.md", "/site"), "/sites/a.md");
  EXPECT_EQ(PathBelow("/a.md", "/"), "a.md");
}

}  // namespace
}  // namespace tincture::engine
