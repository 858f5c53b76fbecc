// Small things that several plugins do with URLs, paths and Ruby values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/site.h"
#include "compat/text/string_edit.h"
#include "liquid/value/value.h"

namespace tincture::compat::plugins {

// "x" and "/x" are "/x"; "" stays.
std::string WithLeadingSlash(std::string_view path);
std::string_view WithoutLeadingSlash(std::string_view path);
// Ruby's File.dirname and File.extname.
std::string_view DirectoryName(std::string_view path);
std::string_view ExtensionName(std::string_view path);
// Ruby's File.expand_path: "." and ".." taken out, no trailing slash.
std::string ExpandPath(std::string_view path, std::string_view base);
std::string AsciiLower(std::string_view text);
using text::ReplaceAll;

// config[key], or nil.
Value Setting(const Site& site, const Symbol& key);
// config[key][inner], or nil.
Value Setting(const Site& site, const Symbol& key, const Symbol& inner);
// An array's items without nils; any other value but nil as the only one: Ruby's [x].flatten.compact for a flat x.
std::vector<Value> ListOf(const Value& value);
inline bool IsFalse(const Value& value) { return value.IsBool() && !value.AsBool(); }
inline bool IsTrue(const Value& value) { return value.IsBool() && value.AsBool(); }

}  // namespace tincture::compat::plugins
