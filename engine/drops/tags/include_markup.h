// What stands in {% include file.html a="x" b=page.y %}: a file's name, perhaps with Liquid in it, and parameters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::engine {

struct IncludeParameter {
  std::string_view name;
  // Quoted, its escaped quotes undone; else `text` is a variable.
  bool quoted = false;
  std::string text;
};

struct IncludeMarkup {
  std::string_view file;
  // The name has `{{ }}` in it.
  bool file_is_liquid = false;
  // Nothing where no parameters are written; the include then sees those of the include around it.
  std::optional<std::string_view> parameters;
};

// Views into `markup`.
IncludeMarkup SplitIncludeMarkup(std::string_view markup);

// Nothing where a parameter is malformed.
std::optional<std::vector<IncludeParameter>> ParseIncludeParameters(std::string_view parameters);

// Only harmless characters, and no two of '.' and '/' in a row.
bool IsValidIncludeName(std::string_view file);

}  // namespace tincture::engine
