// Remarks in words, as the dialect's compiler prints them to standard error, on one line each with their place.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {

struct RemarkOptions {
  std::string working_directory = "/";  // paths inside are shown relative to it
  bool quiet_deps = false;              // no deprecations of files that were found by a load path
  bool verbose = false;                 // deprecations one by one, else one line for each kind with how many there are
  std::vector<std::string> silenced;    // deprecations' ids
};

// As Jekyll's log has it: "WARNING:" and what it says.
struct RemarkLine {
  std::string topic;
  std::string message;
};

// In the order of the remarks; deprecations after the others, in the order of the first of their kind.
std::vector<RemarkLine> Describe(std::span<const Remark> remarks, const RemarkOptions& options);

}  // namespace tincture::compat::sass
