#include "engine/model/sanitized_path.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

TEST(SanitizedPath, StaysBelowItsBase) {
  EXPECT_EQ(SanitizedPath("/site", "a/b"), "/site/a/b");
  EXPECT_EQ(SanitizedPath("/site", "../../etc/passwd"), "/site/etc/passwd");
  EXPECT_EQ(SanitizedPath("/site", "/a/../../b"), "/site/b");
}

TEST(SanitizedPath, LeavesPathsThatAlreadyLieThere) {
  EXPECT_EQ(SanitizedPath("/site", "/site/a"), "/site/a");
  EXPECT_EQ(SanitizedPath("/site", "/site"), "/site");
  EXPECT_EQ(SanitizedPath("/site", "/sitemap"), "/site/sitemap");
}

}  // namespace
}  // namespace tincture::engine
