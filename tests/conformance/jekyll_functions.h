// Calls of Jekyll's own functions: `fn`, `args`, `kwargs`, `config`, and what came back.
#pragma once

#include "tests/conformance/vectors.h"

namespace tincture::vectors {

void JudgeFunction(const Json& record, const Options& options, Report& report);

}  // namespace tincture::vectors
