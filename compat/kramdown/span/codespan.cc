#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

bool IsSpaceAt(std::string_view text, size_t pos) { return pos < text.size() && IsSpace(text[pos]); }

void FindLastBackticks(SpanParser& parser) {
  const std::string_view text = parser.text();
  std::vector<size_t>& last = parser.last_backticks;
  last.assign(1, text.size());
  for (size_t end = text.size(); end > 0;) {
    size_t start = end;
    while (start > 0 && text[start - 1] == '`') --start;
    while (last.size() <= end - start) last.push_back(end - last.size());
    end = start == end ? end - 1 : start;
  }
}

// Whether no run of `length` backticks begins at or behind `pos`, as far as is known.
bool StaysOpen(const SpanParser& parser, size_t pos, size_t length) {
  const std::vector<size_t>& last = parser.last_backticks;
  return !last.empty() && (length >= last.size() || last[length] < pos);
}

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
  const bool is_open = is_lone || StaysOpen(parser, content, delimiter.size());
  const size_t close = is_open ? std::string_view::npos : text.find(delimiter, content);
  if (close == std::string_view::npos) {
    if (!is_open) FindLastBackticks(parser);
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
