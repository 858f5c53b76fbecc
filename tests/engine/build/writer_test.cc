#include "engine/build/writer.h"

#include <gtest/gtest.h>

#include "engine/build/cleaner.h"
#include "engine/source/recording_target.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using Paths = std::vector<std::string>;

TEST(LookAtDestinationTest, WhatTheBuildDoesNotWriteGoes) {
  FakeFiles files;
  files.Put("/d/kept.html", "");
  files.Put("/d/old.html", "");
  files.Put("/d/old/a.html", "");
  files.Put("/d/new/old.html", "");
  EXPECT_EQ(LookAtDestination("/d", {"/d/kept.html", "/d/new/a.html"}, {}, files).obsolete,
            (Paths{"/d/new/old.html", "/d/old", "/d/old.html"}));
}

TEST(LookAtDestinationTest, KeepFilesKeepByPrefixWithTheirFolders) {
  FakeFiles files;
  files.Put("/d/.git/config", "");
  files.Put("/d/a/b/keep.txt", "");
  files.Put("/d/a/b/keep.txt.bak", "");
  files.Put("/d/a/other.txt", "");
  EXPECT_EQ(LookAtDestination("/d", {}, {".git", "a/b/keep.txt"}, files).obsolete, Paths{"/d/a/other.txt"});
}

TEST(LookAtDestinationTest, AFileGivesWayToAFolderAndTheOtherWayRound) {
  FakeFiles files;
  files.Put("/d/x", "file");
  files.Put("/d/y/z", "");
  EXPECT_EQ(LookAtDestination("/d", {"/d/x/index.html", "/d/y"}, {}, files).obsolete, (Paths{"/d/x", "/d/y"}));
}

TEST(LookAtDestinationTest, KnowsWhatIsThere) {
  FakeFiles files;
  files.Put("/d/a/kept.html", "");
  files.Put("/d/old/x", "");
  const Destination found = LookAtDestination("/d", {"/d/a/kept.html", "/d/a/new.html", "/d/b/new.html"}, {}, files);
  EXPECT_EQ(found.staying, (std::set<std::string>{"/d/a", "/d/a/kept.html"}));
  EXPECT_EQ(found.folders, (std::set<std::string>{"/d", "/d/a"}));
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

TEST_F(WriteSiteTest, ManyThreadsWriteTheSame) {
  std::vector<std::string> names;
  for (int i = 0; i < 200; ++i) names.push_back("/d/" + std::to_string(i % 7) + "/x/" + std::to_string(i));
  std::vector<OutputFile> output;
  for (const std::string& name : names) output.push_back({name, name, {}});
  fake_.machine.jobs = 4;
  ASSERT_TRUE(WriteSite("/d", output, {}, fake_.machine));
  for (const std::string& name : names) EXPECT_EQ(fake_.files.files().at(name), name);
}

TEST_F(WriteSiteTest, WhatIsThereAlreadyIsNotWritten) {
  fake_.files.Put("/d/a/same", "same");
  fake_.files.Put("/d/a/other", "other");
  RecordingTarget target(fake_.files);
  const Machine machine{fake_.files, target, fake_.clock, fake_.env};
  ASSERT_TRUE(
      WriteSite("/d", {{"/d/a/same", "same", {}}, {"/d/a/other", "OTHER", {}}, {"/d/b/new", "new", {}}}, {}, machine));
  EXPECT_EQ(target.Take(), (std::set<std::string>{"/d/a/other", "/d/b/new"}));
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
