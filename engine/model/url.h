// URLs out of permalink templates (lib/jekyll/url.rb).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "compat/text/url.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// What stands for `:name`; nothing where there is no such placeholder.
using PlaceholderValue = std::function<std::optional<std::string>(std::string_view name)>;

// Documents: every `:name` must be known. Error: "NoMethodError" with Jekyll's advice.
Result<std::string> UrlFromDrop(std::string_view permalink, const PlaceholderValue& value_of);
// Pages and static files.
using text::EscapePath;
using text::Placeholder;
using text::SanitizeUrl;
using text::UnescapePath;
using text::UrlFromHash;

// Utils.add_permalink_suffix: the ending that the site's permalink style asks for.
std::string AddPermalinkSuffix(std::string_view permalink, std::string_view style);

}  // namespace tincture::engine
