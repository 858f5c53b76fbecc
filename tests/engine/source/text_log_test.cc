#include "engine/source/text_log.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

constexpr const char* kPath = "/cache/texts";

class TextLogTest : public testing::Test {
 protected:
  TextLog Open(std::string epoch = "one") { return {kPath, std::move(epoch), disk_}; }
  // Makes an empty one, as a first build does.
  void Make() {
    TextLog log = Open();
    EXPECT_TRUE(log.IsWasteful(0));
    ASSERT_TRUE(log.Compact({}, disk_).ok());
  }
  MemoryDisk disk_;
};

TEST_F(TextLogTest, GivesBackWhatWasAdded) {
  Make();
  TextLog log = Open();
  const TextRef first = log.Add("first");
  const TextRef empty = log.Add("");
  EXPECT_EQ(log.Read(first), "first");
  ASSERT_TRUE(log.Commit(disk_).ok());
  const TextRef second = log.Add("second");
  ASSERT_TRUE(log.Commit(disk_).ok());
  const TextLog again = Open();
  for (const TextLog* each : {&std::as_const(log), &again}) {
    EXPECT_EQ(each->Read(first), "first");
    EXPECT_EQ(each->Read(second), "second");
    EXPECT_EQ(each->Read(empty), "");
  }
}

TEST_F(TextLogTest, WritesNothingWhereNothingIsNew) {
  Make();
  const size_t changes = disk_.changes();
  ASSERT_TRUE(Open().Commit(disk_).ok());
  EXPECT_EQ(disk_.changes(), changes);
}

TEST_F(TextLogTest, ALostTextIsNotTakenForAnother) {
  Make();
  TextLog mine = Open();
  TextLog theirs = Open();
  const TextRef a = mine.Add("aaa");
  const TextRef b = theirs.Add("bbb");
  ASSERT_TRUE(mine.Commit(disk_).ok());
  ASSERT_TRUE(theirs.Commit(disk_).ok());
  EXPECT_EQ(Open().Read(a), "aaa");
  EXPECT_EQ(Open().Read(b), std::nullopt);
  EXPECT_EQ(Open().Read({.place = a.place + 1, .size = 3, .print = a.print}), std::nullopt);
  EXPECT_EQ(Open().Read({.place = UINT64_MAX, .size = 3, .print = a.print}), std::nullopt);
  std::string bytes = disk_.At(kPath).bytes;
  bytes[bytes.size() - 4] ^= 1;
  disk_.Put(kPath, bytes);
  EXPECT_EQ(Open().Read(a), std::nullopt);
}

TEST_F(TextLogTest, IsWrittenAnewWithWhatLives) {
  Make();
  TextLog log = Open();
  TextRef lost = log.Add("lost");
  lost.print ^= 1;
  (void)log.Add(std::string(3 << 20, 'x'));
  TextRef kept = log.Add("kept");
  EXPECT_FALSE(log.IsWasteful(3 << 20));
  EXPECT_TRUE(log.IsWasteful(4));
  ASSERT_TRUE(log.Commit(disk_).ok());
  ASSERT_TRUE(log.Compact({&lost, &kept}, disk_).ok());
  EXPECT_EQ(lost, TextRef{});
  EXPECT_EQ(Open().Read(kept), "kept");
  EXPECT_LT(disk_.At(kPath).bytes.size(), 100U);
}

TEST_F(TextLogTest, OfAnotherEpochIsWrittenAnew) {
  Make();
  TextLog other = Open("two");
  (void)other.Add("text");
  EXPECT_FALSE(other.Commit(disk_).ok());
  EXPECT_TRUE(other.IsWasteful(1000));
}

TEST_F(TextLogTest, AFullDiskLosesOnlyWhatWasNew) {
  Make();
  TextLog log = Open();
  const TextRef old_text = log.Add("old");
  ASSERT_TRUE(log.Commit(disk_).ok());
  const TextRef new_text = log.Add("new");
  disk_.FillAfter(1);
  EXPECT_FALSE(log.Commit(disk_).ok());
  EXPECT_EQ(Open().Read(old_text), "old");
  EXPECT_EQ(Open().Read(new_text), std::nullopt);
  EXPECT_EQ(log.Read(new_text), "new");
}

TEST(TextLogInMemory, GivesBackWhatWasAdded) {
  TextLog log;
  MemoryDisk disk;
  (void)log.Add(std::string(3 << 20, 'x'));
  TextRef text = log.Add("text");
  ASSERT_TRUE(log.Commit(disk).ok());
  EXPECT_EQ(log.Read(text), "text");
  ASSERT_TRUE(log.Compact({&text}, disk).ok());
  EXPECT_EQ(log.Read(text), "text");
  EXPECT_EQ(disk.changes(), 0U);
}

}  // namespace
}  // namespace tincture::engine
