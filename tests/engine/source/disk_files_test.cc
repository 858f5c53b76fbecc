#include "engine/source/disk_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace tincture::engine {
namespace {

namespace fs = std::filesystem;

class DiskFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "tincture-disk-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::string ReadBack(const std::string& name) const { return *source_.Read(Path(name)); }

  std::string folder_;
  DiskSource source_;
  DiskTarget target_;
};

TEST_F(DiskFilesTest, WritesMakingFoldersAndLeavesNothingElseBehind) {
  ASSERT_TRUE(target_.Write(Path("a/b/c.html"), "one"));
  ASSERT_TRUE(target_.Write(Path("a/b/c.html"), "two"));
  EXPECT_EQ(ReadBack("a/b/c.html"), "two");
  EXPECT_EQ(source_.List(Path("a/b")), std::vector<std::string>{"c.html"});
}

TEST_F(DiskFilesTest, AWriteThatCannotHappenIsAnErrorAndKeepsTheOldFile) {
  ASSERT_TRUE(target_.Write(Path("file"), "old"));
  const Status below_a_file = target_.Write(Path("file/below"), "new");
  ASSERT_FALSE(below_a_file);
  EXPECT_EQ(ReadBack("file"), "old");
}

TEST_F(DiskFilesTest, ReplacesALinkInsteadOfWritingThroughIt) {
  ASSERT_TRUE(target_.Write(Path("outside"), "untouched"));
  fs::create_symlink(Path("outside"), Path("link"));
  ASSERT_TRUE(target_.Write(Path("link"), "page"));
  EXPECT_EQ(ReadBack("outside"), "untouched");
  EXPECT_FALSE(source_.Stat(Path("link")).is_symlink);
}

TEST_F(DiskFilesTest, CopyKeepsTheModificationTime) {
  ASSERT_TRUE(target_.Write(Path("from"), "bytes"));
  const timespec times[2] = {{1000000000, 0}, {1000000000, 5}};
  ASSERT_EQ(utimensat(AT_FDCWD, Path("from").c_str(), times, 0), 0);
  ASSERT_TRUE(target_.Copy(Path("from"), Path("x/to")));
  const FileInfo info = source_.Stat(Path("x/to"));
  EXPECT_EQ(info.mtime_seconds, 1000000000);
  EXPECT_EQ(info.mtime_nanoseconds, 5);
  EXPECT_EQ(info.size, 5u);
}

TEST_F(DiskFilesTest, RemoveTakesAFolderButNotWhatItsLinksPointAt) {
  ASSERT_TRUE(target_.Write(Path("kept/file"), "x"));
  ASSERT_TRUE(target_.MakeDirectories(Path("gone/deeper")));
  fs::create_directory_symlink(Path("kept"), Path("gone/link"));
  ASSERT_TRUE(target_.Remove(Path("gone")));
  EXPECT_EQ(source_.Stat(Path("gone")).kind, FileKind::kAbsent);
  EXPECT_TRUE(source_.Stat(Path("kept/file")).is_file());
}

TEST_F(DiskFilesTest, ReadingSaysWhatIsWrongAsRubyDoes) {
  EXPECT_EQ(source_.Read(Path("nothing")).error().kind, "Errno::ENOENT");
  EXPECT_EQ(source_.Read(folder_).error().kind, "Errno::EISDIR");
}

TEST_F(DiskFilesTest, ANamedPipeDoesNotHangTheRead) {
  ASSERT_EQ(mkfifo(Path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(source_.Stat(Path("pipe")).kind, FileKind::kOther);
  EXPECT_FALSE(source_.Read(Path("pipe")));
}

TEST_F(DiskFilesTest, ADanglingLinkIsAbsentAndALink) {
  fs::create_symlink(Path("nowhere"), Path("link"));
  const FileInfo info = source_.Stat(Path("link"));
  EXPECT_EQ(info.kind, FileKind::kAbsent);
  EXPECT_TRUE(info.is_symlink);
  EXPECT_EQ(source_.RealPath(Path("link")), std::nullopt);
}

}  // namespace
}  // namespace tincture::engine
