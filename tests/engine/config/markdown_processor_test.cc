#include "engine/config/markdown_processor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>

namespace tincture::engine {
namespace {

using testing::ElementsAre;

const compat::Profile& kJekyll3 = compat::ProfileOf(compat::ProfileId::kJekyll3);
const compat::Profile& kJekyll4 = compat::ProfileOf(compat::ProfileId::kJekyll4);
const compat::Profile& kPages = compat::ProfileOf(compat::ProfileId::kGithubPages);

class MarkdownProcessorTest : public testing::Test {
 protected:
  const Hash& Config(std::string_view markdown, std::initializer_list<std::string_view> plugins = {}) {
    HashBuilder config(arena_);
    config.Set("markdown", Value::String(markdown));
    std::vector<Value> names;
    for (const std::string_view plugin : plugins) names.push_back(Value::String(plugin));
    config.Set("plugins", Value::Array(arena_, names));
    return *config.Build();
  }

  Arena arena_;
};

TEST_F(MarkdownProcessorTest, KramdownInAnyCaseButClassesByTheirLetters) {
  EXPECT_EQ(ProcessorOf(Config("KramDown"), kJekyll4), MarkdownProcessor::kKramdown);
  EXPECT_EQ(ProcessorOf(Config("commonmark", {"jekyll-commonmark"}), kJekyll4), MarkdownProcessor::kUnknown);
  EXPECT_EQ(ProcessorOf(Config("CommonMark", {"jekyll-commonmark"}), kJekyll4), MarkdownProcessor::kCommonMark);
}

TEST_F(MarkdownProcessorTest, AClassExistsWhereItsGemIsNamed) {
  EXPECT_EQ(ProcessorOf(Config("CommonMark"), kJekyll4), MarkdownProcessor::kUnknown);
  EXPECT_EQ(ProcessorOf(Config("CommonMarkGhPages", {"jekyll-commonmark"}), kJekyll4), MarkdownProcessor::kUnknown);
  const Hash& both = Config("CommonMark", {"jekyll-commonmark-ghpages"});
  EXPECT_EQ(ProcessorOf(both, kJekyll3), MarkdownProcessor::kCommonMark);
  EXPECT_EQ(ProcessorOf(Config("CommonMarkGhPages"), kPages), MarkdownProcessor::kCommonMarkGhPages);
  EXPECT_EQ(ProcessorOf(Config("GFM", {"jekyll-commonmark"}), kJekyll4), MarkdownProcessor::kUnknown);
}

TEST_F(MarkdownProcessorTest, TheListOfProcessorsGrowsWithTheGems) {
  EXPECT_THAT(ValidProcessors(Config("x"), kJekyll4), ElementsAre("kramdown"));
  EXPECT_THAT(ValidProcessors(Config("x", {"jekyll-commonmark"}), kJekyll4), ElementsAre("kramdown", "CommonMark"));
  EXPECT_THAT(ValidProcessors(Config("x"), kJekyll3), ElementsAre("rdiscount", "kramdown", "redcarpet"));
}

TEST_F(MarkdownProcessorTest, GithubPagesReadsGfmByCmarkWithOptionsOfItsOwn) {
  const Hash& config = *RestrictMarkdownProcessor(arena_, Config("GFM"));
  EXPECT_EQ(config.Get("markdown").AsString(), "CommonMarkGhPages");
  const Hash& options = config.Get("commonmark").AsHash();
  ASSERT_EQ(options.Get("options").AsArray().size(), 2u);
  EXPECT_EQ(options.Get("options").AsArray()[0].AsString(), "unsafe");
  EXPECT_EQ(options.Get("extensions").AsArray().size(), 4u);
}

TEST_F(MarkdownProcessorTest, GithubPagesPutsKramdownForWhatItDoesNotKnow) {
  EXPECT_EQ(RestrictMarkdownProcessor(arena_, Config("redcarpet"))->Get("markdown").AsString(), "kramdown");
  EXPECT_EQ(RestrictMarkdownProcessor(arena_, Config("CommonMark"))->Get("markdown").AsString(), "kramdown");
  EXPECT_EQ(RestrictMarkdownProcessor(arena_, Config("Kramdown"))->Get("markdown").AsString(), "Kramdown");
  const Hash& untouched = Config("CommonMarkGhPages");
  EXPECT_EQ(RestrictMarkdownProcessor(arena_, untouched), &untouched);
}

}  // namespace
}  // namespace tincture::engine
