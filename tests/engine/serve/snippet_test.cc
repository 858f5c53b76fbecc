#include "engine/serve/snippet.h"

#include <gtest/gtest.h>

#include <string>

namespace tincture::engine {
namespace {

std::string With(const std::string& page, bool expect_head = true) {
  bool has_head = false;
  std::string out = WithSnippet(page, "[S]", has_head);
  EXPECT_EQ(has_head, expect_head) << page;
  return out;
}

// The places are Jekyll's: tests/golden/serve/livereload.
TEST(Snippet, StandsBehindHead) {
  EXPECT_EQ(With("<head><title>"), "<head>[S]<title>");
  EXPECT_EQ(With("<head lang=\"en\"><title>"), "<head lang=\"en\">[S]<title>");
  EXPECT_EQ(With("<header>a</header>\n<head>"), "<header>a</header>\n<head>");
  EXPECT_EQ(With("<head\nlang>"), "<head\nlang>");
  EXPECT_EQ(With("a<head>b<head>c\n<head>"), "a<head>[S]b<head>[S]c\n<head>");
  EXPECT_EQ(With("<head a> b > c<d>"), "<head a> b >[S] c<d>");
  EXPECT_EQ(With("<HEAD>", false), "<HEAD>");
}

TEST(Snippet, OptionsCannotEndTheScript) {
  const std::string snippet = LiveReloadSnippet({.port = 1, .min_delay = "';</script><b>", .max_delay = "5"});
  EXPECT_EQ(snippet.find("</script><b>"), std::string::npos);
  EXPECT_EQ(snippet.find("';%"), std::string::npos);
  EXPECT_NE(snippet.find("maxdelay=5"), std::string::npos);
}

}  // namespace
}  // namespace tincture::engine
