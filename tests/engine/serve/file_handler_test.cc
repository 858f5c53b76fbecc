// What the golden answers (golden_server_test.cc) do not hold: links, and where HTTP counts for more than WEBrick.
#include "engine/serve/file_handler.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "engine/source/disk_files.h"
#include "tests/support/temporary_folder.h"

namespace tincture::engine {
namespace {

namespace fs = std::filesystem;

class FileHandlerTest : public testing::Test {
 protected:
  FileHandlerTest() {
    folder_.Put("secret.txt", "secret");
    folder_.Put("out/secret.txt", "secret");
    folder_.Put("site/a.txt", "0123456789");
    folder_.Put("site/b/c.txt", "c");
    folder_.Put("site.html", "beside the root");
  }

  Response Get(const std::string& target, std::vector<Header> headers = {}) {
    const FileHandler handler({.root = folder_ / "site"}, files_);
    return handler.Handle({.method = "GET", .target = target, .headers = std::move(headers)});
  }
  static std::string HeaderOf(const Response& response, std::string_view name) {
    return std::string(Request{.method = "", .target = "", .headers = response.headers}.Get(name));
  }

  TemporaryFolder folder_;
  DiskSource files_;
};

TEST_F(FileHandlerTest, LinksWithinTheSiteAreFollowed) {
  fs::create_symlink("a.txt", folder_ / "site/link.txt");
  fs::create_directory_symlink("b", folder_ / "site/folder");
  EXPECT_EQ(Get("/link.txt").status, 200);
  EXPECT_EQ(Get("/folder/c.txt").status, 200);
}

TEST_F(FileHandlerTest, LinksOutOfTheSiteAreRefused) {
  fs::create_symlink("../secret.txt", folder_ / "site/link.txt");
  fs::create_symlink(folder_ / "secret.txt", folder_ / "site/absolute.txt");
  fs::create_directory_symlink("../out", folder_ / "site/folder");
  fs::create_symlink("link.txt", folder_ / "site/indirect.txt");
  fs::create_symlink(folder_ / "secret.txt", folder_ / "site/b/index.html");
  fs::create_symlink(folder_ / "secret.txt", folder_ / "site/page.html");
  for (const char* target :
       {"/link.txt", "/absolute.txt", "/folder/secret.txt", "/folder/", "/folder", "/indirect.txt", "/b/", "/page"}) {
    const Response response = Get(target);
    EXPECT_EQ(response.status, 403) << target;
    EXPECT_FALSE(response.file) << target;
  }
}

TEST_F(FileHandlerTest, AnErrorPageThatLeadsOutIsNotShown) {
  fs::create_symlink(folder_ / "secret.txt", folder_ / "site/404.html");
  EXPECT_EQ(Get("/missing").body.at(0).text.find("secret"), std::string::npos);
}

TEST_F(FileHandlerTest, APageBesideTheRootIsNoIndexOfIt) {
  EXPECT_NE(Get("/").body.at(0).text.find("Index of /"), std::string::npos);
}

TEST_F(FileHandlerTest, SpecialFilesDoNotHang) {
  ASSERT_EQ(mkfifo((folder_ / "site/pipe").c_str(), 0600), 0);
  EXPECT_EQ(Get("/pipe").status, 404);
}

TEST_F(FileHandlerTest, IfRangeAsksForARange) {
  const std::string etag = HeaderOf(Get("/a.txt"), "Etag");
  EXPECT_EQ(Get("/a.txt", {{"Range", "bytes=0-1"}, {"If-Range", etag}}).status, 206);
  EXPECT_EQ(Get("/a.txt", {{"Range", "bytes=0-1"}, {"If-Range", "\"old\""}}).status, 200);
}

TEST_F(FileHandlerTest, IfNoneMatchOutweighsTheTime) {
  const Response response =
      Get("/a.txt", {{"If-None-Match", "\"old\""}, {"If-Modified-Since", "Tue, 02 Jan 2035 03:04:05 GMT"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Get("/a.txt", {{"If-None-Match", "*"}}).status, 304);
}

TEST_F(FileHandlerTest, AHostThatIsNoneIsNotRepeated) {
  EXPECT_EQ(HeaderOf(Get("/b", {{"Host", "evil/\"><script>"}}), "Location"), "/b/");
  EXPECT_EQ(HeaderOf(Get("/b", {{"Host", "x:1"}, {"X-Forwarded-Host", "y.example"}, {"X-Forwarded-Proto", "https"}}),
                     "Location"),
            "https://y.example/b/");
}

TEST_F(FileHandlerTest, HeadersOfTheConfigurationAreSent) {
  const FileHandler handler({.root = folder_ / "site", .headers = {{"X-A", "b"}, {"cache-control", "no-cache"}}},
                            files_);
  const Response response = handler.Handle({.method = "GET", .target = "/a.txt"});
  EXPECT_EQ(HeaderOf(response, "X-A"), "b");
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-cache");
}

TEST_F(FileHandlerTest, NamesInListingsAreEscaped) {
  folder_.Put("site/d/<img src=x>.txt", "");
  EXPECT_EQ(Get("/d/").body.at(0).text.find("<img"), std::string::npos);
}

}  // namespace
}  // namespace tincture::engine
