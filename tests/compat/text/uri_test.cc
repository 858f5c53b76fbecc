// Expectations are Addressable 2.8.1's.
#include "compat/text/uri.h"

#include <gtest/gtest.h>

#include "compat/text/punycode.h"

namespace tincture::text {
namespace {

std::string Normalized(std::string_view text) {
  const Result<std::string> uri = NormalizeUri(text);
  return uri.ok() ? *uri : uri.error().kind + ": " + uri.error().message;
}

TEST(Uri, NormalizesPaths) {
  EXPECT_EQ(Normalized("/a/./b/../c d/é"), "/a/c%20d/%C3%A9");
  EXPECT_EQ(Normalized("/../x"), "/x");
  EXPECT_EQ(Normalized("/a/.."), "/");
  EXPECT_EQ(Normalized("/a%2fb%7Ec"), "/a%2Fb~c");
  EXPECT_EQ(Normalized("/a:b"), "/a:b");
  EXPECT_EQ(Normalized("/a-b_c.d~e/9?f-g_h.i~j#k-l_m.n~o"), "/a-b_c.d~e/9?f-g_h.i~j#k-l_m.n~o");
  EXPECT_EQ(Normalized("/a/.b/c."), "/a/.b/c.");
}

// A fragment keeps a text from being taken for normal at a glance.
TEST(Uri, SeesWhatIsNormalAlready) {
  const std::string_view letters = "/./ab-_~9A:?%";
  uint32_t random = 3;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (const std::string_view start : {"", "/", "http://", "https://x.org/", "ftp://"}) {
      if (round % 5 == static_cast<int>(start.size() % 5)) text = start;
    }
    for (int i = round % 9; i > 0; --i) {
      random = random * 1664525U + 1013904223U;
      text += letters[(random >> 8) % letters.size()];
    }
    const Result<std::string> plain = NormalizeUri(text);
    const Result<std::string> full = NormalizeUri(text + "#f");
    ASSERT_EQ(plain.ok(), full.ok()) << text;
    ASSERT_EQ(plain.ok() ? *plain + "#f" : "", full.ok() ? *full : "") << text;
    if (!IsPlainPath(text)) continue;
    const Result<Uri> uri = ParseUri(text);
    ASSERT_TRUE(uri.ok() && !uri->absolute() && uri->path == text) << text;
  }
}

TEST(Uri, NormalizesSchemeHostAndPort) {
  EXPECT_EQ(Normalized("HTTP://ExAmple.COM:80/"), "http://example.com/");
  EXPECT_EQ(Normalized("http://example.com"), "http://example.com/");
  EXPECT_EQ(Normalized("https://example.com:8443?a=b c#d e"), "https://example.com:8443/?a=b%20c#d%20e");
  EXPECT_EQ(Normalized("http://ümlaut.example.org/"), "http://xn--mlaut-jva.example.org/");
  EXPECT_EQ(Normalized("http://u:p@host./"), "http://u:p@host/");
}

TEST(Uri, TellsAbsoluteFromRelative) {
  EXPECT_TRUE(ParseUri("mailto:a@b.c")->absolute());
  EXPECT_FALSE(ParseUri("//host/x")->absolute());
  EXPECT_FALSE(ParseUri("a/b:c")->absolute());
}

TEST(Uri, RefusesWhatAddressableRefuses) {
  EXPECT_EQ(Normalized("1a:b"), "Addressable::URI::InvalidURIError: Invalid scheme format: '1a'");
  EXPECT_EQ(Normalized("http:"),
            "Addressable::URI::InvalidURIError: Absolute URI missing hierarchical segment: 'http:'");
  EXPECT_EQ(Normalized("http://h:x/"), "Addressable::URI::InvalidURIError: Invalid port number: \"x\"");
  EXPECT_EQ(Normalized(":a"),
            "Addressable::URI::InvalidURIError: Cannot assemble URI string with ambiguous path: ':a'");
}

TEST(Punycode, EncodesLabels) {
  EXPECT_EQ(EncodePunycode(U"bücher"), "bcher-kva");
  EXPECT_EQ(EncodePunycode(U"日本語"), "wgv71a119e");
  EXPECT_EQ(DomainToAscii("Bücher.example"), "xn--bcher-kva.example");
  EXPECT_EQ(DomainToAscii("plain.example"), "plain.example");
}

}  // namespace
}  // namespace tincture::text
