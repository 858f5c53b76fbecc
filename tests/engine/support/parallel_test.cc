#include "engine/support/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace tincture::engine {
namespace {

TEST(ParallelForTest, EveryIndexOnce) {
  for (const int jobs : {-1, 0, 1, 2, 7}) {
    std::vector<std::atomic<int>> seen(1000);
    ParallelFor(seen.size(), jobs, [&](size_t i) { ++seen[i]; });
    EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](const auto& count) { return count == 1; })) << jobs;
  }
}

TEST(ParallelForTest, OneJobKeepsToTheCallersThreadAndToTheOrder) {
  std::vector<size_t> order;
  const std::thread::id here = std::this_thread::get_id();
  ParallelFor(5, 1, [&](size_t i) {
    order.push_back(i);
    EXPECT_EQ(std::this_thread::get_id(), here);
  });
  EXPECT_EQ(order, (std::vector<size_t>{0, 1, 2, 3, 4}));
}

TEST(ParallelForTest, ManyJobsRunAtATime) {
  std::latch all_here(4);
  ParallelFor(4, 4, [&](size_t) { all_here.arrive_and_wait(); });  // would hang with fewer threads than 4
  EXPECT_TRUE(all_here.try_wait());
}

TEST(ParallelForTest, WhatIsThrownComesThrough) {
  for (const int jobs : {1, 3}) {
    std::atomic<int> done = 0;
    const auto act = [&](size_t i) {
      if (i == 5) throw std::runtime_error("five");
      ++done;
    };
    EXPECT_THROW(ParallelFor(1'000'000, jobs, act), std::runtime_error);
    EXPECT_LT(done, 1'000'000);
  }
}

TEST(ParallelForTest, NothingToDo) {
  ParallelFor(0, 4, [](size_t) { FAIL(); });
  EXPECT_GE(HardwareJobs(), 1);
}

}  // namespace
}  // namespace tincture::engine
