#include "compat/commonmark/commonmark.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace tincture::commonmark {
namespace {

std::string Repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Commonmark, NestingDeeperThanRubysStackIsAnError) {
  const Result<std::string> html = Convert(Repeated("> ", 50'000) + "x", {}, nullptr);
  ASSERT_FALSE(html.ok());
  EXPECT_EQ(html.error().kind, "SystemStackError");
  EXPECT_TRUE(Convert(Repeated("> ", 700) + "x", {}, nullptr).ok());
}

// commonmarker from 0.23.9 on.
TEST(Commonmark, StrongWithinStrongLosesItsTags) {
  EXPECT_EQ(*Convert("**a **b** c** *d **e** f*", {}, nullptr),
            "<p><strong>a b c</strong> <em>d <strong>e</strong> f</em></p>\n");
}

TEST(Commonmark, WithoutAHighlighterCodeIsEscaped) {
  EXPECT_EQ(*Convert("```a\n<&\">\n```\n", {}, nullptr),
            "<div class=\"language-a highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\">"
            "<code data-lang=\"a\">&lt;&amp;\"&gt;\n</code></pre></div></div>\n");
}

TEST(Commonmark, NewlinesThatHighlightHidAreBackInGhPages) {
  Options options{.gem = Gem::kGhPages};
  options.render = kUnsafe;
  EXPECT_EQ(*Convert("<pre>a<br data-jekyll-commonmark-ghpages><br data-jekyll-commonmark-ghpages>b</pre>\n", options,
                     nullptr),
            "<pre>a\n\nb</pre>\n");
}

// Threads whose extensions differ must not see one another's.
TEST(Commonmark, ThreadsMayConvertAtOnce) {
  const std::string source = Repeated("~~a~~ www.b.org | c\n\n", 200);
  Options with;
  with.extensions = {Extension::kStrikethrough, Extension::kAutolink, Extension::kTable};
  const std::string expected_with = *Convert(source, with, nullptr);
  const std::string expected_without = *Convert(source, {}, nullptr);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 20; ++round) {
        EXPECT_EQ(*Convert(source, i % 2 ? with : Options(), nullptr), i % 2 ? expected_with : expected_without);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace tincture::commonmark
