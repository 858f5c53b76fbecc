#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class TextFilters : public JekyllRender {};

TEST_F(TextFilters, Escape) {
  EXPECT_EQ(Render("{{ 'a & \"b\"' | xml_escape }}"), "a &amp; &quot;b&quot;");
  EXPECT_EQ(Render("{{ 'a b/c' | cgi_escape }}"), "a+b%2Fc");
  EXPECT_EQ(Render("{{ 'a b/c' | uri_escape }}"), "a%20b/c");
  EXPECT_EQ(Render("{{ 5 | cgi_escape }}"), "TypeError: no implicit conversion of Integer into String");
  EXPECT_EQ(Render("{{ 5 | uri_escape }}"), "TypeError: Can't convert Integer into String.");
}

TEST_F(TextFilters, Slugify) {
  EXPECT_EQ(Render("{{ 'The _config.yml' | slugify }}"), "the-config-yml");
  EXPECT_EQ(Render("{{ 'The _config.yml' | slugify: 'pretty' }}"), "the-_config.yml");
  EXPECT_EQ(Render("{{ nil | slugify }}"), "");
  EXPECT_EQ(Render("{{ 5 | slugify }}"), "NoMethodError: undefined method `gsub' for 5:Integer");
  EXPECT_EQ(Render("{{ '?!' | slugify }}"), "");
  ASSERT_EQ(host_.warnings().size(), 1u);
  EXPECT_EQ(host_.warnings()[0], "Warning: Empty `slug` generated for '?!'.");
}

TEST_F(TextFilters, NumberOfWords) {
  EXPECT_EQ(Render("{{ ' a b  c ' | number_of_words }}"), "3");
  EXPECT_EQ(Render("{{ '你好 hello' | number_of_words: 'cjk' }}"), "3");
  EXPECT_EQ(Render("{{ 'one two' | number_of_words: 'auto' }}"), "2");
}

TEST_F(TextFilters, NormalizeWhitespace) {
  EXPECT_EQ(Render("{{ x | normalize_whitespace }}", R"(x: " a \t\n b ")"), "a b");
}

TEST_F(TextFilters, ToInteger) {
  EXPECT_EQ(Render("{{ '12abc' | to_integer }} {{ 3.9 | to_integer }} {{ true | to_integer }} {{ nil | to_integer }}"),
            "12 3 1 0");
}

TEST_F(TextFilters, InspectAndJsonify) {
  EXPECT_EQ(Render("{{ x | inspect }}", "x: {a: [1, null]}"), "{&quot;a&quot;=&gt;[1, nil]}");
  EXPECT_EQ(Render("{{ x | jsonify }}", "x: {a: [1, null, 1.5, yes], b: \"q\\\"\"}"),
            R"({"a":[1,null,1.5,true],"b":"q\""})");
}

TEST_F(TextFilters, Converters) {
  EXPECT_EQ(Render("{{ '*x*' | markdownify }}{{ 'a' | smartify }}{{ 'b' | scssify }}{{ 'c' | sassify }}"),
            "markdown(*x*)smartypants(a)scss(b)sass(c)");
}

class TextFiltersOfJekyll3 : public JekyllRender {
 protected:
  TextFiltersOfJekyll3() : JekyllRender(compat::ProfileId::kJekyll3) {}
};

TEST_F(TextFiltersOfJekyll3, NumberOfWordsHasNoModes) {
  EXPECT_EQ(Render("{{ 'a b' | number_of_words }}"), "2");
  EXPECT_EQ(Render("{{ 'a b' | number_of_words: 'cjk' }}"),
            "Liquid::ArgumentError: Liquid error (line 1): wrong number of arguments (given 2, expected 1)");
}

}  // namespace
}  // namespace tincture::engine
