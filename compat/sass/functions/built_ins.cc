#include <numbers>
#include <vector>

#include "compat/sass/functions/helpers.h"

namespace tincture::compat::sass {

std::span<const BuiltIn> BuiltIns() {
  static const std::vector<BuiltIn> all = [] {
    std::vector<BuiltIn> functions;
    for (const std::span<const BuiltIn> family :
         {MathFunctions(), StringFunctions(), ListFunctions(), MapFunctions(), MetaFunctions(), SelectorFunctions(),
          ColorFunctions(), LegacyColorFunctions()}) {
      functions.insert(functions.end(), family.begin(), family.end());
    }
    return functions;
  }();
  return all;
}

std::span<const BuiltInVariable> BuiltInVariables() {
  static constexpr BuiltInVariable kVariables[] = {
      {"math", "e", std::numbers::e},
      {"math", "pi", std::numbers::pi},
      {"math", "epsilon", 2.220446049250313e-16},
      {"math", "max-safe-integer", 9007199254740991},
      {"math", "min-safe-integer", -9007199254740991},
      {"math", "max-number", 1.7976931348623157e308},
      {"math", "min-number", 5e-324},
  };
  return kVariables;
}

Value CssCall(Call& call, std::string_view name, std::span<const Value> arguments) {
  std::string text(name);
  text += '(';
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) text += ", ";
    AppendText(call.values(), arguments[i], text);
  }
  text += ')';
  return NewText(call, text, false);
}

void WarnGlobal(Call& call, std::string_view module, std::string_view member) {
  if (!call.dialect().modules) return;
  Warn(call, "global-builtin",
       "Global built-in functions are deprecated and will be removed in Dart Sass 3.0.0.\nUse " + std::string(module) +
           "." + std::string(member) + " instead.\n\nMore info and automated migrator: https://sass-lang.com/d/import");
}

}  // namespace tincture::compat::sass
