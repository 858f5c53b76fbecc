// FileHandler: answers a request with a file of the site, as Jekyll's servlet over WEBrick 1.8 does: which file a URL
// means, ranges, conditions, redirects, listings, errors (tests/golden/serve). It knows of no network.
// Nothing outside of the root is ever answered, be it by a path or by a link. Where WEBrick breaks HTTP so that
// browsers suffer, HTTP is kept: ETags are quoted, If-Range asks for a range, If-None-Match outweighs
// If-Modified-Since. Threads: any, const throughout.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/serve/message.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct FileHandlerOptions {
  std::string root;                  // the destination, absolute
  std::string base_path = {};        // `baseurl` without '/' at its end
  std::string encoding = "utf-8";    // of text
  bool lists_folders = false;        // --show-dir-listing: also where there is an index
  std::vector<Header> headers = {};  // `webrick: headers:`
  std::string snippet = {};          // for the head of HTML pages; empty: pages stay as they are
};

class FileHandler {
 public:
  // Borrows `files`.
  FileHandler(FileHandlerOptions options, const FileSource& files) : options_(std::move(options)), files_(files) {}

  Response Handle(const Request& request) const;

 private:
  // A file, a folder, or (empty path) nothing.
  struct Found {
    std::string path;
    bool is_file = false;
  };

  Found Locate(std::string_view path) const;
  std::optional<std::string> SearchFile(const std::string& path) const;
  std::optional<std::string> SearchIndex(const std::string& folder) const;
  bool LeadsOut(const std::string& path) const;
  Response Get(const Request& request, const Found& found, std::string_view path, std::string_view query) const;
  Response GetFile(const Request& request, const std::string& path) const;
  Response GetFolder(const Request& request, const std::string& path, std::string_view url_path,
                     std::string_view query) const;
  Response Whole(const Request& request, const std::string& path, Response response) const;
  Response Parts(std::string_view ranges, const std::string& path, Response response) const;
  void AddHeaders(Response& response) const;
  Response Fail(int status, std::string_view detail, Response response = {}) const;

  FileHandlerOptions options_;
  const FileSource& files_;
};

}  // namespace tincture::engine
