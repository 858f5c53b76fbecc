// URLs out of permalink templates (lib/jekyll/url.rb).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "liquid/support/status.h"

namespace tincture::engine {

// What stands for `:name`; nothing where there is no such placeholder.
using PlaceholderValue = std::function<std::optional<std::string>(std::string_view name)>;

struct Placeholder {
  std::string_view name;
  std::string value;
};

// Documents: every `:name` must be known. Error: "NoMethodError" with Jekyll's advice.
Result<std::string> UrlFromDrop(std::string_view permalink, const PlaceholderValue& value_of);
// Pages and static files: only the given names are replaced, in this order, the rest stays as written.
std::string UrlFromHash(std::string_view permalink, std::span<const Placeholder> placeholders);

// "/" before, ".." and "./" gone, no double slashes.
std::string SanitizeUrl(std::string_view url);
// URL.escape_path and URL.unescape_path.
std::string EscapePath(std::string_view path);
std::string UnescapePath(std::string_view path);

// Utils.add_permalink_suffix: the ending that the site's permalink style asks for.
std::string AddPermalinkSuffix(std::string_view permalink, std::string_view style);

}  // namespace tincture::engine
