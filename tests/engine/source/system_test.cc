#include "engine/source/system.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

TEST(SystemClockTest, SourceDateEpochStopsTheClock) {
  const SystemClock clock(FakeEnv("/", {{"SOURCE_DATE_EPOCH", "1700000000"}}));
  EXPECT_EQ(clock.Now().seconds, 1700000000);
  EXPECT_EQ(clock.Now().nanoseconds, 0);
}

TEST(SystemClockTest, NonsenseInTheVariableIsIgnored) {
  const SystemClock clock(FakeEnv("/", {{"SOURCE_DATE_EPOCH", "soon"}}));
  EXPECT_GT(clock.Now().seconds, 1700000000);
}

}  // namespace
}  // namespace tincture::engine
