// StaticFile: a file that is copied as it is (lib/jekyll/static_file.rb).
#pragma once

#include <string>
#include <string_view>

#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct Collection;
struct Site;

struct StaticFile {
  explicit StaticFile(const Site& its_site) : site(its_site) {}

  const Site& site;
  const Collection* collection = nullptr;  // that it lies in, if any
  std::string path;                        // absolute
  std::string dir;                         // between the source and the file, "" or with a leading '/'
  std::string name;
  std::string relative_path;  // dir + name: with a leading '/' but in a collection
  std::string extname;
  Value modified_time;
  const Hash* data = nullptr;          // front matter defaults for relative_path
  size_t index = 0;                    // among the site's static files
  std::string id;                      // what names it in traces
  mutable const Drop* drop = nullptr;  // as Renderable's

  std::string Basename() const;
  std::string CleanedRelativePath() const;
  std::string Url() const;
  std::string Destination(std::string_view destination) const;
  bool Write() const;
  // The collection's label; empty where there is none.
  std::string_view Type() const;
};

}  // namespace tincture::engine
