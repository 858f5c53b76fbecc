#include "compat/rouge/detect.h"

#include <algorithm>

#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

std::string_view SkipSpace(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
  return text;
}

bool IsWordCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

bool HasShebang(std::string_view text, const char* program) {
  text = SkipSpace(text);
  if (!text.starts_with("#!")) return false;
  std::string_view line = text.substr(2, text.find('\n') - 2);
  for (bool boundary = true; !line.empty(); line.remove_prefix(1)) {
    if (boundary && Like(line, program)) return true;
    boundary = !IsWordCharacter(line[0]);
  }
  return false;
}

std::string_view Doctype(std::string_view text) {
  text = SkipSpace(text);
  if (text.starts_with("<?")) {
    const size_t end = text.find("?>");
    if (end == text.npos) return {};
    text = SkipSpace(text.substr(end + 2));
  }
  constexpr std::string_view kStart = "<!DOCTYPE";
  if (!text.starts_with(kStart)) return {};
  text = SkipSpace(text.substr(kStart.size()));
  return text.substr(0, text.find('>'));
}

}  // namespace tincture::rouge
