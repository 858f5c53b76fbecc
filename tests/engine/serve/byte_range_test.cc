#include "engine/serve/byte_range.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture::engine {
namespace {

TEST(ByteRange, LargeNumbersStayWithinTheFile) {
  const auto ranges = ParseRanges("bytes=1-99999999999999999999999999", 10);
  ASSERT_TRUE(ranges && ranges->size() == 1);
  EXPECT_EQ((*ranges)[0].first, 1U);
  EXPECT_EQ((*ranges)[0].size, 9U);
  EXPECT_TRUE(ParseRanges("bytes=18446744073709551616-", 10)->empty());
}

TEST(ByteRange, BackwardIsNoPart) { EXPECT_TRUE(ParseRanges("bytes=5-2", 10)->empty()); }

TEST(ByteRange, TooManyPartsAreRefused) {
  std::string header = "bytes=0-";
  for (size_t i = 0; i < kMostRanges; ++i) header += ",0-";
  EXPECT_FALSE(ParseRanges(header, 10));
}

}  // namespace
}  // namespace tincture::engine
