#include "engine/drops/tags/include_markup.h"
#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class Include : public JekyllRender {
 protected:
  void Put(const std::string& name, std::string text) {
    host_.PutTemplate("/SOURCE/_includes/" + name, std::move(text), environment_);
  }
};

TEST_F(Include, GivesParameters) {
  Put("a.html", "[{{ include.x }}|{{ include.y }}]");
  EXPECT_EQ(Render("{% include a.html x=\"1\\\"2\" y=v.w %}", "v: {w: 3}"), "[1\"2|3]");
  EXPECT_EQ(Render("{% include a.html x='it\\'s' %}"), "[it's|]");
}

TEST_F(Include, SharesVariablesAndOuterParameters) {
  Put("outer.html", "{% include inner.html %}");
  Put("inner.html", "{{ include.x }}{% assign z = 'leaks' %}");
  EXPECT_EQ(Render("{% include outer.html x='p' %} {{ z }}"), "p leaks");
}

TEST_F(Include, TakesLiquidInTheName) {
  Put("b-c.html", "hit");
  EXPECT_EQ(Render("{% include b-{{ v }}.html %}{% include {{ v | prepend: 'b-' }}.html %}", "v: c"), "hithit");
}

TEST_F(Include, RefusesBadNamesAndParameters) {
  EXPECT_EQ(Render("{% include ../a.html %}"),
            "ArgumentError: Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  "
            "../a.html\n\nValid syntax:\n\n  {% include file.ext param='value' param2='value' %}\n\n");
  EXPECT_EQ(Render("{% include a.html, x=1 %}").substr(0, 45), "ArgumentError: Invalid syntax for include tag");
  EXPECT_EQ(Render("{% include a.html x=1, y=2 %}"),
            "ArgumentError: Invalid syntax for include tag:\n\nx=1, y=2\n\nValid syntax:\n\n{% include file.ext "
            "param='value' param2='value' %}\n\n");
}

TEST_F(Include, SaysWhereItLooked) {
  EXPECT_EQ(Render("{% include no.html %}"),
            "IOError: Could not locate the included file 'no.html' in any of [\"/SOURCE/_includes\"]. Ensure it exists "
            "in one of those directories and, if it is a symlink, does not point outside your site source.");
}

TEST_F(Include, NamesTheFileInLiquidErrors) {
  Put("bad.html", "\n{{ 1 | divided_by: 0 }}");
  EXPECT_EQ(Render("{% include bad.html %}"),
            "Liquid::ZeroDivisionError: Liquid error (/SOURCE/_includes/bad.html line 2): divided by 0 included ");
}

TEST_F(Include, RelativeLooksBesideThePage) {
  host_.PutTemplate("/SOURCE/sub/part.md", "part", environment_);
  EXPECT_EQ(Render("{% include_relative part.md %}"), "part");
}

TEST_F(Include, CachedRendersOnceForEachSetOfParameters) {
  environment_.AddTag("include_cached", [this](liquid::TagParser& parser) {
    return MakeIncludeTag(parser, profile_, IncludeKind::kCached);
  });
  Put("n.html", "{% increment i %}");
  EXPECT_EQ(Render("{% include_cached n.html %}{% include_cached n.html %}{% include_cached n.html a='b' %}"), "001");
}

TEST(IncludeMarkup, SplitsNameAndParameters) {
  const IncludeMarkup plain = SplitIncludeMarkup("  a.html   x=1 ");
  EXPECT_EQ(plain.file, "a.html");
  EXPECT_EQ(plain.parameters, "x=1");
  EXPECT_FALSE(SplitIncludeMarkup("a.html").parameters);
  const IncludeMarkup liquid = SplitIncludeMarkup("p/{{ a.b }}-{{c}}.html x=1");
  EXPECT_TRUE(liquid.file_is_liquid);
  EXPECT_EQ(liquid.file, "p/{{ a.b }}-{{c}}.html");
  EXPECT_EQ(liquid.parameters, "x=1");
  EXPECT_FALSE(SplitIncludeMarkup("a{ b").file_is_liquid);
}

TEST(IncludeMarkup, ReadsParameters) {
  const auto parameters = ParseIncludeParameters("a = \"x y\" b='z' c=d.e-f ");
  ASSERT_TRUE(parameters);
  ASSERT_EQ(parameters->size(), 3u);
  EXPECT_EQ((*parameters)[0].text, "x y");
  EXPECT_FALSE((*parameters)[2].quoted);
  EXPECT_EQ((*parameters)[2].text, "d.e-f");
  EXPECT_FALSE(ParseIncludeParameters("a=\"x\"b=1"));
  EXPECT_FALSE(ParseIncludeParameters("a"));
}

}  // namespace
}  // namespace tincture::engine
