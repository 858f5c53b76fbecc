// Paths by the rules of Ruby's File and of Jekyll's PathManager (lib/jekyll/path_manager.rb). Text only, no disk.
#pragma once

#include <string>
#include <string_view>

namespace tincture::engine {

// File.join: one '/' between the two, whatever either brings along.
std::string JoinPath(std::string_view base, std::string_view item);
// File.expand_path(path, "/"): absolute, without "." and "..", double slashes and a trailing slash.
std::string ExpandPath(std::string_view path);
// File.expand_path(path, directory).
std::string ExpandPath(std::string_view path, std::string_view directory);
// Jekyll.sanitized_path: `questionable` below `base`, which no ".." can leave.
std::string SanitizedPath(std::string_view base, std::string_view questionable);

// File.basename, File.dirname, File.extname (with its dot; a leading dot is part of the name; "a." has ".").
std::string_view Basename(std::string_view path);
std::string_view Dirname(std::string_view path);
std::string_view Extname(std::string_view path);
// The base name without extension: File.basename(path, ".*").
std::string_view BasenameWithoutExt(std::string_view path);

// gsub(/\.*\z/, ""): without trailing dots.
std::string_view WithoutTrailingDots(std::string_view name);
// String#squeeze of one character.
std::string Squeeze(std::string_view text, char c);
// String#sub / gsub of a plain text.
std::string ReplaceFirst(std::string_view text, std::string_view what, std::string_view with);
std::string ReplaceAll(std::string_view text, std::string_view what, std::string_view with);
std::string DowncaseAscii(std::string_view text);

}  // namespace tincture::engine
