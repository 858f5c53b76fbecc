#include "engine/serve/mime_types.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

TEST(MimeTypes, ByExtension) {
  EXPECT_EQ(MimeTypeOf("/a/b.html").type, "text/html");
  EXPECT_TRUE(MimeTypeOf("/a/b.html").has_charset);
  EXPECT_EQ(MimeTypeOf("/a/B.PNG").type, "image/png");
  EXPECT_EQ(MimeTypeOf("/a/b.woff2").type, "font/woff2");
  EXPECT_FALSE(MimeTypeOf("/a/b.woff2").has_charset);
}

TEST(MimeTypes, UnknownAskTheOneBefore) {
  EXPECT_EQ(MimeTypeOf("/a/b.tar.old").type, "application/x-tar");
  EXPECT_EQ(MimeTypeOf("/a/index.html.zh-tw").type, "text/html");
  EXPECT_EQ(MimeTypeOf("/a.html/b").type, "application/octet-stream");
  EXPECT_EQ(MimeTypeOf("/a/b.").type, "application/octet-stream");
}

}  // namespace
}  // namespace tincture::engine
