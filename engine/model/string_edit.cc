#include "engine/model/string_edit.h"

#include "liquid/support/utf8.h"

namespace tincture::engine {

std::string ReplaceFirst(std::string_view text, std::string_view what, std::string_view with) {
  const size_t found = text.find(what);
  if (found == std::string_view::npos) return std::string(text);
  std::string replaced(text.substr(0, found));
  return replaced.append(with).append(text.substr(found + what.size()));
}

std::string ReplaceAll(std::string_view text, std::string_view what, std::string_view with) {
  std::string replaced;
  for (size_t found; (found = text.find(what)) != std::string_view::npos; text.remove_prefix(found + what.size())) {
    replaced.append(text.substr(0, found)).append(with);
  }
  return replaced.append(text);
}

std::string Squeeze(std::string_view text, char c) {
  std::string squeezed;
  for (const char each : text) {
    if (each != c || squeezed.empty() || squeezed.back() != c) squeezed += each;
  }
  return squeezed;
}

std::string_view WithoutTrailingDots(std::string_view name) {
  while (!name.empty() && name.back() == '.') name.remove_suffix(1);
  return name;
}

std::vector<std::string_view> SplitWords(std::string_view text) {
  std::vector<std::string_view> words;
  size_t i = 0;
  while (true) {
    while (i < text.size() && IsSpace(text[i])) ++i;
    if (i == text.size()) return words;
    const size_t start = i;
    while (i < text.size() && !IsSpace(text[i])) ++i;
    words.push_back(text.substr(start, i - start));
  }
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  return parts;
}

std::string DowncaseAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace tincture::engine
