// sass:meta as far as it asks the running evaluation: what exists, functions and mixins as values, module members.
#pragma once

#include <span>

#include "compat/sass/eval/callable.h"

namespace tincture::compat::sass {

std::span<const BuiltIn> MetaBuiltIns();

}  // namespace tincture::compat::sass
