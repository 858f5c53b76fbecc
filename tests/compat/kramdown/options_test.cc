#include <gtest/gtest.h>

#include "compat/kramdown/options_from_config.h"
#include "liquid/value/hash.h"

namespace tincture::kramdown {
namespace {

class OptionsFromConfigTest : public testing::Test {
 protected:
  Options Make(const Value& highlighter = Value::Nil()) { return OptionsFromConfig(config_.BuildValue(), highlighter); }
  Arena arena_;
  HashBuilder config_{arena_};
};

TEST_F(OptionsFromConfigTest, WithoutAnythingKramdownsDefaultsAndJekyllsLanguage) {
  const Options options = OptionsFromConfig(Value::Nil(), Value::Nil());
  EXPECT_EQ(options.input, Input::kKramdown);
  EXPECT_EQ(options.syntax_highlighter, "rouge");
  EXPECT_EQ(options.highlight_block.default_lang, "plaintext");
  EXPECT_FALSE(options.highlight_block.guess_lang);
}

TEST_F(OptionsFromConfigTest, HighlighterOfTheSiteIsOnlyTheFallback) {
  EXPECT_EQ(Make(Value::String("none")).syntax_highlighter, "none");
  config_.Set("syntax_highlighter", Value::String("rouge"));
  EXPECT_EQ(Make(Value::String("none")).syntax_highlighter, "rouge");
}

TEST_F(OptionsFromConfigTest, BlockAndSpanHaveTheirOwnHighlighterOptions) {
  HashBuilder block(arena_);
  block.Set("line_numbers", Value::Bool(true));
  HashBuilder opts(arena_);
  opts.Set("css_class", Value::String("hl"));
  opts.Set("block", block.BuildValue());
  config_.Set("syntax_highlighter_opts", opts.BuildValue());
  config_.Set("guess_lang", Value::Bool(true));
  const Options options = Make();
  EXPECT_TRUE(options.highlight_block.line_numbers);
  EXPECT_FALSE(options.highlight_span.line_numbers);
  EXPECT_EQ(options.highlight_span.css_class, "hl");
  EXPECT_TRUE(options.highlight_span.guess_lang);
  EXPECT_FALSE(options.highlight_span.wrap);
}

TEST_F(OptionsFromConfigTest, ListsMayBeTextOrLists) {
  config_.Set("toc_levels", Value::String("2..3"));
  config_.Set("gfm_quirks", Value::Array(arena_, {}));
  const Options options = Make();
  EXPECT_EQ(options.toc_levels, (std::set<int>{2, 3}));
  EXPECT_FALSE(options.quirk_paragraph_end);
}

TEST(SetOptionTest, NilTurnsAnEngineOff) {
  Options options;
  EXPECT_EQ(SetOption(options, "math_engine", Value::Nil()), OptionResult::kSet);
  EXPECT_FALSE(options.math_engine);
}

TEST(SetOptionTest, ValuesThatKramdownRefusesChangeNothing) {
  Options options;
  SetOption(options, "toc_levels", "0..9");
  SetOption(options, "footnote_nr", "x");
  EXPECT_EQ(options.toc_levels.size(), 6u);
  EXPECT_EQ(options.footnote_nr, 1);
  EXPECT_EQ(SetOption(options, "no_such_option", "x"), OptionResult::kUnknown);
}

}  // namespace
}  // namespace tincture::kramdown
