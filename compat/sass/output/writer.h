// CSS text out of a CSS tree, by each compiler's habits.
#pragma once

#include <deque>
#include <string>

#include "compat/sass/output/css_tree.h"
#include "compat/sass/output/libsass_map.h"
#include "compat/sass/output/mapping.h"
#include "compat/sass/value/context.h"

namespace tincture::compat::sass {

struct Source;

// What writing needs. `values.style` is the output style.
struct WriteContext {
  const ValueContext& values;
  const std::deque<Source>& sources;
  bool line_comments = false;
  std::string_view folder = {};  // files are shown relative to it by libsass; ends in a slash
  bool charset = true;
  Mappings* mappings = nullptr;  // Dart Sass's; null: none are wanted
  LibsassMappings* libsass_mappings = nullptr;
};

// Each throws SassError where a value has no CSS.
std::string WriteDart(const WriteContext& context, const CssNode* root);
std::string WriteRuby(const WriteContext& context, const CssNode* root);
std::string WriteLibsass(const WriteContext& context, const CssNode* root);

}  // namespace tincture::compat::sass
