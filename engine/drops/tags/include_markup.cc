#include "engine/drops/tags/include_markup.h"

#include <algorithm>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

bool IsWordCharacter(char c) { return IsAlnum(c) || c == '_'; }
bool IsNameCharacter(char c) { return IsWordCharacter(c) || c == '-'; }
bool IsVariableCharacter(char c) { return IsNameCharacter(c) || c == '.'; }
bool IsAfterVariable(char c) { return !IsSpace(c) && c != '{' && c != '}'; }

template <class Predicate>
size_t Skip(std::string_view text, size_t position, Predicate belongs) {
  while (position < text.size() && belongs(text[position])) ++position;
  return position;
}

// `{{ name }}` or `{{ name | filters }}` at `position`, and what stands directly after it: where that ends. The filters
// reach to the last `}}` of the text.
std::optional<size_t> SkipVariable(std::string_view text, size_t position) {
  if (text.compare(position, 2, "{{") != 0) return std::nullopt;
  const size_t name = Skip(text, position + 2, IsSpace);
  const size_t name_end = Skip(text, name, IsVariableCharacter);
  if (name == name_end) return std::nullopt;
  size_t end = Skip(text, name_end, IsSpace);
  if (end < text.size() && text[end] == '|') {
    const size_t last = text.rfind("}}");
    if (last == std::string_view::npos || last <= end) return std::nullopt;
    end = last;
  }
  if (text.compare(end, 2, "}}") != 0) return std::nullopt;
  return Skip(text, end + 2, IsAfterVariable);
}

// A name with Liquid in it: begins anywhere before its first `{{`, goes on as long as variables follow one another.
std::optional<IncludeMarkup> SplitAtVariable(std::string_view markup) {
  size_t begin = 0;
  for (size_t brace = markup.find('{'); brace != std::string_view::npos; brace = markup.find('{', begin)) {
    std::optional<size_t> end = SkipVariable(markup, brace);
    if (end) {
      while (const std::optional<size_t> next = *end < markup.size() ? SkipVariable(markup, *end) : std::nullopt) {
        end = next;
      }
      return IncludeMarkup{Strip(markup.substr(begin, *end - begin)), true, Strip(markup.substr(*end))};
    }
    begin = brace + 1;
  }
  return std::nullopt;
}

// The text within quotes; `position` is at the opening one and moves behind the closing one. An escaped character may
// not be a line's end.
std::optional<std::string> TakeQuoted(std::string_view text, size_t& position) {
  const char quote = text[position];
  std::string value;
  for (size_t i = position + 1; i < text.size(); ++i) {
    if (text[i] == quote) {
      position = i + 1;
      return value;
    }
    if (text[i] == '\\') {
      if (i + 1 == text.size() || text[i + 1] == '\n') return std::nullopt;
      if (text[i + 1] != quote) value += '\\';
      ++i;
    }
    value += text[i];
  }
  return std::nullopt;
}

std::optional<IncludeParameter> TakeParameter(std::string_view text, size_t& position) {
  const size_t name_end = Skip(text, position, IsNameCharacter);
  IncludeParameter parameter;
  parameter.name = text.substr(position, name_end - position);
  position = Skip(text, name_end, IsSpace);
  if (parameter.name.empty() || position == text.size() || text[position] != '=') return std::nullopt;
  position = Skip(text, position + 1, IsSpace);
  if (position == text.size()) return std::nullopt;
  if (text[position] == '"' || text[position] == '\'') {
    std::optional<std::string> value = TakeQuoted(text, position);
    if (!value) return std::nullopt;
    parameter.quoted = true;
    parameter.text = *std::move(value);
    return parameter;
  }
  const size_t end = Skip(text, position, IsVariableCharacter);
  if (end == position) return std::nullopt;
  parameter.text = text.substr(position, end - position);
  position = end;
  return parameter;
}

}  // namespace

IncludeMarkup SplitIncludeMarkup(std::string_view markup) {
  markup = Strip(markup);
  if (std::optional<IncludeMarkup> split = SplitAtVariable(markup)) return *split;
  const size_t space = Skip(markup, 0, [](char c) { return !IsSpace(c); });
  IncludeMarkup split{markup.substr(0, space), false, std::nullopt};
  if (space < markup.size()) split.parameters = markup.substr(Skip(markup, space, IsSpace));
  return split;
}

std::optional<std::vector<IncludeParameter>> ParseIncludeParameters(std::string_view text) {
  std::vector<IncludeParameter> parameters;
  size_t position = Skip(text, 0, IsSpace);
  while (position < text.size()) {
    std::optional<IncludeParameter> parameter = TakeParameter(text, position);
    if (!parameter || (position < text.size() && !IsSpace(text[position]))) return std::nullopt;
    parameters.push_back(*std::move(parameter));
    position = Skip(text, position, IsSpace);
  }
  return parameters;
}

bool IsValidIncludeName(std::string_view file) {
  for (size_t i = 0; i < file.size(); ++i) {
    if (!IsWordCharacter(file[i]) && std::string_view("/.-()+~#@").find(file[i]) == std::string_view::npos)
      return false;
    const auto is_step = [](char c) { return c == '.' || c == '/'; };
    if (i > 0 && is_step(file[i]) && is_step(file[i - 1])) return false;
  }
  return !file.empty();
}

}  // namespace tincture::engine
