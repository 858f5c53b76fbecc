#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class UrlFilters : public JekyllRender {};

TEST_F(UrlFilters, Relative) {
  EXPECT_EQ(Render("{{ 'a b' | relative_url }}"), "/base/a%20b");
  EXPECT_EQ(Render("{{ '' | relative_url }}"), "/base");
  EXPECT_EQ(Render("{{ nil | relative_url }}"), "");
  EXPECT_EQ(Render("{{ 'https://x.org/a b' | relative_url }}"), "https://x.org/a b");
  host_.set_config(Yaml("{baseurl: ~}"));
  EXPECT_EQ(Render("{{ 'a' | relative_url }}"), "/a");
}

TEST_F(UrlFilters, Absolute) {
  EXPECT_EQ(Render("{{ '/ä' | absolute_url }}"), "http://example.com/base/%C3%A4");
  EXPECT_EQ(Render("{{ 'mailto:a@b' | absolute_url }}"), "mailto:a@b");
  host_.set_config(Yaml("{baseurl: base}"));
  EXPECT_EQ(Render("{{ 'x' | absolute_url }}"), "/base/x");
}

TEST_F(UrlFilters, StripIndex) {
  EXPECT_EQ(Render("{{ '/a/index.html' | strip_index }} {{ '/a/index.htm' | strip_index }}"), "/a/ /a/");
  EXPECT_EQ(Render("{{ '/a/index.htmlx' | strip_index }}"), "/a/index.htmlx");
}

}  // namespace
}  // namespace tincture::engine
