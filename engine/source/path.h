// Path arithmetic in Ruby's terms, on text alone: nothing here touches the disk.
#pragma once

#include <string>
#include <string_view>

namespace tincture::engine {

// File.join: exactly one '/' between the two parts.
std::string JoinPath(std::string_view base, std::string_view entry);
// File.expand_path: `path` made absolute from `directory`, "." and ".." resolved, no trailing '/'.
// "~" is not expanded: nothing of the environment is read here.
std::string ExpandPath(std::string_view path, std::string_view directory);
// File.basename, File.dirname, File.extname.
std::string_view BaseName(std::string_view path);
std::string_view DirName(std::string_view path);
std::string_view ExtName(std::string_view path);
// `path` is `folder` itself or lies below it; both expanded.
bool IsWithin(std::string_view path, std::string_view folder);

}  // namespace tincture::engine
