#include "engine/serve/live_reload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tincture::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kOurHello[] =
    R"({"command":"hello","protocols":["http://livereload.com/protocols/official-7","tincture-error"]})";

struct Browser {
  explicit Browser(LiveReload& hub)
      : number(hub.Join([this](const std::string& message) { messages.push_back(message); })) {}
  std::vector<std::string> messages;
  uint64_t number;
};

TEST(LiveReload, SaysHelloAndWhatChanged) {
  LiveReload hub;
  const Browser browser(hub);
  hub.Succeeded({"/about/", "/main.css"});
  EXPECT_THAT(
      browser.messages,
      ElementsAre(
          R"({"command":"hello","protocols":["http://livereload.com/protocols/official-7"],"serverName":"tincture"})",
          R"({"command":"reload","path":"/about/","liveCSS":true})",
          R"({"command":"reload","path":"/main.css","liveCSS":true})"));
}

TEST(LiveReload, ErrorsGoToWhoShowsThemUntilTheyAreMended) {
  LiveReload hub;
  Browser ours(hub);
  const Browser extension(hub);
  (void)hub.Receive(ours.number, kOurHello);
  hub.Failed({"a.md:1:2", "Unknown \"tag\"", "  1 | \xff{%", "Close it."});
  Browser late(hub);
  (void)hub.Receive(late.number, kOurHello);
  hub.Succeeded({});
  ASSERT_EQ(ours.messages.size(), 3U);
  EXPECT_THAT(ours.messages[1], HasSubstr(R"("place":"a.md:1:2","message":"Unknown \"tag\"","excerpt":"  1 | )"));
  EXPECT_EQ(ours.messages[1].find('\xff'), std::string::npos);
  EXPECT_EQ(ours.messages[2], R"({"command":"tincture-error","error":null})");
  EXPECT_EQ(late.messages[1], ours.messages[1]);
  EXPECT_EQ(extension.messages.size(), 1U);
}

TEST(LiveReload, NonsenseIsIgnored) {
  LiveReload hub;
  const Browser browser(hub);
  for (const char* message : {"", "{", "[]", "null", R"({"command":5})", R"({"command":"hello","protocols":{}})",
                              R"({"command":"hello","protocols":[1,null]})"}) {
    EXPECT_FALSE(hub.Receive(browser.number, message)) << message;
  }
  EXPECT_FALSE(hub.Receive(browser.number, std::string(60'000, '[')));
  EXPECT_FALSE(hub.Receive(99, kOurHello));
  EXPECT_EQ(hub.Receive(browser.number, R"({"command":"url","url":"http://x/"})"), "http://x/");
  EXPECT_EQ(browser.messages.size(), 1U);
}

TEST(LiveReload, PathsAreAskedForAsBrowsersDo) {
  EXPECT_EQ(SitePath("/s/_site/index.html", "/s/_site", ""), "/");
  EXPECT_EQ(SitePath("/s/_site/a/index.html", "/s/_site", "/blog"), "/blog/a/");
  EXPECT_EQ(SitePath("/s/_site/a/myindex.html", "/s/_site", ""), "/a/myindex.html");
}

}  // namespace
}  // namespace tincture::engine
