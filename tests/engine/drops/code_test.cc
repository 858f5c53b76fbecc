#include "engine/drops/code.h"

#include <gtest/gtest.h>

#include <vector>

#include "compat/rouge/missing.h"

namespace tincture::engine {
namespace {

constexpr std::string_view kNamesOfRouge[] = {
#define NAME(name) name,
#include "compat/rouge/names.inc"
#undef NAME
};

struct Lines {
  std::vector<std::string> lines;
  Log log{[this](LogLevel, std::string_view line) { lines.emplace_back(line); }};
};

TEST(CodeWarnings, OnceALanguageWithTheFirstPage) {
  Lines out;
  CodeWarnings warnings;
  warnings.Add("zig", "b.md", "zig is slow");
  warnings.Add("c", "z.md", "c is slow");
  warnings.Add("zig", "a.md", "zig is slow");
  warnings.Print(out.log);
  ASSERT_EQ(out.lines.size(), 2u);
  EXPECT_NE(out.lines[0].find("Highlighting: c is slow (z.md)"), std::string::npos);
  EXPECT_NE(out.lines[1].find("zig is slow (a.md)"), std::string::npos);
  warnings.Print(out.log);
  EXPECT_EQ(out.lines.size(), 2u);
}

TEST(LexCode, WarnsOfCodeThatIsNotLexed) {
  std::vector<std::string> warned;
  const WarnOfCode warn = [&](std::string_view language, std::string_view) { warned.emplace_back(language); };
  const auto lexed = LexCode("python?x=1", "print(\xff)", warn);
  ASSERT_TRUE(lexed);
  EXPECT_EQ(lexed->tokens.pieces.size(), 1u);
  EXPECT_EQ(warned, std::vector<std::string>{"python"});
}

TEST(LexCode, WhatRougeDoesNotKnowIsNobodysFault) {
  const WarnOfCode warn = [&](std::string_view, std::string_view) { FAIL(); };
  EXPECT_FALSE(LexCode("nosuch", "x", warn));
  EXPECT_TRUE(LexCode("ruby", "x", warn));
}

// Every name that Rouge knows gives tokens, with a warning where the lexer is not written yet.
TEST(LexCode, EveryNameOfRougeIsKnown) {
  for (const std::string_view name : kNamesOfRouge) {
    size_t warnings = 0;
    const auto lexed = LexCode(name, "x", [&](std::string_view, std::string_view) { ++warnings; });
    ASSERT_TRUE(lexed) << name;
    EXPECT_EQ(lexed->is_missing, rouge::IsMissing(name)) << name;
    EXPECT_EQ(warnings, rouge::IsMissing(name) ? 1u : 0u) << name;
  }
}

}  // namespace
}  // namespace tincture::engine
