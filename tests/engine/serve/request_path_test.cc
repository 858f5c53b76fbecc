#include "engine/serve/request_path.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture::engine {
namespace {

std::string PathOf(std::string_view target) {
  const auto parsed = ParseTarget(target);
  return parsed ? parsed->path : "refused";
}

TEST(RequestPath, IsDecodedOnce) {
  EXPECT_EQ(PathOf("/a%20b"), "/a b");
  EXPECT_EQ(PathOf("/%2561"), "/%61");
  EXPECT_EQ(PathOf("/a?b=%20#c"), "/a");
}

// Whatever the spelling, no path has ".." in it and none leads above the root.
TEST(RequestPath, NeverLeavesTheRoot) {
  const std::string dots[] = {"..", "%2e%2e", ".%2e", "%2E.", "%2e%2E"};
  const std::string slashes[] = {"/", "%2f", "%2F", "//", "/./", "%2f%2f"};
  for (const std::string& dot : dots) {
    for (const std::string& slash : slashes) {
      EXPECT_EQ(PathOf("/" + dot + slash + "etc"), "refused") << dot << slash;
      EXPECT_EQ(PathOf("/a" + slash + dot + slash + dot + slash + "etc"), "refused") << dot << slash;
      EXPECT_EQ(PathOf("/a" + slash + dot + slash + "b"), "/b") << dot << slash;
    }
  }
}

TEST(RequestPath, RefusesNulAndWhatIsNoUrl) {
  for (const char* target :
       {"/a%00b", "/%00", "/a\\b", "/%", "/%4", "/%zz", "/a b", "a", "", "/\x80", "/a\"", "//..", "?a"}) {
    EXPECT_EQ(PathOf(target), "refused") << target;
  }
}

TEST(RequestPath, BackslashAndDoubleEncodingAreNames) {
  EXPECT_EQ(PathOf("/..%5c..%5cetc"), "/..\\..\\etc");
  EXPECT_EQ(PathOf("/%252e%252e/etc"), "/%2e%2e/etc");
  EXPECT_EQ(PathOf("/%c0%ae%c0%ae/etc"), "/\xc0\xae\xc0\xae/etc");
}

TEST(RequestPath, LongOnesAreLinear) {
  std::string target = "/a";
  for (int i = 0; i < 200'000; ++i) target += "/b/..";
  EXPECT_EQ(PathOf(target), "/a/");
}

}  // namespace
}  // namespace tincture::engine
