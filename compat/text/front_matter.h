// Where a file's front matter begins and ends.
#pragma once

#include <optional>
#include <string_view>

namespace tincture::text {

// Utils.has_yaml_header?: the file's first line is `---`, perhaps with white space after it. What makes a file a page.
bool HasYamlHeader(std::string_view file);

struct FrontMatter {
  std::string_view yaml;  // from the opening line on, without the closing one
  std::string_view body;
};

// Document::YAML_FRONT_MATTER_REGEXP: up to the first line that begins with `---` or `...` and has nothing but white
// space after it. Nothing where there is no front matter. Views into `file`.
std::optional<FrontMatter> SplitFrontMatter(std::string_view file);

// Utils.has_liquid_construct?
bool HasLiquidConstruct(std::string_view content);

}  // namespace tincture::text
