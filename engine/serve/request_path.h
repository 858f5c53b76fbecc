// RequestPath: the path that a request's target names, by the rules of WEBrick 1.8: what Ruby's URI takes for a URL,
// percent signs decoded once, `//`, `/./` and `/../` resolved, and nothing that would leave the root.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tincture::engine {

struct RequestPath {
  std::string path;   // decoded, begins with '/', has no empty, "." or ".." part and no NUL
  std::string query;  // as it came, without '?'; fit to stand in a header
};

// Nothing: not a URL, or out of the root.
std::optional<RequestPath> ParseTarget(std::string_view target);

// Percent signs for whatever may not stand in a URL's path.
std::string EscapePath(std::string_view path);

}  // namespace tincture::engine
