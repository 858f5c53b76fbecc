#include "compat/text/string_edit.h"

namespace tincture::text {

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

}  // namespace tincture::text
