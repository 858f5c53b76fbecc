#include "engine/serve/watcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "engine/source/disk_files.h"
#include "engine/source/inotify_events.h"
#include "engine/source/polling_events.h"
#include "tests/support/temporary_folder.h"

namespace tincture::engine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using Kind = FileEvent::Kind;

// Gives what it was told to, a round a call; then stops the program.
class ScriptedEvents : public FileEvents {
 public:
  explicit ScriptedEvents(StopSignal& stop) : stop_(stop) {}
  Status Watch(const std::string& directory) override {
    watched.push_back(directory);
    return {};
  }
  std::vector<FileEvent> Wait(std::optional<std::chrono::milliseconds> patience) override {
    patiences.push_back(patience ? static_cast<int>(patience->count()) : -1);
    if (rounds.empty()) {
      if (!patience) stop_.Set();
      return {};
    }
    std::vector<FileEvent> round = std::move(rounds.front());
    rounds.pop_front();
    return round;
  }

  std::deque<std::vector<FileEvent>> rounds;
  std::vector<std::string> watched;
  std::vector<int> patiences;

 private:
  StopSignal& stop_;
};

class WatcherTest : public testing::Test {
 protected:
  WatcherTest() {
    folder_.Put("a.md", "a");
    folder_.Put("_posts/b.md", "b");
  }

  void Scan() {
    tree_ = std::make_unique<SourceTree>(folder_.path(), filter_, files_,
                                         [this](const std::string& path) { return events_.Watch(path); });
    ASSERT_TRUE(tree_->Scan());
  }
  // All changes until the script ends.
  std::vector<Changes> Watch() {
    Watcher watcher(*tree_, events_, stop_);
    std::vector<Changes> all;
    for (Changes changes = watcher.Next(); !changes.empty(); changes = watcher.Next()) all.push_back(changes);
    return all;
  }
  FileEvent Event(Kind kind, std::string_view name) { return {kind, folder_ / name}; }

  TemporaryFolder folder_;
  DiskSource files_;
  EntryRules rules_{.source = folder_.path(), .include = {}, .exclude = {"excluded", "vendor/bundle/"}};
  WatchFilter filter_{rules_, files_, {folder_ / "_site", folder_ / "_config.yml"}};
  StopSignal stop_;
  ScriptedEvents events_{stop_};
  std::unique_ptr<SourceTree> tree_;
};

TEST_F(WatcherTest, ASaveIsReportedAtOnce) {
  Scan();
  folder_.Put("a.md", "A");
  events_.rounds = {{Event(Kind::kComplete, "a.md")}};
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].modified, ElementsAre(folder_ / "a.md"));
  EXPECT_LE(events_.patiences.at(1), 2);  // milliseconds
}

// Vim: the old file is moved to a backup, written anew, the backup removed.
TEST_F(WatcherTest, RenameAndReplaceIsOneChange) {
  Scan();
  events_.rounds = {{Event(Kind::kBegun, "4913"), Event(Kind::kGone, "4913")},
                    {Event(Kind::kGone, "a.md"), Event(Kind::kComplete, "a.md~")},
                    {Event(Kind::kBegun, "a.md"), Event(Kind::kBegun, ".a.md.swp")},
                    {Event(Kind::kComplete, "a.md"), Event(Kind::kGone, "a.md~")}};
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].modified, ElementsAre(folder_ / "a.md"));
  EXPECT_EQ(all[0].size(), 1U);
}

TEST_F(WatcherTest, ATemporaryFileThatBecomesTheFileIsASave) {
  Scan();
  events_.rounds = {{Event(Kind::kBegun, "a.md.new1"), Event(Kind::kComplete, "a.md.new1"),
                     Event(Kind::kGone, "a.md.new1"), Event(Kind::kComplete, "a.md")}};
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].modified, ElementsAre(folder_ / "a.md"));
  EXPECT_LE(events_.patiences.at(1), 2);
}

TEST_F(WatcherTest, WhatIsIgnoredStartsNothing) {
  Scan();
  for (const char* name : {"_site/a.html", ".git/index", "excluded/x", "vendor/bundle/y", "_config.yml", ".a.md.swp",
                           "a.md~", ".#a.md", "#a.md#", ".jekyll-metadata", "sedAbCdEf", ".goutputstream-ABC123"}) {
    folder_.Put(name, "x");
    events_.rounds.push_back({Event(Kind::kBegun, name), Event(Kind::kComplete, name)});
  }
  EXPECT_THAT(Watch(), IsEmpty());
  EXPECT_FALSE(IsEditorsOwn("sedatives"));
}

TEST_F(WatcherTest, ABurstIsOneChange) {
  Scan();
  for (int i = 0; i < 1000; ++i) {
    const std::string name = "_posts/" + std::to_string(i) + ".md";
    folder_.Put(name, "x");
    if (i % 100 == 0) events_.rounds.emplace_back();  // several come in one reading
    events_.rounds.back().push_back(Event(Kind::kBegun, name));
    events_.rounds.back().push_back(Event(Kind::kComplete, name));
  }
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].added.size(), 1000U);
}

TEST_F(WatcherTest, NewAndRemovedFolders) {
  Scan();
  folder_.Put("new/deep/c.md", "c");
  fs::remove_all(folder_ / "_posts");
  events_.rounds = {{Event(Kind::kBegun, "new"), Event(Kind::kGone, "_posts")}};
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].added, ElementsAre(folder_ / "new/deep/c.md"));
  EXPECT_THAT(all[0].removed, ElementsAre(folder_ / "_posts/b.md"));
  EXPECT_THAT(events_.watched, testing::Contains(folder_ / "new/deep"));
}

TEST_F(WatcherTest, LostEventsAreLookedFor) {
  Scan();
  folder_.Put("a.md", "longer");
  folder_.Put("c.md", "c");
  fs::remove(folder_ / "_posts/b.md");
  events_.rounds = {{FileEvent{Kind::kLost, {}}}};
  const auto all = Watch();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].modified, ElementsAre(folder_ / "a.md"));
  EXPECT_THAT(all[0].added, ElementsAre(folder_ / "c.md"));
  EXPECT_THAT(all[0].removed, ElementsAre(folder_ / "_posts/b.md"));
}

TEST_F(WatcherTest, LinkedFoldersAreFollowedOnce) {
  const TemporaryFolder other;
  other.Put("x.md", "x");
  fs::create_directory_symlink(other.path(), folder_ / "linked");
  fs::create_directory_symlink(other.path(), folder_ / "linked2");
  fs::create_directory_symlink("..", folder_ / "_posts/loop");
  fs::create_directory_symlink(".", folder_ / "self");
  fs::create_directory_symlink("/", folder_ / "everything");
  Scan();
  EXPECT_EQ(tree_->Knows(folder_ / "linked/x.md") + tree_->Knows(folder_ / "linked2/x.md"), 1);
  EXPECT_EQ(events_.watched.size(), 3U);
}

TEST_F(WatcherTest, ADeepTreeIsWalked) {
  std::string name = "d";
  for (int i = 0; i < 500; ++i) name += "/d";
  folder_.Put(name + "/x.md", "x");
  Scan();
  EXPECT_TRUE(tree_->Knows(folder_ / (name + "/x.md")));
}

// The real machine: what is done to the folder is seen, by events and by polling.
class RealWatcher : public testing::TestWithParam<bool> {
 protected:
  RealWatcher() {
    folder_.Put("a.md", "a");
    if (GetParam()) {
      events_ = std::make_unique<PollingEvents>(stop_, std::chrono::milliseconds(20));
    } else {
      events_ = std::make_unique<InotifyEvents>(stop_);
    }
    EXPECT_TRUE(tree_.Scan());
  }

  // Until each of `names` was told of.
  void Expect(std::set<std::string> names) {
    while (!names.empty()) {
      const Changes changes = watcher().Next();
      ASSERT_FALSE(changes.empty());
      for (const auto* list : {&changes.modified, &changes.added, &changes.removed}) {
        for (const std::string& path : *list) names.erase(path.substr(folder_.path().size() + 1));
      }
    }
  }
  Watcher watcher() { return {tree_, *events_, stop_}; }

  TemporaryFolder folder_;
  DiskSource files_;
  EntryRules rules_{.source = folder_.path(), .include = {}, .exclude = {}};
  WatchFilter filter_{rules_, files_, {}};
  StopSignal stop_;
  std::unique_ptr<FileEvents> events_;
  SourceTree tree_{folder_.path(), filter_, files_, [this](const std::string& path) { return events_->Watch(path); }};
};

TEST_P(RealWatcher, SeesWhatHappens) {
  folder_.Put("a.md", "changed");
  Expect({"a.md"});
  folder_.Put("new.tmp", "x");
  fs::rename(folder_ / "new.tmp", folder_ / "a.md");
  Expect({"a.md"});
  folder_.Put("folder/deep/b.md", "b");
  Expect({"folder/deep/b.md"});
  folder_.Put("folder/deep/c.md", "c");
  Expect({"folder/deep/c.md"});
  fs::rename(folder_ / "folder", folder_ / "moved");
  Expect({"folder/deep/b.md", "moved/deep/b.md"});
  folder_.Put("moved/deep/b.md", "changed");
  Expect({"moved/deep/b.md"});
  fs::remove_all(folder_ / "moved");
  Expect({"moved/deep/b.md", "moved/deep/c.md"});
}

TEST_P(RealWatcher, SeesAThousandFiles) {
  std::set<std::string> names;
  for (int i = 0; i < 1000; ++i) names.insert("f" + std::to_string(i % 10) + "/" + std::to_string(i) + ".md");
  std::thread checkout([&] {
    for (const std::string& name : names) folder_.Put(name, "x");
  });
  Expect(names);
  checkout.join();
}

TEST_P(RealWatcher, StopsWhenTold) {
  std::thread other([&] { stop_.Set(); });
  EXPECT_TRUE(watcher().Next().empty());
  other.join();
}

INSTANTIATE_TEST_SUITE_P(, RealWatcher, testing::Values(false, true),
                         [](const auto& info) { return info.param ? "Polling" : "Events"; });

}  // namespace
}  // namespace tincture::engine
