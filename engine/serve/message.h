// Request and Response: what the server hears and says, as plain values without a network.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/open_file.h"

namespace tincture::engine {

struct Header {
  std::string name;
  std::string value;
};

// Without regard to case, as header names are.
inline bool IsSameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

struct Request {
  std::string method;
  std::string target;      // as it came: nothing of it is to be believed
  int version = 11;        // 10: HTTP/1.0
  bool is_secure = false;  // over TLS
  std::vector<Header> headers = {};

  // The first of its name; empty where there is none.
  std::string_view Get(std::string_view name) const {
    for (const Header& header : headers) {
      if (IsSameName(header.name, name)) return header.value;
    }
    return {};
  }
};

// Text, or `size` bytes of the response's file from `offset`.
struct BodyPart {
  std::string text = {};
  uint64_t offset = 0;
  uint64_t size = 0;
};

// Content-Length, Date, Server and Connection are the server's to add.
struct Response {
  int status = 200;
  std::vector<Header> headers;  // in the order in which they are sent
  std::vector<BodyPart> body;
  std::shared_ptr<const OpenFile> file;
  bool chunked = false;    // where the client understands it; otherwise the end of the connection ends the body
  bool keep_alive = true;  // false: the connection ends here

  void Set(std::string name, std::string value) {
    for (Header& header : headers) {
      if (!IsSameName(header.name, name)) continue;
      header.value = std::move(value);
      return;
    }
    headers.push_back({std::move(name), std::move(value)});
  }
};

// "Not Found".
std::string_view ReasonPhrase(int status);

}  // namespace tincture::engine
