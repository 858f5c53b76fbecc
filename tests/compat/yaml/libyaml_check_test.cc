#include "compat/yaml/libyaml_check.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace tincture::yaml {
namespace {

std::string ProblemOf(std::string_view text) {
  const LibyamlVerdict verdict = CheckLikeLibyaml(text);
  if (!verdict.problem) return "";
  const Problem& problem = *verdict.problem;
  std::string told = problem.problem;
  if (!problem.context.empty()) told += " " + problem.context;
  return told + " at " + std::to_string(problem.mark.line + 1) + ":" + std::to_string(problem.mark.column + 1);
}

std::string Rewritten(std::string_view text) { return CheckLikeLibyaml(text).rewritten.value_or(std::string(text)); }

TEST(LibyamlCheck, AcceptsWhatIsSound) {
  EXPECT_EQ(ProblemOf("a: 1\nb:\n- x\n-   y: z\n"), "");
  EXPECT_EQ(ProblemOf("- a\n -b\n- c\n"), "");
  EXPECT_EQ(ProblemOf("[a?b, 'c']"), "");
  EXPECT_EQ(ProblemOf("\xef\xbb\xbf"
                      "a: 1"),
            "");
  EXPECT_EQ(ProblemOf("%YAML 1.2\n---\na\n"), "");
}

// Each as libyaml 0.2.5 tells it through Psych.
TEST(LibyamlCheck, TellsWhatIsBroken) {
  EXPECT_EQ(ProblemOf("[a:?]"), "found unexpected ':' while scanning a plain scalar at 1:2");
  EXPECT_EQ(ProblemOf("%YAML 1.1\n%YAML 1.1\n---\na"), "found duplicate %YAML directive at 1:1");
  EXPECT_EQ(ProblemOf("%TAG ! tag:x,2000:\n%TAG ! tag:y\n---\na"), "found duplicate %TAG directive at 1:1");
  EXPECT_EQ(ProblemOf("!x!y z"), "found undefined tag handle while parsing a node at 1:1");
  EXPECT_EQ(ProblemOf("!<abc z"), "did not find the expected '>' while scanning a tag at 1:1");
  EXPECT_EQ(ProblemOf("%YAML x\n---\n"),
            "did not find expected version number while scanning a %YAML directive at 1:1");
  EXPECT_EQ(ProblemOf("a\xff"
                      "b"),
            "invalid leading UTF-8 octet at 1:1");
  EXPECT_EQ(ProblemOf("\xed\xa0\x80"), "invalid Unicode character at 1:1");
  EXPECT_EQ(ProblemOf("\"\\ud800\""),
            "found invalid Unicode character escape code while parsing a quoted scalar at 1:1");
  EXPECT_EQ(ProblemOf("a: &x*y b"),
            "did not find expected alphabetic or numeric character while scanning an anchor at 1:4");
  EXPECT_EQ(ProblemOf("a: |10\n b"),
            "did not find expected comment or line break while scanning a block scalar at 1:4");
}

TEST(LibyamlCheck, CountsColumnsInCharacters) {
  EXPECT_EQ(ProblemOf("é: ü: x"), "mapping values are not allowed in this context at 1:5");
}

// What follows the first document is nobody's business, but the token after it is looked at.
TEST(LibyamlCheck, StopsAfterTheFirstDocument) {
  EXPECT_EQ(ProblemOf("a: b\n--- !!x\n b: ]"), "");
  EXPECT_EQ(ProblemOf("a: b\n...\n@x"), "");
  EXPECT_EQ(Rewritten("[a, b] ]"), "[a, b] ");
}

TEST(LibyamlCheck, RewritesForYamlCpp) {
  EXPECT_EQ(Rewritten("[?x]"), "[? x]");
  EXPECT_EQ(Rewritten("a: &an:chor v"), "a: &an :chor v");
  EXPECT_EQ(Rewritten("a: *nope"), "a: ~ ");
  EXPECT_EQ(Rewritten("a: ! 12"), "a: !<?> 12");
  EXPECT_EQ(Rewritten("a: 1\rb: 2"), "a: 1\nb: 2");
  EXPECT_EQ(Rewritten("[a?b]"), "[!<?> \"a?b\"]");
  EXPECT_EQ(CheckLikeLibyaml("a: *nope").unknown_alias, "nope");
}

TEST(LibyamlCheck, IsQuick) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "key" + std::to_string(i) + ": [a, b, {c: d}]\n";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(ProblemOf(text), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace tincture::yaml
