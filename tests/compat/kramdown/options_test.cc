#include <gtest/gtest.h>

#include "compat/kramdown/option_check.h"
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

TEST(SetOptionTest, EntitiesOfAnyOtherNameAreNumeric) {
  Options options;
  SetOption(options, "entity_output", "html");
  EXPECT_EQ(options.entity_output, EntityOutput::kNumeric);
}

class RefusedTest : public testing::Test {
 protected:
  std::string Text(std::string_view name, std::string_view value) { return WhyRefused(name, Value::String(value)); }
  Value List(std::initializer_list<int64_t> numbers) {
    std::vector<Value> items;
    for (const int64_t number : numbers) items.push_back(Value::Int(number));
    return Value::Array(arena_, items);
  }
  Arena arena_;
};

// Each message is what `Kramdown::Options.parse` raised, recorded with kramdown 2.4.0.
TEST_F(RefusedTest, Numbers) {
  EXPECT_EQ(Text("footnote_nr", "x"), "Invalid integer value for option 'footnote_nr': 'x'");
  EXPECT_EQ(WhyRefused("header_offset", Value::Nil()), "Invalid integer value for option 'header_offset': ''");
  EXPECT_EQ(WhyRefused("header_offset", Value::Float(1.5)), "Invalid integer value for option 'header_offset': '1.5'");
  EXPECT_EQ(Text("header_offset", " -2 "), "");
}

TEST_F(RefusedTest, Levels) {
  EXPECT_EQ(Text("toc_levels", "1-3"), "Invalid syntax for option toc_levels");
  EXPECT_EQ(Text("toc_levels", "0..3"), "Level numbers for option toc_levels have to be integers from 1 to 6");
  EXPECT_EQ(WhyRefused("toc_levels", List({1, 7})),
            "Level numbers for option toc_levels have to be integers from 1 to 6");
  EXPECT_EQ(WhyRefused("toc_levels", Value::Int(2)), "Invalid type Integer for option toc_levels");
  EXPECT_EQ(Text("toc_levels", "1,3"), "");
}

TEST_F(RefusedTest, Lists) {
  EXPECT_EQ(Text("smart_quotes", "a,b,c,"), "Option smart_quotes needs exactly 4 values");
  EXPECT_EQ(WhyRefused("smart_quotes", Value::Nil()), "Invalid type NilClass for option smart_quotes");
  EXPECT_EQ(WhyRefused("gfm_quirks", Value::Bool(false)), "Invalid type FalseClass for option gfm_quirks");
  EXPECT_EQ(Text("forbidden_inline_options", "input"), "undefined method `map!' for \"input\":String");
}

TEST_F(RefusedTest, Hashes) {
  EXPECT_EQ(Text("typographic_symbols", "hellip"), "Invalid type String for option typographic_symbols");
  EXPECT_EQ(Text("link_defs", "{a: [1, 2, 3]}"), "Invalid structure for hash value of option Kramdown::Options");
  EXPECT_EQ(Text("link_defs", "{a: [/u]}"), "");
  EXPECT_EQ(WhyRefused("math_engine_opts", List({})), "Invalid type Array for option math_engine_opts");
}

TEST_F(RefusedTest, ParsersByTheirLetters) {
  EXPECT_EQ(Text("input", "gfm"), "kramdown has no parser to handle the specified input format: gfm");
  EXPECT_EQ(Text("input", "GFM"), "");
  EXPECT_EQ(WhyRefused("input", Value::Nil()), "");
}

TEST_F(OptionsFromConfigTest, TellsWhatKramdownWouldRaise) {
  config_.Set("header_offset", Value::Int(1));
  config_.Set("footnote_nr", Value::String("one"));
  EXPECT_EQ(WhyRefused(config_.BuildValue(), false), "Invalid integer value for option 'footnote_nr': 'one'");
}

TEST_F(OptionsFromConfigTest, Jekyll3GivesEachKeyASymbol) {
  HashBuilder links(arena_);
  const std::vector<Value> url = {Value::String("/u")};
  links.Set("home page", Value::Array(arena_, url));
  config_.Set("link_defs", links.BuildValue());
  EXPECT_EQ(WhyRefused(config_.BuildValue(), false), "");
  EXPECT_EQ(WhyRefused(config_.BuildValue(), true), "undefined method `gsub' for :\"home page\":Symbol");
  links.Set(Value::Int(5), Value::Array(arena_, url));
  config_.Set("link_defs", links.BuildValue());
  EXPECT_EQ(WhyRefused(config_.BuildValue(), false), "undefined method `gsub' for 5:Integer");
  EXPECT_EQ(WhyRefused(config_.BuildValue(), true), "undefined method `to_sym' for 5:Integer");
}

}  // namespace
}  // namespace tincture::kramdown
