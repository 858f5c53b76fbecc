// The indented syntax as libsass reads it: made SCSS first, a line at a time (its sass2scss 1.1.1, with comments kept and
// blocks closed at their last line's end). Messages and source maps of libsass count in what comes out of this.
#pragma once

#include <string>
#include <string_view>

namespace tincture::compat::sass {

std::string IndentedToScss(std::string_view sass);

}  // namespace tincture::compat::sass
