#include "compat/kramdown/header_id.h"

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

std::string BasicHeaderId(std::string_view text) {
  std::string id;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && !IsAsciiAlpha(c)) continue;
    at_line_start = c == '\n';
    if (c == ' ') id += '-';
    if (IsAsciiAlpha(c) || IsDigit(c) || c == '-') id += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return id;
}

std::string HeaderIds::Generate(std::string_view text) {
  std::string id = BasicHeaderId(text);
  if (id.empty()) id = "section";
  const auto [place, is_new] = used_.try_emplace(id, 0);
  return is_new ? id : id + "-" + std::to_string(++place->second);
}

}  // namespace tincture::kramdown
