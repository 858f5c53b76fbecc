#include "compat/text/front_matter.h"

#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

size_t SpacesAt(std::string_view text, size_t position) {
  size_t end = position;
  while (end < text.size() && IsSpace(text[end])) ++end;
  return end - position;
}

// `^(---|\.\.\.)\s*$\n?` at the start of a line: the length of what it takes, 0 where it does not match. The white
// space may run over several lines, as long as it ends where a line does.
size_t ClosingLength(std::string_view text, size_t line) {
  if (text.compare(line, 3, "---") != 0 && text.compare(line, 3, "...") != 0) return 0;
  size_t length = 3 + SpacesAt(text, line + 3);
  const auto at_line_end = [&] { return line + length == text.size() || text[line + length] == '\n'; };
  while (length > 3 && !at_line_end()) --length;
  if (!at_line_end()) return 0;
  return length + (line + length < text.size() ? 1 : 0);
}

}  // namespace

bool HasYamlHeader(std::string_view file) {
  const std::string_view line = file.substr(0, file.find('\n'));
  if (line.size() == file.size() || !line.starts_with("---")) return false;
  return 3 + SpacesAt(line, 3) == line.size();
}

std::optional<FrontMatter> SplitFrontMatter(std::string_view file) {
  if (!file.starts_with("---")) return std::nullopt;
  // `---\s*\n`: the white space takes blank lines too, but one newline must be left for the `\n`, and what follows
  // must still find its closing line.
  size_t opening = file.find('\n');
  if (opening == std::string_view::npos || 3 + SpacesAt(file, 3) < opening) return std::nullopt;
  for (size_t line = opening + 1; line <= file.size();) {
    if (const size_t closing = ClosingLength(file, line)) {
      return FrontMatter{file.substr(0, line), file.substr(line + closing)};
    }
    const size_t newline = file.find('\n', line);
    if (newline == std::string_view::npos) break;
    line = newline + 1;
  }
  return std::nullopt;
}

bool HasLiquidConstruct(std::string_view content) {
  return content.find("{%") != std::string_view::npos || content.find("{{") != std::string_view::npos;
}

}  // namespace tincture::text
