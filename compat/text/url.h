// URLs out of templates that name what stands for each placeholder (lib/jekyll/url.rb).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tincture::text {

struct Placeholder {
  std::string_view name;  // without its colon
  std::string value;
};

// Only the given names are replaced, in this order, the rest stays as written.
std::string UrlFromHash(std::string_view permalink, std::span<const Placeholder> placeholders);

// "/" before, ".." and "./" gone, no double slashes.
std::string SanitizeUrl(std::string_view url);
// URL.escape_path and URL.unescape_path.
std::string EscapePath(std::string_view path);
std::string UnescapePath(std::string_view path);

}  // namespace tincture::text
