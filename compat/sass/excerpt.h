// A SassError as an Error: the dialect's message, with its excerpt of the source.
#pragma once

#include <deque>

#include "compat/sass/error.h"
#include "compat/sass/sass.h"

namespace tincture::compat::sass {

struct Source;

// Relative to the working directory where it lies inside.
std::string ShownPath(const std::string& path, const std::string& working_directory);

Error ErrorOf(const SassError& error, const std::deque<Source>& sources, const Options& options);

}  // namespace tincture::compat::sass
