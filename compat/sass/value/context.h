// ValueContext: what working with values needs besides the values.
#pragma once

#include <string>
#include <string_view>

#include "compat/sass/dialect.h"
#include "compat/sass/sass.h"
#include "liquid/support/arena.h"

namespace tincture::compat::sass {

class Places;

// Where deprecations and remarks of values and functions go; whoever listens knows the place.
class Remarks {
 public:
  virtual ~Remarks() = default;
  // A deprecation (`kind` is Dart Sass's id, such as "global-builtin"; empty: a plain warning).
  virtual void Warn(std::string_view kind, std::string message) = 0;
};

struct ValueContext {
  Arena& arena;
  const Dialect& dialect;
  int precision = 10;            // digits after the point
  Style style = Style::kNested;  // libsass and Ruby Sass turn values into text as the output will have it
  Remarks* remarks = nullptr;    // may be null
  Places* places = nullptr;      // null: no map of libsass's is made
};

}  // namespace tincture::compat::sass
