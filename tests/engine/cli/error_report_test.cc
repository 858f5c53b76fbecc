#include "engine/cli/error_report.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

TEST(ErrorReportTest, ShowsPlaceExcerptWayAndHint) {
  FakeFiles files;
  files.Put("/site/_includes/a.html", "one\n\t{% foo %}\nthree\n");
  const Error error{.message = "Liquid syntax error (line 2): Unknown tag 'foo'",
                    .hint = "Did you mean 'for'?",
                    .where = {"/site/_includes/a.html", 2, 2},
                    .included_from = {{"/site/index.md", 7, 1}}};
  EXPECT_EQ(DescribeError(error, "/site", files),
            "_includes/a.html:2:2: Liquid syntax error (line 2): Unknown tag 'foo'\n"
            "  2 | \t{% foo %}\n"
            "    | \t^\n"
            "  included from index.md:7:1\n"
            "  Did you mean 'for'?");
}

TEST(ErrorReportTest, TheCaretCountsCharactersNotBytes) {
  FakeFiles files;
  files.Put("/site/a.md", "\xC3\xA9\xC3\xA9 {{\n");
  const Error error{.message = "m", .where = {"a.md", 1, 6}};
  EXPECT_EQ(DescribeError(error, "/site", files), "a.md:1:6: m\n  1 | \xC3\xA9\xC3\xA9 {{\n    |    ^");
}

TEST(ErrorReportTest, WithoutAPlaceItIsTheMessage) {
  const FakeFiles files;
  EXPECT_EQ(DescribeError({.message = "m"}, "/site", files), "m");
}

}  // namespace
}  // namespace tincture::engine
