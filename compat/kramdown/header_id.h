// kramdown's own ids of headers and terms (GFM's are in gfm/header_id.h).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace tincture::kramdown {

// Letters, digits, hyphens; from the first letter on. May be empty.
std::string BasicHeaderId(std::string_view text);

// "section" for an empty id; the second of equal ids gets "-1".
class HeaderIds {
 public:
  std::string Generate(std::string_view text);

 private:
  std::unordered_map<std::string, int> used_;
};

}  // namespace tincture::kramdown
