#include "engine/source/snapshot.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

constexpr const char* kPath = "/cache/build";

class SnapshotTest : public testing::Test {
 protected:
  std::optional<std::string> Load(std::string_view epoch = "one") { return LoadSnapshot(kPath, epoch, disk_); }
  MemoryDisk disk_;
};

TEST_F(SnapshotTest, GivesBackWhatWasSaved) {
  EXPECT_EQ(Load(), std::nullopt);
  for (const std::string& text : {std::string(), std::string("text"), std::string(100'000, '\0')}) {
    ASSERT_TRUE(SaveSnapshot(kPath, "one", text, disk_).ok());
    EXPECT_EQ(Load(), text);
  }
}

TEST_F(SnapshotTest, OfAnotherEpochIsNone) {
  ASSERT_TRUE(SaveSnapshot(kPath, "one", "text", disk_).ok());
  EXPECT_EQ(Load("two"), std::nullopt);
  EXPECT_EQ(Load("onet"), std::nullopt);
  EXPECT_EQ(Load(""), std::nullopt);
}

TEST_F(SnapshotTest, WhatIsCutOrDamagedIsNone) {
  ASSERT_TRUE(SaveSnapshot(kPath, "one", "some text", disk_).ok());
  const std::string whole = disk_.At(kPath).bytes;
  for (size_t size = 0; size < whole.size(); ++size) {
    disk_.Put(kPath, whole.substr(0, size));
    EXPECT_EQ(Load(), std::nullopt) << size;
  }
  for (size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    std::string flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    disk_.Put(kPath, flipped);
    EXPECT_EQ(Load(), std::nullopt) << bit;
  }
  std::mt19937 random(1);
  for (int i = 0; i < 1000; ++i) {
    std::string noise(random() % 100, ' ');
    for (char& c : noise) c = static_cast<char>(random());
    disk_.Put(kPath, whole.substr(0, random() % 30) + noise);
    EXPECT_EQ(Load(), std::nullopt);
  }
}

}  // namespace
}  // namespace tincture::engine
