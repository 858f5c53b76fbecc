// An Error as the user sees it: where, what, the line itself with a caret, the way that led there, and what to do.
#pragma once

#include <string>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// The parts of it.
struct ErrorReport {
  std::string place;  // "_posts/2020-01-01-a.md:3:5"; may be empty
  std::string message;
  std::string excerpt;  // the line, and below it the caret; may be empty
  std::string trail;    // a line for each place that led there
  std::string hint;
};

ErrorReport ReportOf(const Error& error, const std::string& source, const FileSource& files);

// Several lines, no newline at the end. `source` shortens paths below it; the excerpt is read from `files`.
std::string DescribeError(const Error& error, const std::string& source, const FileSource& files);

}  // namespace tincture::engine
