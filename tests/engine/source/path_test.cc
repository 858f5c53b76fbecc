#include "engine/source/path.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

// Expectations recorded with Ruby 3.1's File.
TEST(PathTest, Join) {
  EXPECT_EQ(JoinPath("a", "b"), "a/b");
  EXPECT_EQ(JoinPath("a/", "/b"), "a/b");
  EXPECT_EQ(JoinPath("", "b"), "/b");
  EXPECT_EQ(JoinPath("a", ""), "a/");
}

TEST(PathTest, Expand) {
  EXPECT_EQ(ExpandPath("a/../b/./c/", "/x"), "/x/b/c");
  EXPECT_EQ(ExpandPath("/../../etc", "/x"), "/etc");
  EXPECT_EQ(ExpandPath("../../..", "/x/y"), "/");
  EXPECT_EQ(ExpandPath("", "/x"), "/x");
}

TEST(PathTest, Names) {
  EXPECT_EQ(BaseName("/a/b.md"), "b.md");
  EXPECT_EQ(BaseName("/a/b/"), "b");
  EXPECT_EQ(DirName("/a/b.md"), "/a");
  EXPECT_EQ(DirName("b.md"), ".");
  EXPECT_EQ(DirName("/b.md"), "/");
  EXPECT_EQ(ExtName("a.tar.gz"), ".gz");
  EXPECT_EQ(ExtName(".htaccess"), "");
  EXPECT_EQ(ExtName("a/b"), "");
  EXPECT_EQ(ExtName(".a.b"), ".b");
}

TEST(PathTest, Within) {
  EXPECT_TRUE(IsWithin("/a/b", "/a"));
  EXPECT_TRUE(IsWithin("/a", "/a"));
  EXPECT_FALSE(IsWithin("/ab", "/a"));
  EXPECT_TRUE(IsWithin("/ab", "/"));
}

}  // namespace
}  // namespace tincture::engine
