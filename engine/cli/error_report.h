// An Error as the user sees it: where, what, the line itself with a caret, the way that led there, and what to do.
#pragma once

#include <string>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Several lines, no newline at the end. `source` shortens paths below it; the excerpt is read from `files`.
std::string DescribeError(const Error& error, const std::string& source, const FileSource& files);

}  // namespace tincture::engine
