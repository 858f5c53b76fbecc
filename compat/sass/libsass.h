// sass.h's Compile by libsass: what profiles with jekyll-sass-converter 2 still use, and comparisons.
#pragma once

#include "compat/sass/sass.h"

namespace tincture::compat::sass {

Result<Output> CompileWithLibsass(std::string_view source, const Options& options, const Files& files);

}  // namespace tincture::compat::sass
