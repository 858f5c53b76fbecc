#include "compat/text/escape.h"

#include <gtest/gtest.h>

#include "compat/text/url_escape.h"

namespace tincture::text {
namespace {

TEST(Escape, WritesApostrophesInTwoWays) {
  EXPECT_EQ(XmlEscape("<a href='x'>\"&\"</a>"), "&lt;a href=&apos;x&apos;&gt;&quot;&amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(HtmlEscape("it's"), "it&#39;s");
}

TEST(UrlEscape, CgiWritesSpacesAsPlus) {
  EXPECT_EQ(CgiEscape("foo, bar; baz?"), "foo%2C+bar%3B+baz%3F");
  EXPECT_EQ(CgiEscape("a*b ~é-_."), "a%2Ab+~%C3%A9-_.");
}

TEST(UrlEscape, UriKeepsReservedCharactersAndEncodings) {
  EXPECT_EQ(UriEscape("foo, bar \\baz?"), "foo,%20bar%20%5Cbaz?");
  EXPECT_EQ(UriEscape("a%20b"), "a%20b");
  EXPECT_EQ(UriEscape("100%"), "100%25");
  EXPECT_EQ(UriEscape("a%2Fb"), "a/b");
  EXPECT_EQ(UriEscape("e\xcc\x81"), "%C3%A9");  // composed
}

TEST(UrlEscape, EncodesEachComponentByItsClass) {
  EXPECT_EQ(AddressableEncode("a[1]?b#c d"), "a%5B1%5D?b#c%20d");
  EXPECT_EQ(AddressableEncode("日本"), "%E6%97%A5%E6%9C%AC");
  EXPECT_EQ(AddressableEncode("a%20b"), "a%2520b");
  EXPECT_EQ(AddressableUnencode("%C3%A9%zz"), "é%zz");
}

}  // namespace
}  // namespace tincture::text
