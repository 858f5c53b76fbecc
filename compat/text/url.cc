#include "compat/text/url.h"

#include <algorithm>

#include "compat/text/string_edit.h"
#include "compat/text/url_escape.h"

namespace tincture::text {

namespace {

bool IsPlainPath(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '/' ||
           c == '-';
  });
}

}  // namespace

std::string UrlFromHash(std::string_view permalink, std::span<const Placeholder> placeholders) {
  std::string url(permalink);
  for (const Placeholder& placeholder : placeholders) {
    if (url.find(':') == std::string::npos) break;
    url = ReplaceAll(url, ":" + std::string(placeholder.name), EscapePath(placeholder.value));
  }
  return url;
}

std::string SanitizeUrl(std::string_view url) {
  const std::string slashed = ReplaceAll("/" + std::string(url), "..", "/");
  return Squeeze(ReplaceAll(slashed, "./", ""), '/');
}

std::string EscapePath(std::string_view path) {
  if (path.empty() || IsPlainPath(path)) return std::string(path);
  return ReplaceFirst(AddressableEncode(path), "#", "%23");
}

std::string UnescapePath(std::string_view path) {
  if (path.find('%') == std::string_view::npos) return std::string(path);
  return AddressableUnencode(path);
}

}  // namespace tincture::text
