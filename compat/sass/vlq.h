// The numbers in a source map's mappings: base 64, the sign in the lowest bit
// (https://tc39.es/ecma426/#sec-base64-vlq).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tincture::compat::sass {

// Takes one number off the front of `text`. None: it does not start with one.
std::optional<int64_t> TakeVlq(std::string_view* text);
void AppendVlq(int64_t number, std::string* text);

}  // namespace tincture::compat::sass
