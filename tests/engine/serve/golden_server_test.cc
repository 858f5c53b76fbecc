// Our server's answers beside those of Debian's `jekyll serve` (tests/golden/serve, made by make_serve.rb).
// Where they differ on purpose, Forgiven says so.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "engine/serve/file_handler.h"
#include "engine/serve/server.h"
#include "engine/serve/snippet.h"
#include "engine/source/disk_files.h"
#include "engine/source/path.h"
#include "engine/source/system.h"
#include "tests/support/http_client.h"
#include "tests/support/temporary_folder.h"

namespace tincture::engine {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = std::string(TINCTURE_SOURCE_DIR) + "/tests/golden/serve";

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string Replaced(const std::string& text, const std::string& pattern, const std::string& by) {
  return std::regex_replace(text, std::regex(pattern, std::regex::ECMAScript | std::regex::multiline), by);
}

// The answer as make_serve.rb keeps it.
std::string Unchunked(const std::string& body) {
  std::string text;
  for (size_t at = 0; at < body.size();) {
    const size_t size = std::stoul(body.substr(at), nullptr, 16);
    if (size == 0) break;
    at = body.find("\r\n", at) + 2;
    text += body.substr(at, size);
    at += size + 2;
  }
  return text;
}

std::string Stripped(const std::string& text) {
  const size_t first = text.find_first_not_of(" \r\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \r\n") - first + 1);
}

std::string Kept(const std::string& answer) {
  const size_t end = answer.find("\r\n\r\n");
  if (end == std::string::npos) return "nothing";
  std::string head = Replaced(answer.substr(0, end), "\r", "");
  std::string body = answer.substr(end + 4);
  head = Replaced(head, "^(Date|Server): .*\n?", "");
  head = Replaced(head, "^Etag: .*$", "Etag: E");
  const bool is_ours = body.starts_with("<!DOCTYPE html>\n<meta charset=\"utf-8\">") ||
                       body.starts_with("<!DOCTYPE html>\n<title>Moved");
  const bool is_error = std::regex_search(head, std::regex("^HTTP/1.1 (301|[45])"));
  const bool is_listing = head.find("charset=\"UTF-8\"") != std::string::npos;
  if (head.find("chunked") != std::string::npos) body = Unchunked(body);
  const size_t boundary = head.find("boundary=");
  if (boundary != std::string::npos) {
    const std::string name = head.substr(boundary + 9, head.find('\n', boundary) - boundary - 9);
    head = Replaced(head, "boundary=.*", "boundary=B");
    body = Replaced(body, "^--" + name, "--B");
  }
  if (is_ours || is_listing || (is_error && body.empty())) {
    head = Replaced(head, "^(Content-Type|Content-Length): .*$", "$1: ...");
    if (!body.empty()) body = "...";
  }
  return Stripped(head + "\n\n" + body);
}

// Ours and theirs alike: the snippet is our own, and with live reload Jekyll forgets the headers of all but HTML.
std::string Forgiven(std::string answer, bool has_live_reload) {
  if (!has_live_reload) return answer;
  answer = Replaced(answer, "<script>[^]*?</script>\n", "{snippet}");
  answer = Replaced(answer, "^Cache-Control: .*\n", "");
  answer = Replaced(answer, "^(Content-Type: .*?); charset=.*$", "$1");
  return answer.find("{snippet}") != std::string::npos || answer.find("X-Rack-Livereload") != std::string::npos
             ? Replaced(answer, "^Content-Length: .*$", "Content-Length: ...")
             : answer;
}

struct Case {
  std::string request;
  std::string expected;
};

std::vector<Case> CasesOf(const std::string& answers) {
  std::vector<Case> cases;
  std::istringstream lines(ReadFile(answers));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), ""});
    } else {
      cases.back().expected += line + "\n";
    }
  }
  for (Case& one : cases) one.expected = Stripped(one.expected);
  return cases;
}

class GoldenServer : public testing::TestWithParam<std::string> {
 protected:
  GoldenServer() {
    for (const std::string& from : {kRoot + "/site", kRoot + "/" + GetParam() + "/site"}) {
      if (fs::exists(from)) fs::copy(from, site_.path(), fs::copy_options::recursive);
    }
    constexpr int64_t kTime = 1704164645;  // 2024-01-02 03:04:05 UTC
    for (const auto& entry : fs::recursive_directory_iterator(site_.path())) {
      const timespec times[2] = {{kTime, 0}, {kTime, 0}};
      utimensat(AT_FDCWD, entry.path().c_str(), times, 0);
    }
    FileHandlerOptions options{.root = site_.path()};
    const std::string arguments = ReadFile(kRoot + "/" + GetParam() + "/options");
    if (arguments.starts_with("--baseurl ")) options.base_path = Stripped(arguments.substr(10));
    options.lists_folders = arguments.starts_with("--show-dir-listing");
    has_live_reload_ = arguments.starts_with("--livereload");
    if (has_live_reload_) options.snippet = LiveReloadSnippet({});
    handler_ = std::make_unique<FileHandler>(options, files_);
    Result<ListenSocket> socket = ListenSocket::Open("127.0.0.1", 0, files_);
    port_ = socket->port();
    (void)server_.ServeHttp(*std::move(socket), [this](const Request& request) { return handler_->Handle(request); });
    server_.Start(2);
  }

  std::string Ask(const std::string& line) {
    std::string text = line;
    if (const size_t at = text.find("{etag}"); at != std::string::npos) text.replace(at, 6, ETag(line));
    std::smatch count;
    if (std::regex_search(text, count, std::regex("\\{([0-9]+)\\}"))) {
      text = count.prefix().str() + std::string(std::stoul(count[1]), 'a') + count.suffix().str();
    }
    std::string request;
    for (size_t at = 0; at <= text.size();) {
      const size_t end = std::min(text.find(" | ", at), text.size());
      request += text.substr(at, end - at) + "\r\n";
      if (at == 0) request += "Host: localhost:4000\r\n";
      at = end + 3;
    }
    return HttpClient::Exchange(port_, request + "\r\n");
  }

  std::string ETag(const std::string& line) {
    std::istringstream words(line);
    std::string method;
    std::string path;
    words >> method >> path;
    const std::string answer = HttpClient::Exchange(port_, "HEAD " + path + " HTTP/1.0\r\n\r\n");
    const size_t at = answer.find("Etag: ") + 6;
    return answer.substr(at, answer.find('\r', at) - at);
  }

  TemporaryFolder site_;
  DiskSource files_;
  SystemEnv env_;
  SystemClock clock_{env_};
  std::unique_ptr<FileHandler> handler_;
  Server server_{clock_};
  uint16_t port_ = 0;
  bool has_live_reload_ = false;
};

TEST_P(GoldenServer, AnswersAsJekyllDoes) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(kRoot + "/" + GetParam())) {
    if (entry.path().extension() != ".answers") continue;
    for (const Case& one : CasesOf(entry.path().string())) {
      ++count;
      EXPECT_EQ(Forgiven(Kept(Ask(one.request)), has_live_reload_), Forgiven(one.expected, has_live_reload_))
          << one.request;
    }
  }
  EXPECT_GT(count, 5);
}

INSTANTIATE_TEST_SUITE_P(, GoldenServer, testing::Values("plain", "livereload", "baseurl", "listing", "page_404"),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace tincture::engine
