// The built-in functions, ready for calling: signatures parsed, overloads together. One immutable table for all.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compat/sass/eval/callable.h"

namespace tincture::compat::sass {

struct BuiltInParameter {
  std::string_view name;
  bool optional = false;
};

struct BuiltInOverload {
  std::vector<BuiltInParameter> parameters;
  bool has_rest = false;  // one more argument: the list of what is left
  Run run = nullptr;
};

struct BuiltInEntry {
  std::string_view name;
  std::vector<BuiltInOverload> overloads;
  uint8_t dialects = 0;
  // Of a global name: where Dart Sass would rather have the function called.
  std::string_view module = {};
  std::string_view member = {};
};

// Null where there is none. `name` folded.
const BuiltInEntry* FindGlobalBuiltIn(const Dialect& dialect, std::string_view name);
const BuiltInEntry* FindModuleBuiltIn(std::string_view module, std::string_view name);
bool IsBuiltInModule(std::string_view name);
// The members' names, sorted.
std::vector<std::string_view> MembersOf(std::string_view module);

}  // namespace tincture::compat::sass
