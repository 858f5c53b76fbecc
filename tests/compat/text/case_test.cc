#include "compat/text/case.h"

#include <gtest/gtest.h>

namespace tincture::text {
namespace {

TEST(Case, DowncasesByCodePoint) {
  EXPECT_EQ(Downcase("HELLO Ünï"), "hello ünï");
  EXPECT_EQ(Downcase("ΟΔΟΣ"), "οδοσ");  // no final sigma
  EXPECT_EQ(Downcase("İ"), "i̇");
  EXPECT_EQ(Downcase("a\xff"
                     "B"),
            "a\xff"
            "b");
}

TEST(Case, UpcasesInFull) {
  EXPECT_EQ(Upcase("straße ﬁn"), "STRASSE FIN");
  EXPECT_EQ(Upcase("éa"), "ÉA");
}

TEST(Case, CapitalizesTheFirstCharacterOnly) {
  EXPECT_EQ(Capitalize("hELLO wORLD"), "Hello world");
  EXPECT_EQ(Capitalize("ßa"), "Ssa");
  EXPECT_EQ(Capitalize("ǆ"), "ǅ");
  EXPECT_EQ(Capitalize(""), "");
}

}  // namespace
}  // namespace tincture::text
