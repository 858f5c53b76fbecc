// Jekyll.sanitized_path (lib/jekyll/path_manager.rb): a path that cannot leave its base. Text only, no disk.
#pragma once

#include <string>
#include <string_view>

namespace tincture::engine {

// `questionable` below `base` (absolute or not), whatever ".." it holds; as it is where it already lies below.
std::string SanitizedPath(std::string_view base, std::string_view questionable);

}  // namespace tincture::engine
