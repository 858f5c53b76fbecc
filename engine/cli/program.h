// Run: the whole program behind main(), over whatever machine it is given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/file_source.h"
#include "engine/source/log.h"

namespace tincture::engine {

// `arguments` without the program's name, which is `program` ("jekyll" where it is installed in Jekyll's place).
// Returns the exit status, which is Jekyll's: 0, or 1 where it failed.
int Run(const std::vector<std::string>& arguments, const Machine& machine, Log& log,
        std::string_view program = "tincture");

}  // namespace tincture::engine
