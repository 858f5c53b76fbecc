// Layout: a template of _layouts or of the theme's (lib/jekyll/layout.rb). Immutable once read.
#pragma once

#include <functional>
#include <string>

#include "engine/source/place.h"
#include "liquid/support/status.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {
class Context;
}

namespace tincture::engine {

// Code in place of a template: a plugin's (compat/plugins/site.h, Body).
using BodyWriter = std::function<Result<std::string>(liquid::Context&)>;

struct Layout {
  std::string name;           // without its last extension: what `layout:` says
  std::string path;           // absolute
  std::string relative_path;  // to the source or to the theme's root, with a leading '/'
  std::string ext;
  std::string content;
  uint32_t lines_before = 0;   // of the file, before `content`
  KeyLines key_lines;          // in its front matter
  const Hash* data = nullptr;  // never null once read
  BodyWriter writer;           // used in place of `content` where it is set
};

}  // namespace tincture::engine
