// A few of Ruby's String methods over plain texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tincture::engine {

// sub and gsub of a plain text.
std::string ReplaceFirst(std::string_view text, std::string_view what, std::string_view with);
std::string ReplaceAll(std::string_view text, std::string_view what, std::string_view with);
// squeeze(c).
std::string Squeeze(std::string_view text, char c);
// gsub(/\.*\z/, "").
std::string_view WithoutTrailingDots(std::string_view name);
// split without arguments: at runs of white space.
std::vector<std::string_view> SplitWords(std::string_view text);
// split(separator): trailing empty parts are dropped.
std::vector<std::string_view> Split(std::string_view text, char separator);
std::string DowncaseAscii(std::string_view text);

}  // namespace tincture::engine
