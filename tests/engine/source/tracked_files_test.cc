#include "engine/source/tracked_files.h"

#include <gtest/gtest.h>

#include "engine/source/tracked_machine.h"
#include "engine/source/tracked_target.h"
#include "tests/support/fake_machine.h"
#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

constexpr int64_t kSecond = 1'000'000'000;

class TrackedFilesTest : public testing::Test {
 protected:
  TrackedFilesTest() {
    disk_.Put("/site/a.md", "one");
    disk_.Put("/site/b/c.md", "two");
    disk_.Pass(kSecond);
  }
  MachineFacts Facts() {
    MachineFacts facts;
    facts.files = files_.Facts(&facts.is_steady);
    return facts;
  }
  std::string Otherwise(MachineFacts facts) {
    return LearnedOtherwise({disk_, disk_, clock_, env_}, {"/site/_site"}, &facts).what;
  }

  MemoryDisk disk_;
  TestClock clock_;
  FakeEnv env_{"/site"};
  TrackedFiles files_{disk_, {"/site/_site"}};
};

TEST_F(TrackedFilesTest, WhatWasReadProvesItselfByStatDataOrBytes) {
  ASSERT_EQ(*files_.Read("/site/a.md"), "one");
  EXPECT_EQ(Otherwise(Facts()), "");
  disk_.Touch("/site/a.md", {5, 0});  // nobody asked for its time
  EXPECT_EQ(Otherwise(Facts()), "");
  disk_.Put("/site/a.md", "eno");
  EXPECT_EQ(Otherwise(Facts()), "/site/a.md");
}

TEST_F(TrackedFilesTest, AChangeWithinTheSameTickIsSeen) {
  disk_.Put("/site/a.md", "new");
  ASSERT_TRUE(files_.Read("/site/a.md").ok());
  const FileInfo before = disk_.Stat("/site/a.md");
  disk_.Put("/site/a.md", "wen");
  ASSERT_EQ(disk_.Stat("/site/a.md"), before);
  EXPECT_EQ(Otherwise(Facts()), "/site/a.md");
}

TEST_F(TrackedFilesTest, StatsCountByWhatTheyTellABuild) {
  ASSERT_TRUE(files_.Stat("/site/a.md").is_file());
  ASSERT_TRUE(files_.Stat("/site/b").is_directory());
  ASSERT_EQ(files_.Stat("/site/none").kind, FileKind::kAbsent);
  disk_.Put("/site/b/d.md", "a folder's time is nothing to a build");
  EXPECT_EQ(Otherwise(Facts()), "");
  disk_.Touch("/site/a.md", {5, 0});
  EXPECT_EQ(Otherwise(Facts()), "/site/a.md");
  disk_.Touch("/site/a.md", files_.Stat("/site/a.md").changed);
  disk_.Put("/site/none", "");
  EXPECT_EQ(Otherwise(Facts()), "/site/none");
}

TEST_F(TrackedFilesTest, AFilesStartIsItsFirstBytes) {
  disk_.Put("/site/long", "---\nrest");
  ASSERT_EQ(*files_.ReadStart("/site/long", 4), "---\n");
  disk_.Put("/site/long", "---\nanother");
  EXPECT_EQ(Otherwise(Facts()), "");
  disk_.Put("/site/long", "+++\nanother");
  EXPECT_EQ(Otherwise(Facts()), "/site/long");
}

TEST_F(TrackedFilesTest, ListsButForOwnFolders) {
  ASSERT_EQ(files_.List("/site").size(), 2U);
  disk_.Put("/site/_site/index.html", "made");
  EXPECT_EQ(Otherwise(Facts()), "");
  disk_.Put("/site/new.md", "");
  EXPECT_EQ(Otherwise(Facts()), "/site");
}

TEST_F(TrackedFilesTest, NothingIsProvenByAnOwnFolderThatIsLookedInto) {
  (void)files_.List("/site/_site");
  EXPECT_NE(Otherwise(Facts()), "");
}

TEST_F(TrackedFilesTest, NothingIsProvenByAFileThatChangesMeanwhile) {
  (void)files_.Read("/site/a.md");
  disk_.Put("/site/a.md", "new");
  (void)files_.Read("/site/a.md");
  EXPECT_NE(Otherwise(Facts()), "");
}

TEST_F(TrackedFilesTest, WhoAsksOnlyForKindsLearnsNoMore) {
  {
    const TrackedFiles::ForKinds kinds;
    ASSERT_TRUE(files_.Stat("/site/a.md").is_file());
  }
  disk_.Put("/site/a.md", "another");  // still a file
  EXPECT_EQ(Otherwise(Facts()), "");
  ASSERT_TRUE(files_.Stat("/site/a.md").is_file());
  disk_.Put("/site/a.md", "longer still");
  EXPECT_EQ(Otherwise(Facts()), "/site/a.md");
}

TEST_F(TrackedFilesTest, EachQuestionIsToldToItsThreadsObserver) {
  class Listener : public TrackedFiles::Observer {
   public:
    void OnFile(const std::string& path, uint8_t asked) override { asked_ += path + std::to_string(asked) + " "; }
    std::string asked_;
  } listener;
  (void)files_.Read("/site/a.md");
  {
    const TrackedFiles::Observer::Scope scope(&listener);
    (void)files_.Stat("/site/a.md");
    (void)files_.Read("/site/b/c.md");
  }
  (void)files_.Stat("/site/b");
  EXPECT_EQ(listener.asked_, "/site/a.md1 /site/b/c.md2 ");
}

TEST_F(TrackedFilesTest, FactsAreTheSameAfterDecoding) {
  (void)files_.Read("/site/a.md");
  (void)files_.ReadStart("/site/b/c.md", 2);
  (void)files_.List("/site");
  (void)files_.RealPath("/site/b");
  (void)files_.Read("/site/none");
  MachineFacts facts = Facts();
  facts.environment = {{"SET", "x"}, {"UNSET", std::nullopt}};
  facts.clock = Instant{-5, 7};
  facts.repository[{"revision", "/site"}] = {1, 2};
  ByteWriter out;
  Encode(facts, out);
  ByteReader in(out.bytes());
  const MachineFacts again = DecodeMachineFacts(in);
  EXPECT_TRUE(in.IsDone());
  EXPECT_EQ(again.files, facts.files);
  EXPECT_EQ(again.environment, facts.environment);
  EXPECT_EQ(again.clock, facts.clock);
  EXPECT_EQ(again.repository, facts.repository);
  for (size_t size = 0; size < out.bytes().size(); ++size) {
    ByteReader cut(out.bytes().substr(0, size));
    (void)DecodeMachineFacts(cut);
    EXPECT_TRUE(cut.failed());
  }
}

TEST_F(TrackedFilesTest, TheClockAndTheEnvironmentCount) {
  const Machine base{disk_, disk_, clock_, env_};
  const TrackedMachine tracked(base, {});
  (void)tracked.machine().clock.Now();
  (void)tracked.machine().env.Get("HOME");
  MachineFacts facts = tracked.Facts();
  EXPECT_EQ(LearnedOtherwise(base, {}, &facts).what, "");
  const FakeEnv other("/site", {{"HOME", "/root"}});
  EXPECT_EQ(LearnedOtherwise({disk_, disk_, clock_, other}, {}, &facts).what, "the variable HOME");
  ++clock_.now.seconds;
  EXPECT_EQ(LearnedOtherwise(base, {}, &facts).what, "the time");
}

TEST(TrackedTargetTest, KnowsWhatItLeft) {
  MemoryDisk disk;
  TrackedTarget target(disk, disk);
  disk.Put("/out/old/file", "");
  FileFacts facts = {{"/out/old/file", {}}, {"/out/kept", {}}};
  ASSERT_TRUE(target.Remove("/out/old").ok());
  ASSERT_TRUE(target.Write("/out/new", "text").ok());
  target.AddTo(&facts);
  EXPECT_FALSE(facts.contains("/out/old/file"));
  EXPECT_TRUE(facts.contains("/out/kept"));
  EXPECT_EQ(facts.at("/out/new").bytes, FingerprintOf(std::string_view("text")));
}

}  // namespace
}  // namespace tincture::engine
