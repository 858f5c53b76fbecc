// Finding installed gems without Ruby: <folder>/<name>-<version> or <folder>/gems/<name>-<version> in the folders that
// --themes-dir and TINCTURE_THEMES name, then in those that RubyGems and Bundler use; the highest version counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct Gem {
  std::string name;
  std::string version;
  std::string path;  // its folder, absolute
  // From its specification; empty where there is none to read.
  std::string authors;
  std::string description;
  std::vector<std::string> runtime_dependencies;
};

// Nothing where it is not installed.
std::optional<Gem> FindGem(const Configuration& configuration, const Machine& machine, const std::string& name);

// A theme gem that is well known and may not be at hand: what it would add.
struct KnownTheme {
  std::string_view name;
  std::string_view layouts;
  std::string_view includes;
  std::string_view assets;
  std::vector<std::string> plugins;  // the gems that it brings
};

// Null for others.
const KnownTheme* FindKnownTheme(std::string_view name);

}  // namespace tincture::engine
