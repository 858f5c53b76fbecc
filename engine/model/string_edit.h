// A few of Ruby's String methods over plain texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/text/string_edit.h"

namespace tincture::engine {

using text::ReplaceAll;
using text::ReplaceFirst;
using text::Squeeze;

// gsub(/\.*\z/, "").
std::string_view WithoutTrailingDots(std::string_view name);
// split without arguments: at runs of white space.
std::vector<std::string_view> SplitWords(std::string_view text);
// split(separator): trailing empty parts are dropped.
std::vector<std::string_view> Split(std::string_view text, char separator);
std::string DowncaseAscii(std::string_view text);

}  // namespace tincture::engine
