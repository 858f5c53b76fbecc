#include "liquid/support/text_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture {
namespace {

TEST(TextBuilder, GrowsBesideOtherAllocations) {
  Arena arena;
  TextBuilder out(arena, 0);
  std::string expected;
  for (int i = 0; i < 3000; ++i) {
    const std::string piece = std::to_string(i);
    out.Append(piece);
    out.Append(' ');
    expected += piece + " ";
    if (i % 100 == 0) arena.Copy("between");
  }
  EXPECT_EQ(out.Finish(), expected);
}

TEST(TextBuilder, GivesBackWhatItDidNotUse) {
  Arena arena;
  TextBuilder out(arena, 1000);
  out.Append("abc");
  const std::string_view text = out.Finish();
  EXPECT_EQ(arena.Copy("d").data(), text.data() + 3);
}

TEST(TextBuilder, MayStayEmpty) {
  Arena arena;
  TextBuilder out(arena, 0);
  EXPECT_EQ(out.Finish(), "");
}

}  // namespace
}  // namespace tincture
