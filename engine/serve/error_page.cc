#include "engine/serve/error_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compat/text/escape.h"

namespace tincture::engine {

std::string_view ReasonPhrase(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> kPhrases = {{{200, "OK"},
                                                                                 {206, "Partial Content"},
                                                                                 {301, "Moved Permanently"},
                                                                                 {304, "Not Modified"},
                                                                                 {400, "Bad Request"},
                                                                                 {403, "Forbidden"},
                                                                                 {404, "Not Found"},
                                                                                 {405, "Method Not Allowed"},
                                                                                 {413, "Request Entity Too Large"},
                                                                                 {414, "Request-URI Too Large"},
                                                                                 {416, "Request Range Not Satisfiable"},
                                                                                 {500, "Internal Server Error"},
                                                                                 {503, "Service Unavailable"}}};
  const auto* found =
      std::find_if(kPhrases.begin(), kPhrases.end(), [&](const auto& row) { return row.first == status; });
  return found == kPhrases.end() ? "" : found->second;
}

Response ErrorResponse(int status, std::string_view detail) {
  const std::string title = std::to_string(status) + " " + std::string(ReasonPhrase(status));
  Response response;
  response.status = status;
  response.keep_alive = false;
  response.Set("Content-Type", "text/html; charset=UTF-8");
  response.body.push_back({.text = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>" + title + "</title>\n<h1>" +
                                   title + "</h1>\n<p>" + text::WebrickEscape(detail) + "</p>\n"});
  return response;
}

Response RedirectResponse(const std::string& location) {
  const std::string shown = text::WebrickEscape(location);
  Response response;
  response.status = 301;
  response.Set("Location", location);
  response.body.push_back(
      {.text = "<!DOCTYPE html>\n<title>Moved</title>\n<a href=\"" + shown + "\">" + shown + "</a>\n"});
  return response;
}

}  // namespace tincture::engine
