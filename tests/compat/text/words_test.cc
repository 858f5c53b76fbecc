#include "compat/text/words.h"

#include <gtest/gtest.h>

namespace tincture::text {
namespace {

TEST(Words, CountCjkCharactersOneByOne) {
  const CjkCount count = CountCjkWords("你好hello世界 and 日本");
  EXPECT_EQ(count.characters, 6u);
  EXPECT_EQ(count.words, 2u);
  EXPECT_EQ(CountCjkWords("テスト 한국 ひ").characters, 6u);
}

}  // namespace
}  // namespace tincture::text
