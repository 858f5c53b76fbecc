#include "compat/kramdown/option_check.h"

#include <algorithm>
#include <array>
#include <vector>

#include "compat/kramdown/support/chars.h"
#include "compat/yaml/load.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::kramdown {

namespace {

template <size_t count>
bool IsOneOf(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr auto kIntegers =
    std::to_array<std::string_view>({"footnote_nr", "header_offset", "line_width", "list_indent"});
constexpr auto kHashes = std::to_array<std::string_view>(
    {"typographic_symbols", "link_defs", "syntax_highlighter_opts", "math_engine_opts"});
// That there are; kramdown puts the first letter in upper case.
constexpr auto kParsers =
    std::to_array<std::string_view>({"kramdown", "Kramdown", "GFM", "gFM", "SmartyPants", "smartyPants"});

std::string RubyText(const Value& value) {
  Arena arena;
  DropAccess access{arena, nullptr, {}};
  return std::string(TextOf(value, access));
}

std::string InvalidType(std::string_view name, const Value& value) {
  return "Invalid type " + std::string(RubyClass(value)) + " for option " + std::string(name);
}

// Integer(text), decimal.
bool IsInteger(std::string_view text) {
  text = Strip(text);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

// "1..3" or "1,3".
bool IsLevelList(std::string_view text) {
  if (text.size() == 4 && text.substr(1, 2) == "..") return IsDigit(text[0]) && IsDigit(text[3]);
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % 2 == 0 ? !IsDigit(text[i]) : text[i] != ',') return false;
  }
  return text.size() % 2 == 1;
}

bool HasLevelOutOfRange(const Value& levels) {
  if (levels.IsString()) return levels.AsString().find_first_of("0789") != std::string_view::npos;
  return std::ranges::any_of(
      levels.AsArray(), [](const Value& level) { return level.IsInt() && (level.AsInt() < 1 || level.AsInt() > 6); });
}

std::string RefusedLevels(const Value& value) {
  if (!value.IsString() && !value.IsArray()) return InvalidType("toc_levels", value);
  if (value.IsString() && !IsLevelList(value.AsString())) return "Invalid syntax for option toc_levels";
  if (HasLevelOutOfRange(value)) return "Level numbers for option toc_levels have to be integers from 1 to 6";
  return {};
}

// split(/,/): empty parts at the end do not count.
size_t CountParts(std::string_view text) {
  while (text.ends_with(',')) text.remove_suffix(1);
  return text.empty() ? 0 : 1 + static_cast<size_t>(std::ranges::count(text, ','));
}

// `size` 0: any number of parts.
std::string RefusedList(std::string_view name, const Value& value, size_t size) {
  if (!value.IsString() && !value.IsArray()) return InvalidType(name, value);
  const size_t parts = value.IsString() ? CountParts(value.AsString()) : value.AsArray().size();
  if (size == 0 || parts == size) return {};
  return "Option " + std::string(name) + " needs exactly " + std::to_string(size) + " values";
}

std::string Undefined(std::string_view method, std::string_view inspected, std::string_view type) {
  return "undefined method `" + std::string(method) + "' for " + std::string(inspected) + ":" + std::string(type);
}

std::string Undefined(std::string_view method, const Value& value) {
  Arena arena;
  std::string inspected;
  DropAccess access{arena, nullptr, {}};
  AppendInspect(value, access, inspected);
  return Undefined(method, inspected, RubyClass(value));
}

std::string InspectedSymbol(std::string_view name) {
  const bool is_word = !name.empty() && !IsDigit(name[0]) && std::ranges::all_of(name, IsWord);
  if (is_word) return ":" + std::string(name);
  Arena arena;
  std::string inspected = ":";
  DropAccess access{arena, nullptr, {}};
  AppendInspect(Value::String(name), access, inspected);
  return inspected;
}

// The name at the end is Ruby's own slip.
std::string RefusedLinks(const Hash& links) {
  for (const Hash::Entry& entry : links.entries()) {
    const bool fits = entry.value.IsArray() && !entry.value.AsArray().empty() && entry.value.AsArray().size() <= 2;
    if (!fits) return "Invalid structure for hash value of option Kramdown::Options";
  }
  for (const Hash::Entry& entry : links.entries()) {
    if (!entry.key.IsString()) return Undefined("gsub", entry.key);
  }
  return {};
}

// A hash, or YAML of one.
std::string RefusedHash(std::string_view name, const Value& value, bool keys_are_symbols) {
  Arena arena;
  Value hash = value;
  if (value.IsString()) {
    const Result<Value> loaded = yaml::Load(value.AsString(), {.rules = compat::YamlRules::kPsych, .path = {}}, arena);
    if (!loaded.ok()) return "Invalid YAML value for option " + std::string(name);
    hash = *loaded;
  }
  if (!hash.IsHash()) return InvalidType(name, hash);
  if (name != "link_defs") return {};
  if (std::string refused = RefusedLinks(hash.AsHash()); !refused.empty()) return refused;
  if (!keys_are_symbols || !value.IsHash() || hash.AsHash().empty()) return {};
  return Undefined("gsub", InspectedSymbol(hash.AsHash().entries()[0].key.AsString()), "Symbol");
}

}  // namespace

std::string WhyRefused(std::string_view name, const Value& value, bool keys_are_symbols) {
  if (name == "input") {
    const bool known = value.IsNil() || IsOneOf(RubyText(value), kParsers);
    return known ? "" : "kramdown has no parser to handle the specified input format: " + RubyText(value);
  }
  if (IsOneOf(name, kIntegers)) {
    if (value.IsInt() || IsInteger(RubyText(value))) return {};
    return "Invalid integer value for option '" + std::string(name) + "': '" + RubyText(value) + "'";
  }
  if (IsOneOf(name, kHashes)) return RefusedHash(name, value, keys_are_symbols);
  if (name == "toc_levels") return RefusedLevels(value);
  if (name == "smart_quotes") return RefusedList(name, value, 4);
  if (name == "latex_headers") return RefusedList(name, value, 6);
  if (name == "gfm_quirks") return RefusedList(name, value, 0);
  if (name == "forbidden_inline_options" && !value.IsArray()) return Undefined("map!", value);
  return {};
}

std::string WhyUnnamed(const Hash& config, bool deep) {
  for (const Hash::Entry& entry : config.entries()) {
    if (!entry.key.IsString()) return Undefined("to_sym", entry.key);
    if (!deep || !entry.value.IsHash()) continue;
    if (std::string below = WhyUnnamed(entry.value.AsHash(), deep); !below.empty()) return below;
  }
  return {};
}

}  // namespace tincture::kramdown
