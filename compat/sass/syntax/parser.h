// The parser: a source's text to a Stylesheet. One pass over the bytes; SCSS, the indented syntax and plain CSS.
// Throws SassError. What it makes lives in the arena and keeps views of `text`, which must end in a NUL behind its end.
#pragma once

#include <string_view>

#include "compat/sass/syntax/ast.h"
#include "compat/sass/value/context.h"

namespace tincture::compat::sass {

enum class SourceSyntax { kScss, kIndented, kCss };

const Stylesheet* ParseStylesheet(const ValueContext& values, Names& names, std::string_view text, uint32_t source,
                                  SourceSyntax syntax);

}  // namespace tincture::compat::sass
