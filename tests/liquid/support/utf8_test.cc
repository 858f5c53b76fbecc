#include "liquid/support/utf8.h"

#include <gtest/gtest.h>

namespace tincture {
namespace {

TEST(Utf8, BrokenBytesCountAsCharacters) {
  EXPECT_EQ(CharacterCount("é日🎉a"), 4u);
  EXPECT_EQ(CharacterCount("\xff\xe3\x81"
                           "a"),
            4u);
  EXPECT_EQ(CharacterOffset("é日a", 2), 5u);
  EXPECT_EQ(CharacterOffset("é", 9), 2u);
  EXPECT_EQ(LastCharacter("aé"), 1u);
  EXPECT_EQ(LastCharacter("a\xc3"), 1u);
}

TEST(Utf8, CountsAtEveryPlaceOfAWord) {
  for (size_t size = 0; size < 80; ++size) {
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      EXPECT_EQ(SkipAscii(text, at), size);
      text.replace(at, 1, "é");
      EXPECT_EQ(SkipAscii(text, 0), at);
      EXPECT_FALSE(IsAscii(text));
      EXPECT_TRUE(IsValidUtf8(text));
      EXPECT_EQ(CharacterCount(text), size);
      EXPECT_EQ(CharacterOffset(text, at), at);
      EXPECT_EQ(CharacterOffset(text, at + 1), at + 2);
      EXPECT_EQ(CharacterOffset(text, size), size + 1);
      text[at + 1] = 'a';
      EXPECT_FALSE(IsValidUtf8(text));
    }
  }
}

TEST(Utf8, RefusesOverlongSurrogatesAndBeyond) {
  EXPECT_TRUE(IsValidUtf8("\xf4\x8f\xbf\xbf"));
  EXPECT_FALSE(IsValidUtf8("\xc0\xaf"));
  EXPECT_FALSE(IsValidUtf8("\xe0\x80\x80"));
  EXPECT_FALSE(IsValidUtf8("\xed\xa0\x80"));
  EXPECT_FALSE(IsValidUtf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(IsValidUtf8("\xe3\x81"));
}

TEST(Utf8, AppendsWhatItDecodes) {
  for (const char32_t c : {U'a', U'é', U'日', U'🎉', char32_t{0x10FFFF}}) {
    std::string text;
    AppendUtf8(c, text);
    EXPECT_EQ(DecodeUtf8(text).value, c);
    EXPECT_EQ(DecodeUtf8(text).size, text.size());
  }
}

// "a\xe3\x81b\xff".scrub in Ruby
TEST(Utf8, ScrubsMaximalSubparts) {
  EXPECT_EQ(Scrub("a\xe3\x81"
                  "b\xff\xff"),
            "a\uFFFDb\uFFFD\uFFFD");
}

TEST(Utf8, StripsWhatRubyStrips) {
  EXPECT_EQ(Strip(std::string_view("\0 \t\n\v\f\r a \0", 11)), "a");
  EXPECT_EQ(Strip("\u00a0"), "\u00a0");
}

}  // namespace
}  // namespace tincture
