#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compat/rouge/formatters.h"
#include "compat/rouge/grammar.h"
#include "compat/rouge/rouge.h"

namespace tincture::rouge {

namespace {

using testing::IsEmpty;

std::string TagFound(std::string_view name, std::string_view code = "") {
  const auto found = FindFancy(name, code);
  return found ? std::string(TagOf(*found->lexer)) : "";
}

TEST(Registry, EveryLexersTableIsSound) {
  for (const std::string_view tag : Tags()) {
    EXPECT_THAT(Grammar::Of(*Find(tag)).Problems(), IsEmpty()) << tag;
  }
}

// No text, however odd, may lose or add a byte, or hang.
TEST(Registry, EveryLexerKeepsTheText) {
  std::string text = "#!/x\n<?php \"$a #{b} ${c} `d` 'e\n/* f // g --> \\ {{ h }} %i(j) [k] é€\xF0\x9F\x98\x80 \t\r\n";
  for (char c = 1; c < 127; ++c) text += c;
  text += text;
  for (const std::string_view tag : Tags()) {
    const Lexed lexed = Lex(*Find(tag), {}, text);
    // Sed's w flag yields its match three times and Coq, in Rouge, writes its own words for what it matched.
    if (tag == "sed" || tag == "coq") continue;
    EXPECT_EQ(lexed.tokens.text, text) << tag;
    EXPECT_EQ(lexed.warning, "") << tag;
  }
}

TEST(Registry, EmptyTextGivesNothing) {
  for (const std::string_view tag : Tags()) EXPECT_EQ(FormatHtml(Lex(*Find(tag), {}, "").tokens), "") << tag;
}

TEST(Registry, NamesAreExact) {
  EXPECT_EQ(TagFound("rb"), "ruby");
  EXPECT_EQ(TagFound("c++"), "cpp");
  EXPECT_EQ(TagFound("jsonc"), "json-doc");
  EXPECT_EQ(TagFound("Ruby"), "");
  EXPECT_EQ(TagFound(""), "");
  EXPECT_EQ(TagFound("nosuch"), "");
}

TEST(Registry, NamesCarryOptions) {
  const auto found = FindFancy("ruby?foo=1&bar;x=a%20b+c&foo=2", "");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->options, (Options{{"bar", {}}, {"foo", {"1", "2"}}, {"x", {"a b c"}}}));
  EXPECT_TRUE(BoolOption(found->options, "bar"));
  EXPECT_EQ(StringOption(found->options, "foo"), "2");
  EXPECT_FALSE(BoolOption(FindFancy("php?start_inline=off", "")->options, "start_inline", true));
}

TEST(Registry, OptionsReachTheLexer) {
  const auto html = [](std::string_view name, std::string_view code) {
    const auto found = FindFancy(name, code);
    return FormatHtml(Lex(*found->lexer, found->options, code).tokens);
  };
  EXPECT_EQ(html("console?prompt=>>>&lang=python", ">>> None\n$ x\n"),
            "<span class=\"gp\">&gt;&gt;&gt;</span><span class=\"w\"> </span><span class=\"bp\">None</span>\n"
            "<span class=\"go\">$ x\n</span>");
  EXPECT_EQ(html("erb?parent=plaintext", "<b><%= x %>"),
            "&lt;b&gt;<span class=\"cp\">&lt;%=</span> <span class=\"n\">x</span> <span class=\"cp\">%&gt;</span>");
  EXPECT_EQ(html("php?start_inline=1", "new X"), "<span class=\"k\">new</span> <span class=\"nc\">X</span>");
}

TEST(Registry, GuessAsksTheText) {
  EXPECT_EQ(TagFound("guess", "#!/usr/bin/env ruby\nputs 1"), "ruby");
  EXPECT_EQ(TagFound("guess", "#!/bin/sh -e\n"), "shell");
  EXPECT_EQ(TagFound("guess", "just words"), "plaintext");
}

TEST(Registry, GuessReadsModelinesFirst) {
  EXPECT_EQ(TagFound("guess", "# -*- coding: utf-8; mode: python -*-\n"), "python");
  EXPECT_EQ(TagFound("guess", "#!/bin/sh\n# -*- ruby -*-\n"), "ruby");
  EXPECT_EQ(TagFound("guess", "x\n\n// vim: set ts=2 ft=c :\n"), "c");
  EXPECT_EQ(TagFound("guess", "x\r\n# vim: syntax=sh\r\n"), "shell");
  EXPECT_EQ(TagFound("guess", "# vim: ft=nosuch\n"), "plaintext");
  EXPECT_EQ(TagFound("guess", "1\n2\n3\n4\n5\n# vim: ft=c\n7\n8\n9\n10\n11\n"), "plaintext");
}

TEST(Registry, GuessMayBeGivenAMimeType) {
  EXPECT_EQ(TagFound("guess?mimetype=text/x-python", "#!/bin/sh\n"), "python");
  EXPECT_EQ(TagFound("guess?mimetype=text/nosuch", "#!/bin/sh\n"), "shell");
}

// Found by rouge_fuzz: PCRE2 reads outside the text where it is no UTF-8.
TEST(Registry, GuessOfWhatIsNoUtf8IsPlainText) {
  EXPECT_EQ(TagFound("guess", "<!DOCTYPE#!/usr\xFF\xFF\xF4\xFFhtml]#fff"), "plaintext");
}

TEST(Registry, PlainTextMayBeGivenAToken) {
  const auto found = FindFancy("text?token=Generic.Output", "");
  EXPECT_EQ(FormatHtml(Lex(*found->lexer, found->options, "a").tokens), "<span class=\"go\">a</span>");
  const auto unknown = FindFancy("text?token=Nothing", "");
  EXPECT_EQ(FormatHtml(Lex(*unknown->lexer, unknown->options, "a").tokens), "a");
}

// The language around a template gets the options but `parent`, which would nest without end.
TEST(Registry, ATemplateInATemplateIsInHtml) {
  const auto found = FindFancy("erb?parent=erb", "");
  EXPECT_EQ(FormatHtml(Lex(*found->lexer, found->options, "<b>").tokens), "<span class=\"nt\">&lt;b&gt;</span>");
}

}  // namespace

}  // namespace tincture::rouge
