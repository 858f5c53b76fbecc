#include "liquid/value/civil.h"
#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

void PutPosts(FakeFilterHost& host) {
  Time date;
  date.seconds = SecondsFromCivil(2020, 1, 2, 0, 0, 0);
  host.PutPost({"_posts/2020-01-02-hello.md", "2020-01-02-hello.md", "hello", "/2020/01/02/hello.html", date});
  host.PutPost({"blog/_posts/2020-01-02-hello.md", "2020-01-02-hello.md", "hello", "/blog/hello.html", date});
}

class Link : public JekyllRender {
 protected:
  Link() {
    host_.PutUrl("docs/a.md", "/docs/a.html");
    host_.PutUrl("/css/b.css", "/css/b.css");
    PutPosts(host_);
  }
};

TEST_F(Link, PrependsTheBaseUrl) {
  EXPECT_EQ(Render("{% link docs/a.md %} {% link css/b.css %}"), "/base/docs/a.html /base/css/b.css");
  EXPECT_EQ(Render("{% link {{ p }} %}", "p: docs/a.md"), "/base/docs/a.html");
  EXPECT_EQ(Render("{% link no.md %}"),
            "ArgumentError: Could not find document 'no.md' in tag 'link'.\n\nMake sure the document exists and the "
            "path is correct.\n");
}

TEST_F(Link, PostUrlFindsByPathDateAndSlug) {
  EXPECT_EQ(Render("{% post_url 2020-01-02-hello %}"), "/base/2020/01/02/hello.html");
  EXPECT_EQ(Render("{% post_url /blog/2020-01-02-hello %}"), "/base/blog/hello.html");
  EXPECT_EQ(Render("{% post_url 2020-1-2-hello %}"), "/base/2020/01/02/hello.html");
  EXPECT_EQ(host_.warnings().size(), 1u);  // the old way of comparing
  EXPECT_EQ(Render("{% post_url 2020-01-03-hello %}"),
            "Jekyll::Errors::PostURLError: Could not find post \"2020-01-03-hello\" in tag 'post_url'.\nMake sure the "
            "post exists and the name is correct.\n");
  EXPECT_EQ(Render("{% post_url 2020-42-03-hello %}"),
            "Jekyll::Errors::InvalidDateError: Invalid date '2020-42-03': '2020-42-03' does not contain valid date "
            "and/or title.");
  EXPECT_EQ(Render("{% post_url hello %}").substr(0, 79),
            "Jekyll::Errors::PostURLError: Could not parse name of post \"hello\" in tag 'post");
}

class LinkOfJekyll3 : public JekyllRender {
 protected:
  LinkOfJekyll3() : JekyllRender(compat::ProfileId::kJekyll3) { PutPosts(host_); }
};

TEST_F(LinkOfJekyll3, LeavesTheBaseUrlAway) {
  EXPECT_EQ(Render("{% post_url 2020-01-02-hello %}"), "/2020/01/02/hello.html");
}

}  // namespace
}  // namespace tincture::engine
