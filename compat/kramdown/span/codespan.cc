#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

bool IsSpaceAt(std::string_view text, size_t pos) { return pos < text.size() && IsSpace(text[pos]); }

std::string_view WithoutPadding(std::string_view code) {
  if (code.starts_with(' ')) code.remove_prefix(1);
  if (code.ends_with(' ')) code.remove_suffix(1);
  return code;
}

}  // namespace

// The end is the first run of as many backticks, be it part of a longer one.
bool ParseCodespan(SpanParser& parser) {
  const std::string_view text = parser.text();
  const size_t start = parser.source.pos;
  if (text[start] != '`') return false;
  const size_t content = std::min(text.find_first_not_of('`', start), text.size());
  const std::string_view delimiter = text.substr(start, content - start);
  const bool simple = delimiter.size() == 1;
  const bool is_lone = simple && (start == 0 || IsSpace(text[start - 1])) && IsSpaceAt(text, content);
  const bool is_dead = delimiter.size() >= parser.dead_backticks;
  const size_t close = is_lone || is_dead ? std::string_view::npos : text.find(delimiter, content);
  if (close == std::string_view::npos) {
    if (!is_lone && !is_dead) parser.dead_backticks = delimiter.size();
    parser.source.pos = content;
    parser.AddText(delimiter);
    return true;
  }
  const std::string_view code = text.substr(content, close - content);
  parser.Append(parser.document.New(ElementType::kCodespan, simple ? code : WithoutPadding(code)));
  parser.source.pos = close + delimiter.size();
  return true;
}

}  // namespace tincture::kramdown
