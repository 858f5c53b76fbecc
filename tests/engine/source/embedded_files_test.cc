#include "engine/source/embedded_files.h"

#include <gtest/gtest.h>

#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

constexpr EmbeddedFile kFiles[] = {
    {"_includes/head.html", "<head>"}, {"_includes/x/y.html", "y"}, {"_layouts/default.html", "{{ content }}"}};

class EmbeddedFilesTest : public testing::Test {
 protected:
  EmbeddedFilesTest() { base_.Put("/site/a.md", "a"); }

  static std::string At(const std::string& path) { return std::string(kEmbeddedRoot) + "/plain" + path; }

  FakeFiles base_;
  EmbeddedSource source_{base_, {{"plain", kFiles}}};
};

TEST_F(EmbeddedFilesTest, ShowsItsFilesAndFolders) {
  EXPECT_TRUE(source_.Stat(At("/_includes/x/y.html")).is_file());
  EXPECT_TRUE(source_.Stat(At("/_includes/x")).is_directory());
  EXPECT_TRUE(source_.Stat(At("")).is_directory());
  EXPECT_EQ(source_.Stat(At("/_includes/z.html")).kind, FileKind::kAbsent);
  EXPECT_EQ(source_.List(At("")), (std::vector<std::string>{"_includes", "_layouts"}));
  EXPECT_EQ(source_.List(At("/_includes")), (std::vector<std::string>{"head.html", "x"}));
  EXPECT_EQ(*source_.Read(At("/_layouts/default.html")), "{{ content }}");
}

TEST_F(EmbeddedFilesTest, LeavesEveryOtherPathToTheBase) {
  EXPECT_EQ(*source_.Read("/site/a.md"), "a");
  EXPECT_EQ(source_.List("/site"), std::vector<std::string>{"a.md"});
  EXPECT_EQ(source_.Read(At("/../../site/a.md")).error().kind, "Errno::ENOENT");
}

TEST_F(EmbeddedFilesTest, CopyWritesTheEmbeddedBytes) {
  EmbeddedTarget target(base_, source_);
  ASSERT_TRUE(target.Copy(At("/_includes/head.html"), "/site/_site/head.html"));
  EXPECT_EQ(base_.files().at("/site/_site/head.html"), "<head>");
}

}  // namespace
}  // namespace tincture::engine
