// DESIGN.md fact 4: what Ruby's encoding of a render would be.
#include <gtest/gtest.h>

#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

bool IsAsciiTagged(std::string_view source, const Dialect& dialect = kLiquid4) {
  Environment environment(dialect);
  AddStandardTags(environment);
  AddStandardFilters(environment);
  return Render(source, environment).ascii_tagged;
}

TEST(Encoding, TheFirstPieceDecides) {
  EXPECT_FALSE(IsAsciiTagged("text {{ 1 }}"));
  EXPECT_TRUE(IsAsciiTagged("{{ 1 }} text"));
  EXPECT_TRUE(IsAsciiTagged("{{ nil }}text"));
  EXPECT_FALSE(IsAsciiTagged("{{ 'string' }}text"));
  EXPECT_TRUE(IsAsciiTagged("{% increment n %}"));
}

TEST(Encoding, NothingIsAscii) {
  EXPECT_TRUE(IsAsciiTagged(""));
  EXPECT_TRUE(IsAsciiTagged("{% if true %}{% if true %}{% endif %}{% endif %}"));
}

// An array's inspect begins with its first item's.
TEST(Encoding, AListIsInspectedInTheEncodingOfItsFirstItem) {
  EXPECT_TRUE(IsAsciiTagged("{{ 'a' | split: ',' | map: 'x' | append: 'y' }}"));
  EXPECT_FALSE(IsAsciiTagged("{{ 'a' | split: ',' | append: 'y' }}"));
}

TEST(Encoding, LettersBeyondAsciiMakeItUtf8) { EXPECT_FALSE(IsAsciiTagged("{{ 1 }}é")); }

TEST(Encoding, ATagThatPrintsNothingIsAPieceButABlankBlockIsNone) {
  EXPECT_FALSE(IsAsciiTagged("{% assign a = 1 %}{{ 1 }}"));
  EXPECT_TRUE(IsAsciiTagged("{% comment %}{% endcomment %}{{ 1 }}"));
  EXPECT_TRUE(IsAsciiTagged("{% capture a %}x{% endcapture %}{{ 1 }}"));
}

TEST(Encoding, BreakIsNoPiece) {
  EXPECT_TRUE(IsAsciiTagged("{% break %}x"));
  EXPECT_TRUE(IsAsciiTagged("{% if true %}{% break %}{% endif %}x"));
}

TEST(Encoding, BlocksHandOnTheirBodysEncodingButLoopsDoNot) {
  EXPECT_TRUE(IsAsciiTagged("{% if true %}{{ 1 }}{% endif %}"));
  EXPECT_FALSE(IsAsciiTagged("{% if false %}{{ 1 }}{% endif %}"));
  EXPECT_FALSE(IsAsciiTagged("{% for i in (1..2) %}{{ i }}{% endfor %}"));
}

TEST(Encoding, ACaptureKeepsIt) {
  EXPECT_TRUE(IsAsciiTagged("{% capture a %}{{ 1 }}{% endcapture %}{{ a }}"));
  EXPECT_FALSE(IsAsciiTagged("{% capture a %}x{% endcapture %}{{ a }}"));
}

TEST(Encoding, Liquid5WritesUtf8) {
  EXPECT_FALSE(IsAsciiTagged("", kLiquid5));
  EXPECT_FALSE(IsAsciiTagged("{{ 1 }}", kLiquid5));
}

}  // namespace
}  // namespace tincture::liquid
