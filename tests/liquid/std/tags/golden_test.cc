// Each tests/golden/liquid/tags/NAME.liquid as both dialects print it.
#include "tests/liquid/std/golden.h"

#include <gtest/gtest.h>

namespace tincture::liquid {
namespace {

const golden::fs::path kFolder = golden::fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/liquid/tags";

class TagGolden : public testing::TestWithParam<std::string> {};

TEST_P(TagGolden, RendersAsLiquid4) {
  EXPECT_EQ(golden::Render(kFolder / (GetParam() + ".liquid"), kLiquid4),
            golden::ReadFile(kFolder / (GetParam() + ".out")));
}

TEST_P(TagGolden, RendersAsLiquid5) {
  EXPECT_EQ(golden::Render(kFolder / (GetParam() + ".liquid"), kLiquid5), golden::ExpectedOf5(kFolder, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Cases, TagGolden, testing::ValuesIn(golden::Names(kFolder)),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace tincture::liquid
