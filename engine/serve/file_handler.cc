#include "engine/serve/file_handler.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include "engine/serve/byte_range.h"
#include "engine/serve/directory_listing.h"
#include "engine/serve/error_page.h"
#include "engine/serve/http_date.h"
#include "engine/serve/mime_types.h"
#include "engine/serve/request_path.h"
#include "engine/serve/snippet.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Jekyll::Commands::Serve::DIRECTORY_INDEX.
constexpr std::array<std::string_view, 8> kIndexNames = {"index.htm",   "index.html", "index.rhtml", "index.xht",
                                                         "index.xhtml", "index.cgi",  "index.xml",   "index.json"};
constexpr std::string_view kNoCache = "private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate";
// An HTML page larger than this is sent as it is, without the snippet.
constexpr uint64_t kLargestPage = 64ULL << 20;

std::string ETagOf(const FileInfo& info) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "\"%llx-%llx-%x\"", static_cast<unsigned long long>(info.size),
                static_cast<unsigned long long>(info.mtime_seconds), static_cast<unsigned>(info.mtime_nanoseconds));
  return text.data();
}

// Whether a list such as `"a", W/"b"` names `etag`.
bool Names(std::string_view list, std::string_view etag) {
  return list == "*" || list.find(etag) != std::string_view::npos;
}

bool IsNotModified(const Request& request, const FileInfo& info, std::string_view etag) {
  const std::string_view none_match = request.Get("If-None-Match");
  if (!none_match.empty()) return Names(none_match, etag);
  const std::optional<int64_t> since = ParseHttpDate(std::string(request.Get("If-Modified-Since")));
  return since && *since >= info.mtime_seconds;
}

// If-Range: the range counts only where the file is still the one that the client has a part of.
bool WantsRange(const Request& request, const FileInfo& info, std::string_view etag) {
  if (request.Get("Range").empty()) return false;
  const std::string_view condition = request.Get("If-Range");
  if (condition.empty() || condition == etag) return true;
  return ParseHttpDate(std::string(condition)) == info.mtime_seconds;
}

// scheme://host of the request, for Location, which WEBrick makes absolute.
std::string OriginOf(const Request& request) {
  const auto first = [](std::string_view list) { return std::string(list.substr(0, list.find(','))); };
  const std::string scheme = first(request.Get("X-Forwarded-Proto"));
  const std::string forwarded = first(request.Get("X-Forwarded-Host"));
  const std::string host = forwarded.empty() ? std::string(request.Get("Host")) : forwarded;
  // Nothing of the kind, or no host: a path alone is a Location too.
  if (host.empty() || host.find_first_of("/\\@ <>\"'") != std::string::npos) return {};
  return (scheme == "https" || scheme == "http" ? scheme : request.is_secure ? "https" : "http") + "://" + host;
}

std::string WithoutSlash(std::string path) {
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

Response FileHandler::Handle(const Request& request) const {
  if (request.target == "*") {
    if (request.method != "OPTIONS") return Fail(404, "`*' not found.");
    Response response;
    response.keep_alive = false;
    response.Set("Allow", "GET,HEAD,POST,OPTIONS");
    return response;
  }
  const std::optional<RequestPath> target = ParseTarget(request.target);
  if (!target) return Fail(400, "bad URI `" + request.target + "'.");
  const std::string_view path = target->path;
  const std::string not_found = "`" + target->path + "' not found.";
  const std::string_view base = options_.base_path;
  if (!path.starts_with(base) || !path.substr(base.size()).starts_with('/')) return Fail(404, not_found);
  const bool is_get = request.method == "GET" || request.method == "HEAD";
  if (!is_get && request.method != "OPTIONS" && request.method != "POST") {
    return Fail(405, "unsupported method `" + request.method + "'.");
  }
  const Found found = Locate(path.substr(base.size()));
  if (found.path.empty()) return Fail(404, not_found);
  if (LeadsOut(found.path)) return Fail(403, "`" + target->path + "' is a link that leads out of the site.");
  if (is_get) return Get(request, found, path, target->query);
  if (request.method == "POST") {
    return found.is_file ? Fail(405, "unsupported method `POST'.") : Fail(404, not_found);
  }
  Response response;
  response.Set("Allow", found.is_file ? "GET,HEAD,OPTIONS" : "GET,HEAD,OPTIONS,POST");
  return response;
}

// FileHandler#set_filename: folders as far as they go, then a file; what is left of the path is none of its concern.
FileHandler::Found FileHandler::Locate(std::string_view path) const {
  std::string folder = options_.root;
  while (path.size() > 1) {
    const std::string_view name = path.substr(1, path.find('/', 1) - 1);
    path.remove_prefix(name.size() + 1);
    if (IsUndisclosed(name)) return {};
    const std::string entry = JoinPath(folder, name);
    if (!files_.Stat(entry).is_directory()) {
      const std::optional<std::string> file = SearchFile(entry);
      return file ? Found{*file, true} : Found{};
    }
    folder = entry;
  }
  if (path == "/") {
    if (const std::optional<std::string> index = SearchIndex(folder)) return {*index, true};
  }
  return {folder, false};
}

// Servlet#search_file: file, file.html, file.xhtml.
std::optional<std::string> FileHandler::SearchFile(const std::string& path) const {
  for (const std::string_view ending : {"", ".html", ".xhtml"}) {
    std::string file = path + std::string(ending);
    if (files_.Stat(file).is_file()) return file;
  }
  return std::nullopt;
}

// Servlet#search_index_file: an index, or the page beside the folder.
std::optional<std::string> FileHandler::SearchIndex(const std::string& folder) const {
  if (!options_.lists_folders) {
    for (const std::string_view name : kIndexNames) {
      if (std::optional<std::string> file = SearchFile(JoinPath(folder, name))) return file;
    }
  }
  if (folder == options_.root) return std::nullopt;
  for (const std::string_view ending : {".html", ".xhtml"}) {
    if (std::optional<std::string> file = SearchFile(folder + std::string(ending))) return file;
  }
  return std::nullopt;
}

bool FileHandler::LeadsOut(const std::string& path) const {
  const std::optional<std::string> real = files_.RealPath(path);
  const std::optional<std::string> root = files_.RealPath(options_.root);
  return !real || !root || !IsWithin(*real, *root);
}

Response FileHandler::Get(const Request& request, const Found& found, std::string_view path,
                          std::string_view query) const {
  return found.is_file ? GetFile(request, found.path) : GetFolder(request, found.path, path, query);
}

Response FileHandler::GetFolder(const Request& request, const std::string& folder, std::string_view path,
                                std::string_view query) const {
  if (!path.ends_with('/')) {
    std::string location = OriginOf(request) + EscapePath(path) + "/";
    if (!query.empty()) location += "?" + std::string(query);
    return RedirectResponse(location);
  }
  Response response;
  response.Set("Content-Type", "text/html; charset=\"UTF-8\"");
  response.body.push_back({.text = DirectoryListing(files_, folder, path, query)});
  AddHeaders(response);
  return response;
}

Response FileHandler::GetFile(const Request& request, const std::string& path) const {
  Result<OpenFile> file = OpenFile::Open(path);
  if (!file) return Fail(403, file.error().message);
  Response response;
  response.file = std::make_shared<OpenFile>(*std::move(file));
  const FileInfo& info = response.file->info();
  const std::string etag = ETagOf(info);
  response.Set("Etag", etag);
  if (IsNotModified(request, info, etag)) {
    response.status = 304;
    return response;
  }
  if (WantsRange(request, info, etag)) return Parts(request.Get("Range"), path, std::move(response));
  return Whole(request, path, std::move(response));
}

Response FileHandler::Whole(const Request& request, const std::string& path, Response response) const {
  const MimeType& type = MimeTypeOf(path);
  const FileInfo& info = response.file->info();
  BodyPart body{.size = info.size};
  bool has_head = false;
  const bool is_old_browser = request.Get("User-Agent").find("MSIE") != std::string_view::npos;
  if (!options_.snippet.empty() && type.type == "text/html" && !is_old_browser && info.size <= kLargestPage) {
    Result<std::string> page = response.file->ReadAt(0, info.size);
    if (!page) return Fail(403, page.error().message);
    body = {.text = WithSnippet(*std::move(page), options_.snippet, has_head)};
    body.size = body.text.size();
  }
  response.Set("Content-Type", std::string(type.type) + (type.has_charset ? "; charset=" + options_.encoding : ""));
  response.Set("Content-Length", std::to_string(body.size));
  response.Set("Last-Modified", HttpDate(info.mtime_seconds));
  if (has_head) response.Set("X-Rack-Livereload", "1");
  if (!body.text.empty()) body.size = 0;
  response.body.push_back(std::move(body));
  AddHeaders(response);
  return response;
}

Response FileHandler::Parts(std::string_view header, const std::string& path, Response response) const {
  const uint64_t size = response.file->info().size;
  const std::optional<std::vector<ByteRange>> ranges = ParseRanges(header, size);
  if (!ranges) {
    return Fail(400, "Unrecognized range-spec: \"" + std::string(header) + "\"", std::move(response));
  }
  if (ranges->empty()) return Fail(416, "No such part of the file.", std::move(response));
  const std::string type(MimeTypeOf(path).type);
  const auto content_range = [&](const ByteRange& range) {
    return "bytes " + std::to_string(range.first) + "-" + std::to_string(range.first + range.size - 1) + "/" +
           std::to_string(size);
  };
  response.status = 206;
  if (header.find(',') == std::string_view::npos) {
    response.Set("Content-Type", type);
    response.Set("Content-Range", content_range(ranges->front()));
    response.Set("Content-Length", std::to_string(ranges->front().size));
    response.body.push_back({.offset = ranges->front().first, .size = ranges->front().size});
    return response;
  }
  const std::string boundary = "part_of_" + std::to_string(size) + "_" + std::to_string(ranges->size());
  response.Set("Content-Type", "multipart/byteranges; boundary=" + boundary);
  response.chunked = true;
  for (const ByteRange& range : *ranges) {
    const std::string head =
        "--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: " + content_range(range) + "\r\n\r\n";
    response.body.push_back({.text = head});
    response.body.push_back({.offset = range.first, .size = range.size});
    response.body.push_back({.text = "\r\n"});
  }
  response.body.push_back({.text = "--" + boundary + "--\r\n"});
  return response;
}

void FileHandler::AddHeaders(Response& response) const {
  for (const Header& header : options_.headers) response.Set(header.name, header.value);
  const bool is_set = std::any_of(options_.headers.begin(), options_.headers.end(),
                                  [](const Header& header) { return IsSameName(header.name, "Cache-Control"); });
  if (!is_set) response.Set("Cache-Control", std::string(kNoCache));
}

// `response`: whose headers are kept. The site's own 404.html stands for every error, as under Jekyll.
Response FileHandler::Fail(int status, std::string_view detail, Response response) const {
  Response page = ErrorResponse(status, detail);
  page.headers.insert(page.headers.begin(), response.headers.begin(), response.headers.end());
  const std::string own = JoinPath(WithoutSlash(options_.root), "404.html");
  if (!files_.Stat(own).is_file() || LeadsOut(own)) return page;
  Result<std::string> bytes = files_.Read(own);
  if (bytes) page.body = {{.text = *std::move(bytes)}};
  return page;
}

}  // namespace tincture::engine
