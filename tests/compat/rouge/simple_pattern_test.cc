#include "compat/rouge/simple_pattern.h"

#include <gtest/gtest.h>

#include <random>

#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr const char* kSimple[] = {
    R"(\s+)",       R"(\n)",          R"([^\S\n]+)",   R"([a-z_]\w*)",    R"("[^"]*")",    R"(//.*$)",
    R"(#.*?$)",     R"(\d+\.\d+)",    R"(\d*\.\d+)",   R"(0x\h+)",        R"([-+*/]=?)",   R"(<!--)",
    R"(.)",         R"((?s).)",       R"((?s).+)",     R"((?i)abc+)",     R"([^a-f\]\\])", R"(^#.*)",
    R"(\{%-?\s*)",  R"([\w.-]+\s*:)", R"(\\[nrt"\\])", R"([^'\\\n]+)",    R"(%%.*)",       R"([\t ]*\n)",
    R"([^\w\s]+$)", R"(\([^)]*\))",   R"(<[^>]*?>)",   R"([a-zA-Z-]+=*)", R"(})",
};

constexpr const char* kOthers[] = {
    R"(a|b)",    R"((a)b)", R"(\bif\b)", R"(a{2})",    R"([[:alpha:]]+)", R"(\w+a)", R"(".*")", R"(a*ab)",
    R"([^a]+?)", R"(a++)",  R"(\p{L}+)", R"((?x)a b)", R"(a(?=b))",       R"([]a])", R"(a^)",   R"($a)",
    R"([a&&b])", R"(\Aa)",  R"((?i:a))", R"()",        R"(a.*?)",         R"(\n*$)", R"(é)",    R"([^é])",
};

std::string RandomText(std::mt19937& random, bool unicode) {
  constexpr std::string_view kPieces[] = {"a", "b",  "f",  "x",  "0", "7", "_", "-", "=", "#", "/", "\"",
                                          "'", "\\", "<",  ">",  "!", "%", "{", "}", "(", ")", ".", ":",
                                          " ", "\t", "\n", "\r", "+", "A", "C", "]", "é", "→", "😀"};
  std::string text;
  const size_t kinds = std::size(kPieces) - (unicode ? 0 : 3);
  for (size_t i = random() % 12; i-- > 0;) text += kPieces[random() % kinds];
  return text;
}

// What PCRE2 finds: a group is nothing simple.
size_t ByPcre2(const Pattern& pattern, const std::string& text, bool unicode) {
  std::vector<size_t> groups;
  MatchBudget budget;
  return pattern.Match(text, unicode, groups, budget) == Outcome::kMatch ? groups[1] : text.npos;
}

TEST(SimplePattern, MatchesWhatPcre2Matches) {
  std::mt19937 random(7);
  for (const std::string source : kSimple) {
    const size_t flags = source.starts_with("(?") ? source.find(')') + 1 : 0;
    const Pattern pcre2(source.substr(0, flags) + "(?:" + source.substr(flags) + ")");
    for (const bool unicode : {false, true}) {
      const auto simple = SimplePattern::Of(source, unicode);
      if (unicode && source.starts_with("(?i")) continue;
      ASSERT_TRUE(simple) << source;
      for (int i = 0; i < 2000; ++i) {
        const std::string text = RandomText(random, unicode);
        const size_t length = simple->Match(text);
        ASSERT_EQ(length, ByPcre2(pcre2, text, unicode)) << source << " on " << text;
        const bool takes_some = length != text.npos && length > 0;
        ASSERT_TRUE(!takes_some || simple->FirstBytes()[static_cast<uint8_t>(text[0])]) << source << " on " << text;
      }
    }
  }
}

TEST(SimplePattern, LeavesToPcre2WhatMayGoBack) {
  for (const char* source : kOthers) EXPECT_FALSE(SimplePattern::Of(source, false)) << source;
}

TEST(SimplePattern, CasesBeyondAsciiAreNotSimple) {
  EXPECT_TRUE(SimplePattern::Of("(?i)k", false));
  EXPECT_FALSE(SimplePattern::Of("(?i)k", true));
}

}  // namespace

}  // namespace tincture::rouge
