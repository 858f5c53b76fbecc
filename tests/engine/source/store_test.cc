#include "engine/source/store.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

constexpr const char* kPath = "/cache/log";

class StoreTest : public testing::Test {
 protected:
  Store Open(std::string epoch = "one") { return Store(kPath, std::move(epoch), disk_); }
  // Two commits: a and b, then another b and c.
  void Fill() {
    Store first = Open();
    first.Put("a", "1");
    first.Put("b", "old");
    ASSERT_TRUE(first.Commit(disk_).ok());
    Store second = Open();
    second.Put("b", "new");
    second.Put("c", std::string(1000, 'x'));
    ASSERT_TRUE(second.Commit(disk_).ok());
  }
  MemoryDisk disk_;
};

TEST_F(StoreTest, KeepsWhatWasCommitted) {
  Fill();
  Store store = Open();
  EXPECT_EQ(store.Find("a"), "1");
  EXPECT_EQ(store.Find("b"), "new");
  EXPECT_EQ(store.Keys(""), (std::vector<std::string>{"a", "b", "c"}));
  store.Erase("a");
  EXPECT_EQ(store.Find("a"), std::nullopt);
  ASSERT_TRUE(store.Commit(disk_).ok());
  EXPECT_EQ(Open().Keys(""), (std::vector<std::string>{"b", "c"}));
}

TEST_F(StoreTest, WritesNothingWhereNothingIsNew) {
  Fill();
  const size_t changes = disk_.changes();
  Store store = Open();
  store.Put("a", "1");
  ASSERT_TRUE(store.Commit(disk_).ok());
  EXPECT_EQ(disk_.changes(), changes);
}

TEST_F(StoreTest, AnotherEpochIsIgnoredWholeEvenInOneLog) {
  Fill();
  EXPECT_TRUE(Open("two").Keys("").empty());
  // Two programs that append to one log.
  Store mine = Open("two");
  mine.Put("a", "theirs");
  std::string theirs = disk_.At(kPath).bytes;
  ASSERT_TRUE(mine.Commit(disk_).ok());
  const std::string record = disk_.At(kPath).bytes.substr(disk_.At(kPath).bytes.find("two") + 3);
  disk_.Put(kPath, theirs + record);
  EXPECT_EQ(Open().Find("a"), "1");
}

TEST_F(StoreTest, EveryCutLosesTheEndOnly) {
  Fill();
  const std::string whole = disk_.At(kPath).bytes;
  for (size_t size = 0; size < whole.size(); ++size) {
    disk_.Put(kPath, whole.substr(0, size));
    Store store = Open();
    const auto b = store.Find("b");
    ASSERT_TRUE(!b || *b == "old" || *b == "new") << size;
    ASSERT_FALSE(store.Find("c")) << size;
    store.Put("d", "4");
    ASSERT_TRUE(store.Commit(disk_).ok());
    ASSERT_EQ(Open().Find("d"), "4") << size;
  }
}

TEST_F(StoreTest, FlippedBitsNeverMakeAnotherValue) {
  Fill();
  const std::string whole = disk_.At(kPath).bytes;
  for (size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    disk_.Put(kPath, bytes);
    const Store store = Open();
    for (const std::string& key : store.Keys("")) {
      ASSERT_TRUE(key == "a" || key == "b" || key == "c") << bit;
      const std::string_view value = *store.Find(key);
      ASSERT_TRUE(value == "1" || value == "old" || value == "new" || value == std::string(1000, 'x')) << bit;
    }
  }
}

TEST_F(StoreTest, NoiseIsNoLog) {
  Fill();
  const std::string head = disk_.At(kPath).bytes.substr(0, 30);
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string noise = i % 2 == 0 ? head : std::string();
    for (size_t size = random() % 80; size-- > 0;) noise += static_cast<char>(random() % (i % 3 == 0 ? 4 : 256));
    disk_.Put(kPath, noise);
    for (const std::string& key : Open().Keys("")) ASSERT_EQ(key, "a");
  }
}

TEST_F(StoreTest, AFullDiskLeavesWhatWasThere) {
  Fill();
  Store store = Open();
  store.Put("d", "4");
  disk_.FillAfter(1);
  EXPECT_FALSE(store.Commit(disk_).ok());
  disk_.Heal();
  EXPECT_EQ(Open().Find("b"), "new");
  EXPECT_FALSE(Open().Find("d"));
  ASSERT_TRUE(store.Commit(disk_).ok()) << "and may be tried again";
  EXPECT_EQ(Open().Find("d"), "4");
}

TEST_F(StoreTest, IsWrittenAnewWhereMostOfItIsOutdated) {
  for (int i = 0; i < 100; ++i) {
    Store store = Open();
    store.Put("a", std::string(10000, static_cast<char>('a' + i % 26)));
    ASSERT_TRUE(store.Commit(disk_).ok());
  }
  EXPECT_LT(disk_.At(kPath).bytes.size(), 100000U);
  EXPECT_EQ(Open().Find("a"), std::string(10000, 'a' + 99 % 26));
}

}  // namespace
}  // namespace tincture::engine
