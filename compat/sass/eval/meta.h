// sass:meta as far as it asks the running evaluation: what exists, functions and mixins as values, module members.
#pragma once

#include <span>
#include <vector>

#include "compat/sass/eval/callable.h"

namespace tincture::compat::sass {

std::span<const BuiltIn> MetaBuiltIns();

struct Module;
enum class MemberKind : uint8_t { kVariable, kFunction, kMixin };

// Every public name that a module shows.
void CollectNames(Names& names, Module* module, MemberKind kind, std::vector<Name>* out, int depth = 0);

}  // namespace tincture::compat::sass
