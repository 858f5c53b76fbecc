#include "engine/build/writer.h"

#include <gtest/gtest.h>

#include "engine/build/cleaner.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using Paths = std::vector<std::string>;

TEST(ObsoleteFilesTest, WhatTheBuildDoesNotWriteGoes) {
  FakeFiles files;
  files.Put("/d/kept.html", "");
  files.Put("/d/old.html", "");
  files.Put("/d/old/a.html", "");
  files.Put("/d/new/old.html", "");
  EXPECT_EQ(ObsoleteFiles("/d", {"/d/kept.html", "/d/new/a.html"}, {}, files),
            (Paths{"/d/new/old.html", "/d/old", "/d/old.html"}));
}

TEST(ObsoleteFilesTest, KeepFilesKeepByPrefixWithTheirFolders) {
  FakeFiles files;
  files.Put("/d/.git/config", "");
  files.Put("/d/a/b/keep.txt", "");
  files.Put("/d/a/b/keep.txt.bak", "");
  files.Put("/d/a/other.txt", "");
  EXPECT_EQ(ObsoleteFiles("/d", {}, {".git", "a/b/keep.txt"}, files), Paths{"/d/a/other.txt"});
}

TEST(ObsoleteFilesTest, AFileGivesWayToAFolderAndTheOtherWayRound) {
  FakeFiles files;
  files.Put("/d/x", "file");
  files.Put("/d/y/z", "");
  EXPECT_EQ(ObsoleteFiles("/d", {"/d/x/index.html", "/d/y"}, {}, files), (Paths{"/d/x", "/d/y"}));
}

class WriteSiteTest : public testing::Test {
 protected:
  FakeMachine fake_;
};

TEST_F(WriteSiteTest, WritesCopiesAndCleans) {
  fake_.files.Put("/site/pic.png", "png");
  fake_.files.Put("/site/_site/gone.html", "old");
  ASSERT_TRUE(WriteSite("/site/_site",
                        {{"/site/_site/a/index.html", "page", {}}, {"/site/_site/pic.png", {}, "/site/pic.png"}}, {},
                        fake_.machine));
  EXPECT_EQ(fake_.files.files().at("/site/_site/a/index.html"), "page");
  EXPECT_EQ(fake_.files.files().at("/site/_site/pic.png"), "png");
  EXPECT_FALSE(fake_.files.files().contains("/site/_site/gone.html"));
}

TEST_F(WriteSiteTest, OfTwoFilesWithOnePathTheLaterStays) {
  ASSERT_TRUE(WriteSite("/d", {{"/d/a", "first", {}}, {"/d/a", "second", {}}}, {}, fake_.machine));
  EXPECT_EQ(fake_.files.files().at("/d/a"), "second");
}

TEST_F(WriteSiteTest, APathOutsideIsRefusedBeforeAnythingIsTouched) {
  fake_.files.Put("/d/old", "old");
  EXPECT_FALSE(WriteSite("/d", {{"/d/a", "a", {}}, {"/etc/passwd", "x", {}}}, {}, fake_.machine));
  EXPECT_TRUE(fake_.files.files().contains("/d/old"));
  EXPECT_FALSE(fake_.files.files().contains("/d/a"));
}

}  // namespace
}  // namespace tincture::engine
