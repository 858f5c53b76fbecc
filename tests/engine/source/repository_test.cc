#include "engine/source/repository.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

using Times = std::map<std::string, int64_t>;

TEST(LastCommitTest, IsTheNewestThatNamesTheFile) {
  const std::vector<Commit> commits = {
      {.id = "c", .tree = "3", .parents = {"b"}, .time = 30, .changes = {{"x"}}},
      {.id = "b", .tree = "2", .parents = {"a"}, .time = 20, .changes = {{"y"}}},
      {.id = "a", .tree = "1", .parents = {}, .time = 10, .changes = {{"x", "y", "z"}}},
  };
  EXPECT_EQ(LastCommitOfEach(commits), (Times{{"x", 30}, {"y", 20}, {"z", 10}}));
}

// m merges b (the first parent) and c. x came with c, y with b; both made z anew in the merge.
TEST(LastCommitTest, FollowsAMergeToTheParentThatHasTheFileAsItIs) {
  const std::vector<Commit> commits = {
      {.id = "m", .tree = "4", .parents = {"b", "c"}, .time = 40, .changes = {{"x", "z"}, {"y", "z"}}},
      {.id = "c", .tree = "3", .parents = {"a"}, .time = 30, .changes = {{"x", "z"}}},
      {.id = "b", .tree = "2", .parents = {"a"}, .time = 20, .changes = {{"y", "z"}}},
      {.id = "a", .tree = "1", .parents = {}, .time = 10, .changes = {{"x", "y", "z", "w"}}},
  };
  EXPECT_EQ(LastCommitOfEach(commits), (Times{{"w", 10}, {"x", 30}, {"y", 20}, {"z", 40}}));
}

TEST(LastCommitTest, KnowsNothingWithoutCommits) { EXPECT_TRUE(LastCommitOfEach({}).empty()); }

TEST(GitRepositoryTest, IsNoneOutsideOfAWorkTree) {
  const GitRepository repository;
  EXPECT_EQ(repository.WorkTree("/"), std::nullopt);
  EXPECT_EQ(repository.Revision("/"), std::nullopt);
  EXPECT_EQ(repository.OriginUrl("/no such folder"), std::nullopt);
}

}  // namespace
}  // namespace tincture::engine
