// The machinery of lexers, on small definitions of our own.
#include "compat/rouge/lexer.h"

#include <gtest/gtest.h>

#include <thread>

#include "compat/rouge/formatters.h"
#include "compat/rouge/grammar.h"

namespace tincture::rouge {

namespace {

std::string Html(const Definition& lexer, std::string_view text) { return FormatHtml(Lex(lexer, {}, text).tokens); }

constexpr Part kParts[] = {{"name", "[a-z]+"}};
constexpr WordList kWordLists[] = {{"keywords", "if else"}, {"types", "int"}};
constexpr WordClass kNames[] = {{"keywords", Keyword}, {"types", KeywordType}, {nullptr, Name}};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(^#.*)", CommentPreproc},
    {R"((@{name})(=))", Groups(NameVariable, Operator), "value"},
    {R"(@{name})", Words(kNames)},
    {R"(")", StrDouble, "string"},
    {R"(\()", Punctuation, "nested"},
    {R"(<[^>]*>)", Recurse()},

    State("string"),
    {R"(")", StrDouble, Pop()},
    Mixin("escapes"),
    {R"([^"\\]+)", StrDouble},

    State("escapes"),
    {R"(\\.)", StrEscape},

    State("value"),
    {R"([0-9]+)", Num, Goto("after_value")},

    State("after_value"),
    {R"(;)", Punctuation, Pop()},

    State("nested"),
    {R"(\()", Punctuation, PushSame()},
    {R"(\))", Punctuation, Pop()},
    {R"([^()]+)", Comment},
};
const Definition kSmall = {.tag = "small", .rules = kRules, .parts = kParts, .words = kWordLists};

TEST(Lexer, TokensOfRulesGroupsAndWords) {
  EXPECT_EQ(Html(kSmall, "if x int"),
            R"(<span class="k">if</span> <span class="n">x</span> <span class="kt">int</span>)");
  EXPECT_EQ(
      Html(kSmall, "x=12;y"),
      R"(<span class="nv">x</span><span class="o">=</span><span class="m">12</span><span class="p">;</span><span class="n">y</span>)");
}

TEST(Lexer, NeighboursOfOneTypeAreOneToken) {
  const TokenList tokens = Lex(kSmall, {}, "((a)b)").tokens;
  ASSERT_EQ(tokens.pieces.size(), 5u);
  EXPECT_EQ(tokens.pieces[0].token, Punctuation);
  EXPECT_EQ(tokens.pieces[0].end, 2u);
}

TEST(Lexer, MixinsAndStrings) {
  EXPECT_EQ(Html(kSmall, R"("a\"b")"),
            R"(<span class="s2">"a</span><span class="se">\"</span><span class="s2">b"</span>)");
}

TEST(Lexer, WhatNoRuleTakesIsAnErrorCharacterByCharacter) {
  EXPECT_EQ(Html(kSmall, "x é€"), R"(<span class="n">x</span> <span class="err">é€</span>)");
}

TEST(Lexer, CaretMeansTheBeginningOfALine) {
  EXPECT_EQ(Html(kSmall, "x #y"), R"(<span class="n">x</span> <span class="err">#</span><span class="n">y</span>)");
  EXPECT_EQ(Html(kSmall, "x\n#y"), "<span class=\"n\">x</span>\n<span class=\"cp\">#y</span>");
}

TEST(Lexer, RecursionHasALimitAndLosesNothing) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "<";
  text += "x>";
  const Lexed lexed = Lex(kSmall, {}, text);
  EXPECT_EQ(lexed.tokens.text, text);
  EXPECT_TRUE(lexed.warning.empty());
}

constexpr Rule kEmptyRules[] = {
    State("root"), Mixin("stuck"), {R"(.)", Name}, State("stuck"), {R"(x?)", Keyword},
};
const Definition kStuck = {.tag = "stuck", .rules = kEmptyRules};

// Rouge lets five empty matches pass, then goes on behind the mixin.
TEST(Lexer, EmptyMatchesDoNotStall) { EXPECT_EQ(Html(kStuck, "ab"), R"(<span class="n">ab</span>)"); }

constexpr Rule kRunawayRules[] = {
    State("root"),
    {R"((a+)+[0-9])", Name},
    {R"(.)", Text},
};
const Definition kRunaway = {.tag = "runaway", .rules = kRunawayRules};

TEST(Lexer, ARunawayPatternGivesPlainTextAndAWarning) {
  const std::string text(4000, 'a');
  const Lexed lexed = Lex(kRunaway, {}, text);
  ASSERT_EQ(lexed.tokens.pieces.size(), 1u);
  EXPECT_EQ(lexed.tokens.pieces[0].token, Text);
  EXPECT_EQ(lexed.tokens.text, text);
  EXPECT_NE(lexed.warning.find("runaway"), std::string::npos);
}

// Each line is taken in time, all of them are not.
TEST(Lexer, ManySlowMatchesAreTooManyAsWell) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += std::string(18, 'a') + "\n";
  EXPECT_NE(Lex(kRunaway, {}, text).warning, "");
  EXPECT_EQ(Lex(kRunaway, {}, text.substr(0, 19)).warning, "");
}

TEST(Lexer, InvalidUtf8GivesPlainTextAndAWarning) {
  const Lexed lexed = Lex(lexers::python, {}, "x = '\xff'");
  EXPECT_EQ(lexed.tokens.text, "x = '\xff'");
  EXPECT_EQ(lexed.tokens.pieces.size(), 1u);
  EXPECT_FALSE(lexed.warning.empty());
}

constexpr Rule kUnicodeRules[] = {
    State("root"),         {R"(a\b)", Keyword}, {R"([[:alpha:]]+)", Name},
    {R"(\w)", NumInteger}, {R"(\h)", NumHex},   {R"((?s).)", Text},
};
const Definition kUnicode = {.tag = "unicode", .rules = kUnicodeRules};

// In Ruby \b and POSIX classes know Unicode, \w does not; \h is a hexadecimal digit.
TEST(Lexer, RubysMeaningOfBoundariesAndClasses) {
  EXPECT_EQ(Html(kUnicode, "a é"), R"(<span class="k">a</span> <span class="n">é</span>)");
  EXPECT_EQ(Html(kUnicode, "aé"), R"(<span class="n">aé</span>)");
  EXPECT_EQ(Html(kUnicode, "٣"), "٣");
}

constexpr Rule kChildRules[] = {
    Prepend("root"),
    {R"(!)", Operator},
    Append("root"),
    {R"(\d)", Num},
};
constexpr WordList kChildWords[] = {{"keywords", "while", kAddToParent}, {"types", "long"}};
const Definition kChild = {.tag = "child", .parent = &kSmall, .rules = kChildRules, .words = kChildWords};

TEST(Lexer, AChildAddsToAndReplacesWhatItsParentHas) {
  EXPECT_EQ(Html(kChild, "!if while"),
            R"(<span class="o">!</span><span class="k">if</span> <span class="k">while</span>)");
  EXPECT_EQ(Html(kChild, "int long 7"),
            R"(<span class="n">int</span> <span class="kt">long</span> <span class="m">7</span>)");
  EXPECT_EQ(Html(kSmall, "while"), R"(<span class="n">while</span>)");
}

constexpr Rule kDelimiterRules[] = {
    State("root"),
    {R"(q(.))", [](Lexer& l) { l.Put(Str), l.Push("quoted", {l.Match(1)}); }},
    {R"(\w+)", Name},

    State("quoted"),
    {R"(@{0})", Str, Pop()},
    {R"([^@{0}]+)", StrOther},
};
const Definition kDelimited = {.tag = "delimited", .rules = kDelimiterRules};

TEST(Lexer, AStatePushedWithATextTakesItLiterally) {
  EXPECT_EQ(Html(kDelimited, "q.a*.b"),
            R"(<span class="s">q.</span><span class="sx">a*</span><span class="s">.</span><span class="n">b</span>)");
  EXPECT_EQ(Html(kDelimited, "q^a^q]b]"),
            R"(<span class="s">q^</span><span class="sx">a</span><span class="s">^q]</span>)"
            R"(<span class="sx">b</span><span class="s">]</span>)");
}

TEST(Lexer, AuthorsMistakesAreReported) {
  static constexpr Rule kWrongRules[] = {
      State("root"), {R"(a(b)", Text}, {R"(c)", Text, "nowhere"}, {R"(@{none})", Text}};
  static const Definition kWrong = {.tag = "wrong", .rules = kWrongRules};
  EXPECT_EQ(Grammar::Of(kWrong).Problems().size(), 3u);
}

TEST(Lexer, ManyThreadsAgree) {
  const std::string text = "def f(x):\n  return \"é\" + str(x) # c\n";
  const std::string expected = Html(lexers::python, text);
  std::vector<int> wrong(8);
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 100; ++n) wrong[i] += Html(lexers::python, text) != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(8));
}

}  // namespace

}  // namespace tincture::rouge
