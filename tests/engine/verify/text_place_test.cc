#include "engine/verify/text_place.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

TEST(TextPlace, CountsLinesAndCharacters) {
  const std::string_view text = "é1\nüö3\n";
  EXPECT_EQ(PlaceOf(text, 0).line, 1u);
  const TextPlace three = PlaceOf(text, text.find('3'));
  EXPECT_EQ(three.line, 2u);
  EXPECT_EQ(three.column, 3u);
  EXPECT_EQ(PlaceOf(text, text.find('\n')).line, 1u) << "a line ends with its newline";
  EXPECT_EQ(PlaceOf(text, text.size()).line, 3u);
  EXPECT_EQ(PlaceOf(text, 1000).line, 3u);
}

TEST(TextExcerpt, ShowsTheLineAndWhereInIt) {
  const TextExcerpt excerpt = ExcerptAt("one\nü two\nthree", 8);
  EXPECT_EQ(excerpt.text, "ü two⏎");
  EXPECT_EQ(excerpt.caret, 3u);
  EXPECT_EQ(ExcerptAt("one", 3).text, "(the end of the file)");
  EXPECT_EQ(ExcerptAt("one\ntwo", 3).text, "one⏎");
  EXPECT_EQ(ExcerptAt("a\tb\x01\xFF", 0).text, "a b \uFFFD");
}

TEST(TextExcerpt, CutsLongLinesBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "é";
  const TextExcerpt excerpt = ExcerptAt(line, 101);  // within a character
  EXPECT_TRUE(excerpt.text.starts_with("…é")) << excerpt.text;
  EXPECT_TRUE(excerpt.text.ends_with("é…")) << excerpt.text;
}

}  // namespace
}  // namespace tincture::engine
