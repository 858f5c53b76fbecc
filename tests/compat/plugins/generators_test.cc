// What the generators ask of a site and add to it. What their pages print: tests/golden/plugins.
#include <gmock/gmock.h>

#include "compat/plugins/registry.h"
#include "tests/compat/plugins/fake_site.h"

namespace tincture::compat::plugins {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class GeneratorsTest : public testing::Test {
 protected:
  Status Run(std::string_view gem) { return MakePlugin(gem)->Generate(site_); }

  FakeItem& Page(std::string url, std::string path) {
    FakeItem& page = site_.NewItem(ItemKind::kPage, std::move(url));
    page.path_ = page.relative_path_ = path;
    page.name_ = path.substr(path.rfind('/') + 1);
    page.extname_ = path.substr(path.rfind('.'));
    site_.pages_.push_back(&page);
    return page;
  }

  FakeItem& StaticFile(std::string path) {
    FakeItem& file = site_.NewItem(ItemKind::kStaticFile, path);
    file.relative_path_ = path;
    file.name_ = path.substr(path.rfind('/') + 1);
    file.extname_ = path.substr(path.rfind('.'));
    file.basename_ = file.name_.substr(0, file.name_.size() - file.extname_.size());
    site_.static_files_.push_back(&file);
    return file;
  }

  void Posts(int count) {
    for (int i = 0; i < count; ++i) site_.docs_.push_back(&site_.NewItem(ItemKind::kDocument, "/post"));
  }

  Value Hash(std::string_view key, const Value& value) {
    HashBuilder hash(site_.arena());
    hash.Set(key, value);
    return hash.BuildValue();
  }

  std::vector<std::string> NewNames() const {
    std::vector<std::string> names;
    for (const NewPage& page : site_.new_pages_) names.push_back(page.name);
    return names;
  }

  FakeSite site_;
};

TEST_F(GeneratorsTest, SitemapAddsWhatTheSiteHasNot) {
  ASSERT_TRUE(Run("jekyll-sitemap").ok());
  EXPECT_THAT(NewNames(), ElementsAre("sitemap.xml", "robots.txt"));
}

TEST_F(GeneratorsTest, SitemapLeavesTheSitesOwnFiles) {
  Page("/sitemap.xml", "map.xml");
  StaticFile("/robots.txt");
  ASSERT_TRUE(Run("jekyll-sitemap").ok());
  EXPECT_THAT(NewNames(), IsEmpty());
}

TEST_F(GeneratorsTest, SitemapListsStaticHtmlAndPdf) {
  StaticFile("/a.html");
  StaticFile("/b.pdf");
  StaticFile("/c.png");
  ASSERT_TRUE(Run("jekyll-sitemap").ok());
  EXPECT_EQ(site_.new_pages_[0].data.AsHash().Get("static_files").AsArray().size(), 2u);
}

TEST_F(GeneratorsTest, FeedIsNotMadeWhereTheSourceHasOne) {
  site_.files_["feed.xml"] = "";
  ASSERT_TRUE(Run("jekyll-feed").ok());
  EXPECT_THAT(NewNames(), IsEmpty());
}

TEST_F(GeneratorsTest, FeedSkipsDevelopmentWhereAsked) {
  site_.environment_ = "development";
  site_.SetConfig("feed", Hash("disable_in_development", Value::Bool(true)));
  ASSERT_TRUE(Run("jekyll-feed").ok());
  EXPECT_THAT(NewNames(), IsEmpty());
  EXPECT_THAT(site_.log_, ElementsAre("Jekyll Feed: Skipping feed generation in development"));
}

TEST_F(GeneratorsTest, FeedShowsThePostsPathToFeedMeta) {
  const Value posts = Hash("posts", Hash("path", Value::String("/p.xml")));
  site_.SetConfig("feed", Hash("collections", posts));
  ASSERT_TRUE(Run("jekyll-feed").ok());
  EXPECT_THAT(NewNames(), ElementsAre("/p.xml"));
  EXPECT_EQ(site_.config().AsHash().Get("feed").AsHash().Get("path").AsString(), "/p.xml");
}

TEST_F(GeneratorsTest, PaginationNeedsAnIndexHtml) {
  site_.SetConfig("paginate", Value::Int(2));
  Page("/index.html", "index.md");
  ASSERT_TRUE(Run("jekyll-paginate").ok());
  EXPECT_THAT(site_.log_, ElementsAre(testing::StartsWith("Pagination: Pagination is enabled, but I couldn't find")));
}

TEST_F(GeneratorsTest, PaginationByNothingStopsTheBuild) {
  site_.SetConfig("paginate", Value::Int(0));
  Page("/", "index.html");
  const Status without_posts = Run("jekyll-paginate");
  ASSERT_FALSE(without_posts.ok());
  EXPECT_EQ(without_posts.error().message, "NaN");
  Posts(1);
  EXPECT_EQ(Run("jekyll-paginate").error().message, "Infinity");
}

TEST_F(GeneratorsTest, PaginationTakesTheDeepestIndexOnTheWay) {
  site_.SetConfig("paginate", Value::Int(2));
  site_.SetConfig("paginate_path", Value::String("/blog/page:num"));
  Posts(3);
  FakeItem& root = Page("/", "index.html");
  FakeItem& blog = Page("/blog/", "blog/index.html");
  FakeItem& aside = Page("/aside/deep/", "aside/deep/index.html");
  ASSERT_TRUE(Run("jekyll-paginate").ok());
  EXPECT_TRUE(root.pager_.IsNil());
  EXPECT_TRUE(aside.pager_.IsNil());
  ASSERT_TRUE(blog.pager_.IsHash());
  EXPECT_EQ(blog.pager_.AsHash().Get("total_pages").AsInt(), 2);
  EXPECT_EQ(blog.pager_.AsHash().Get("next_page_path").AsString(), "/blog/page2");
  EXPECT_EQ(site_.pages_.back()->dir(), "/blog/page2");
}

TEST_F(GeneratorsTest, RedirectsToElsewhereEmptyThePage) {
  FakeItem& page = Page("/a.html", "a.md");
  page.Set("redirect_to", Value::String("https://example.com/x"));
  page.content_ = "body";
  ASSERT_TRUE(Run("jekyll-redirect-from").ok());
  EXPECT_EQ(page.content_, "");
  EXPECT_EQ(page.Get("layout").AsString(), "redirect");
  EXPECT_EQ(page.Get("permalink").AsString(), "/a.html");
  EXPECT_THAT(site_.layouts_, Contains("redirect"));
  EXPECT_THAT(NewNames(), ElementsAre("redirects.json"));
}

TEST_F(GeneratorsTest, ReadmeIsIndexOnlyWhereThereIsNone) {
  StaticFile("/README.md");
  StaticFile("/sub/README.MD");
  StaticFile("/has/README.md");
  StaticFile("/has/index.htm");
  ASSERT_TRUE(Run("jekyll-readme-index").ok());
  ASSERT_EQ(site_.pages_.size(), 1u);
  EXPECT_EQ(site_.pages_[0]->Get("permalink").AsString(), "//");
}

TEST_F(GeneratorsTest, DefaultLayoutTakesWhatTheSiteHas) {
  site_.layouts_ = {"page", "default"};
  FakeItem& home = Page("/", "index.md");
  FakeItem& set = Page("/b", "b.md");
  set.Set("layout", Value());
  FakeItem& html = Page("/c", "c.html");
  ASSERT_TRUE(Run("jekyll-default-layout").ok());
  EXPECT_EQ(home.Get("layout").AsString(), "page");
  EXPECT_TRUE(set.Get("layout").IsNil());
  EXPECT_FALSE(html.Has("layout"));
}

TEST(RegistryTest, NamesWhatAMissingGemAdds) {
  EXPECT_EQ(MakePlugin("jekyll-assets"), nullptr);
  EXPECT_TRUE(WhatGemAdds("jekyll-assets").has_value());
  EXPECT_FALSE(WhatGemAdds("jekyll-no-such-thing").has_value());
  EXPECT_NE(MakePlugin("jekyll/scholar"), nullptr);
  for (const Registration& registration : Registered()) EXPECT_FALSE(WhatGemAdds(registration.gem).has_value());
}

}  // namespace
}  // namespace tincture::compat::plugins
