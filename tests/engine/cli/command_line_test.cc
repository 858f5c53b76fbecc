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

Value Override(const CommandLine& line, std::string_view key) { return line.options.overrides->Get(key); }

TEST(CommandLineTest, BuildOptionsBecomeJekyllsKeys) {
  const CommandLine line = Parsed({"build", "-s", "src", "-d", "out", "--config", "a.yml,b.yml", "--drafts", "--future",
                                   "--unpublished", "--limit_posts", "3", "--baseurl", "/x", "--strict_front_matter"});
  EXPECT_EQ(line.action, CommandLine::Action::kBuild);
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
  EXPECT_EQ(line.action, CommandLine::Action::kBuild);
  EXPECT_EQ(line.options.overrides->size(), 1u);  // serving
}

TEST(CommandLineTest, GlobalOptionsMayComeFirst) {
  const CommandLine line = Parsed({"-s", "src", "--safe", "build"});
  EXPECT_EQ(Override(line, "source").AsString(), "src");
  EXPECT_TRUE(Override(line, "safe").AsBool());
}

TEST(CommandLineTest, ProfileNamesAJekyllOrAsksForARenderingProfile) {
  EXPECT_EQ(Parsed({"build", "--profile", "debian"}).options.profile, compat::ProfileId::kDebian);
  const CommandLine flag = Parsed({"build", "--profile"});
  EXPECT_EQ(flag.options.profile, std::nullopt);
  EXPECT_EQ(flag.ignored.size(), 1u);
  EXPECT_FALSE(ParseCommandLine({"build", "--profile", "jekyll-9"}));
}

TEST(CommandLineTest, WhatIsNotThereYetIsNamed) {
  EXPECT_EQ(Parsed({"build", "-w", "-I", "--lsi"}).ignored, (Texts{"--watch", "--lsi", "--incremental"}));
  const CommandLine serve = Parsed({"serve", "--livereload"});
  EXPECT_EQ(serve.action, CommandLine::Action::kNotThereYet);
  EXPECT_EQ(serve.text, "serve");
}

TEST(CommandLineTest, NonsenseIsAnError) {
  EXPECT_FALSE(ParseCommandLine({"build", "--bogus"}));
  EXPECT_FALSE(ParseCommandLine({"bogus"}));
  EXPECT_FALSE(ParseCommandLine({"build", "--limit_posts", "many"}));
}

TEST(CommandLineTest, NoArgumentsAndHelpPrintHelp) {
  EXPECT_EQ(Parsed({}).action, CommandLine::Action::kPrintHelp);
  EXPECT_NE(Parsed({"build", "--help"}).text.find("--strict_front_matter"), std::string::npos);
  EXPECT_EQ(Parsed({"--version"}).action, CommandLine::Action::kPrintVersion);
}

}  // namespace
}  // namespace tincture::engine
