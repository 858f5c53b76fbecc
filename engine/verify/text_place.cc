#include "engine/verify/text_place.h"

#include <algorithm>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

constexpr size_t kBefore = 32;
constexpr size_t kAfter = 48;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

size_t LineStart(std::string_view text, size_t offset) {
  const size_t newline = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
  return newline == text.npos ? 0 : newline + 1;
}

// Every character takes one column.
std::string Visible(std::string_view text) {
  std::string shown;
  for (const char c : Scrub(text)) {
    if (c == '\n') {
      shown += "⏎";
    } else {
      shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return shown;
}

}  // namespace

TextPlace PlaceOf(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  const size_t start = LineStart(text, offset);
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  return {static_cast<size_t>(lines) + 1, CharacterCount(text.substr(start, offset - start)) + 1};
}

TextExcerpt ExcerptAt(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  if (offset == text.size()) return {"(the end of the file)", 0};
  const size_t line = LineStart(text, offset);
  size_t start = offset - std::min(offset - line, kBefore);
  while (start > line && IsContinuation(text[start])) --start;
  size_t end = std::min({text.find('\n', offset), text.size() - 1, offset + kAfter}) + 1;
  while (end < text.size() && IsContinuation(text[end])) ++end;
  const std::string_view dots = start > line ? "…" : "";
  const std::string before = std::string(dots) + Visible(text.substr(start, offset - start));
  const bool is_cut = end < text.size() && text[end - 1] != '\n';
  return {before + Visible(text.substr(offset, end - offset)) + (is_cut ? "…" : ""), CharacterCount(before)};
}

}  // namespace tincture::engine
