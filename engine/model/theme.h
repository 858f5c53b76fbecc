// Theme: a gem with layouts, includes, styles, assets and data (lib/jekyll/theme.rb).
#pragma once

#include <string>
#include <vector>

namespace tincture::engine {

// Paths are absolute; empty where the theme has no such folder.
struct Theme {
  std::string name;
  std::string version;
  std::string root;
  std::string includes_path;
  std::string layouts_path;
  std::string sass_path;
  std::string assets_path;
  std::string data_path;
  // From the gem's specification; empty where there is none to read.
  std::string authors;
  std::string description;
  std::vector<std::string> runtime_dependencies;
};

}  // namespace tincture::engine
