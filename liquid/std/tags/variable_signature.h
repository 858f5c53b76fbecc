// VariableSignature+, the names that `assign` and `capture` write to: (\(?[\w\-\.\[\]]\)?)+
#pragma once

#include <optional>
#include <string_view>

#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

// The end of the run that begins at `at`, or `at`.
size_t SkipVariableSignature(std::string_view text, size_t at);
// The first run at or after `from`.
std::optional<Span> FindVariableSignature(std::string_view text, size_t from = 0);

}  // namespace tincture::liquid
