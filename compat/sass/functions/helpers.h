// What the built-in functions share.
#pragma once

#include <string>
#include <string_view>

#include "compat/sass/error.h"
#include "compat/sass/eval/callable.h"
#include "compat/sass/value/checks.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

inline constexpr uint8_t kInOld = kInLibsass | kInRuby;

// The families of functions, each in its file.
std::span<const BuiltIn> MathFunctions();
std::span<const BuiltIn> StringFunctions();
std::span<const BuiltIn> ListFunctions();
std::span<const BuiltIn> MapFunctions();
std::span<const BuiltIn> MetaFunctions();
std::span<const BuiltIn> SelectorFunctions();
std::span<const BuiltIn> ColorFunctions();
std::span<const BuiltIn> LegacyColorFunctions();

// `name(a, b)` as CSS has it.
Value CssCall(Call& call, std::string_view name, std::span<const Value> arguments);
// What Dart Sass says of a function called by its global name.
void WarnGlobal(Call& call, std::string_view module, std::string_view member);
inline void Warn(Call& call, std::string_view kind, std::string message) { call.host().Warn(kind, std::move(message)); }

// Argument `i`, checked.
inline const Value& NumberAt(Call& call, size_t i, std::string_view name) {
  return CheckNumber(call.values(), call[i], name);
}
inline std::string_view StringAt(Call& call, size_t i, std::string_view name) {
  return CheckString(call.values(), call[i], name);
}
inline const Color& ColorAt(Call& call, size_t i, std::string_view name) {
  return CheckColor(call.values(), call[i], name);
}
inline const MapBody& MapAt(Call& call, size_t i, std::string_view name) {
  return CheckMap(call.values(), call[i], name);
}
// The items of the rest parameter.
inline std::span<const Value> RestAt(Call& call, size_t i) { return call[i].items(); }
inline std::string InspectAt(Call& call, size_t i) { return Inspect(call.values(), call[i]); }
// Given, and not null.
inline bool IsGiven(Call& call, size_t i) { return call.Has(i) && !call[i].null(); }

inline Value NewText(Call& call, std::string_view text, bool quoted) {
  return Value::String(call.arena().Copy(text), quoted);
}

}  // namespace tincture::compat::sass
