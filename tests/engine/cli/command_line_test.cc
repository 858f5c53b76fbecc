#include "engine/cli/command_line.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

using Texts = std::vector<std::string>;

CommandLine Parsed(const Texts& arguments) {
  Result<CommandLine> line = ParseCommandLine(arguments);
  EXPECT_TRUE(line) << line.error().message;
  return std::move(*line);
}

std::string ErrorOf(const Texts& arguments) {
  const Result<CommandLine> line = ParseCommandLine(arguments);
  return line ? "" : line.error().kind + ": " + line.error().message;
}

Value Override(const CommandLine& line, std::string_view key) { return line.options.overrides->Get(key); }

TEST(CommandLineTest, BuildOptionsBecomeJekyllsKeys) {
  const CommandLine line = Parsed({"build", "-s", "src", "-d", "out", "--config", "a.yml,b.yml", "--drafts", "--future",
                                   "--unpublished", "--limit_posts", "3", "--baseurl", "/x", "--strict_front_matter"});
  EXPECT_EQ(line.command->id, CommandId::kBuild);
  EXPECT_EQ(line.options.config_files, (Texts{"a.yml", "b.yml"}));
  EXPECT_EQ(Override(line, "source").AsString(), "src");
  EXPECT_EQ(Override(line, "destination").AsString(), "out");
  EXPECT_TRUE(Override(line, "show_drafts").AsBool());
  EXPECT_TRUE(Override(line, "future").AsBool());
  EXPECT_TRUE(Override(line, "unpublished").AsBool());
  EXPECT_EQ(Override(line, "limit_posts").AsInt(), 3);
  EXPECT_EQ(Override(line, "baseurl").AsString(), "/x");
  EXPECT_TRUE(Override(line, "strict_front_matter").AsBool());
  EXPECT_FALSE(Override(line, "serving").AsBool());
}

TEST(CommandLineTest, WhatIsNotGivenIsNotOverridden) {
  const CommandLine line = Parsed({"b"});
  EXPECT_EQ(line.command->id, CommandId::kBuild);
  EXPECT_EQ(line.options.overrides->size(), 1u);  // serving
}

TEST(CommandLineTest, OptionsAreReadAsOptionParserDoes) {
  EXPECT_TRUE(Override(Parsed({"build", "--draft"}), "show_drafts").AsBool());  // cut short
  EXPECT_EQ(Override(Parsed({"build", "-ss", "-d_x"}), "destination").AsString(), "_x");
  EXPECT_EQ(Override(Parsed({"build", "--limit_posts=-2"}), "limit_posts").AsInt(), -2);
  const CommandLine both = Parsed({"build", "-qV"});
  EXPECT_TRUE(both.Has("quiet") && both.Has("verbose"));
  EXPECT_FALSE(Override(Parsed({"build", "--watch", "--no-watch"}), "watch").AsBool());
  // The argument in brackets may be left out.
  EXPECT_TRUE(Override(Parsed({"build", "-s", "-q"}), "source").IsNil());
  EXPECT_EQ(Parsed({"build", "one", "--", "-x"}).parsed.words, (Texts{"one", "-x"}));
}

TEST(CommandLineTest, NonsenseIsAnErrorInItsWords) {
  EXPECT_EQ(ErrorOf({"build", "--bogus"}), "OptionParser::InvalidOption: invalid option: --bogus");
  EXPECT_EQ(ErrorOf({"build", "-Z"}), "OptionParser::InvalidOption: invalid option: -Z");
  EXPECT_EQ(ErrorOf({"build", "--no-future"}), "OptionParser::InvalidOption: invalid option: --no-future");
  EXPECT_EQ(ErrorOf({"build", "--d"}), "OptionParser::AmbiguousOption: ambiguous option: --d");
  EXPECT_EQ(ErrorOf({"build", "--config"}), "OptionParser::MissingArgument: missing argument: --config");
  EXPECT_EQ(ErrorOf({"build", "--limit_posts", "many"}),
            "OptionParser::InvalidArgument: invalid argument: --limit_posts many");
  EXPECT_EQ(ErrorOf({"build", "--lsi=1"}), "OptionParser::NeedlessArgument: needless argument: --lsi=1");
  EXPECT_NE(ErrorOf({"bogus"}), "");
}

TEST(CommandLineTest, ProfileNamesAJekyllOrAsksForARenderingProfile) {
  EXPECT_EQ(Parsed({"build", "--profile", "debian"}).options.profile, compat::ProfileId::kDebian);
  EXPECT_EQ(Parsed({"build", "--profile"}).options.profile, std::nullopt);
  EXPECT_FALSE(ParseCommandLine({"build", "--profile", "jekyll-9"}));
}

TEST(CommandLineTest, AnOptionThatTheProfilesJekyllLacksIsRefused) {
  const CommandLine line = Parsed({"build", "--disable-disk-cache"});
  EXPECT_TRUE(CheckOptions(line, compat::ProfileOf(compat::ProfileId::kJekyll4)));
  const Status refused = CheckOptions(line, compat::ProfileOf(compat::ProfileId::kJekyll3));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "invalid option: --disable-disk-cache");
}

TEST(CommandLineTest, HelpListsWhatTheProfileHas) {
  const Command* build = FindCommand("b");
  ASSERT_NE(build, nullptr);
  const std::string text = HelpText("jekyll", build, compat::ProfileOf(compat::ProfileId::kJekyll4));
  EXPECT_TRUE(text.starts_with("jekyll build -- ")) << text;
  EXPECT_NE(text.find("\n        -D, --drafts       "), std::string::npos) << text;
  EXPECT_NE(text.find("--disable-disk-cache"), std::string::npos);
  const std::string older = HelpText("jekyll", build, compat::ProfileOf(compat::ProfileId::kJekyll3));
  EXPECT_EQ(older.find("--disable-disk-cache"), std::string::npos);
}

}  // namespace
}  // namespace tincture::engine
