// Source: a text under the scanner's finger, with the line number that the finger stands in.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tincture::kramdown {

struct Source {
  // Keeps the view. `first_line`: line of the document in which the text begins.
  Source(std::string_view source_text, int first_line_number) : text(source_text), first_line(first_line_number) {}

  std::string_view text;
  int first_line;
  size_t pos = 0;

  bool AtEnd() const { return pos >= text.size(); }
  std::string_view Rest() const { return text.substr(pos); }
  char Peek() const { return text[pos]; }

  // Where `what` stands at or behind `from`, npos where nowhere. Remembers the answer for one literal of two: asking
  // again and again from places in order costs one pass over the text.
  size_t FindNext(std::string_view what, size_t from) {
    Found& memo = what.front() == '-' ? comment_end_ : extension_stop_;
    if (from < memo.from || from > memo.at) memo = {from, text.find(what, from)};
    return memo.at;
  }

  // kramdown's current_line_number, which counts a newline under the finger as already passed.
  int Line() {
    const size_t end = std::min(pos + 1, text.size());
    if (end < counted_) counted_ = 0, newlines_ = 0;
    newlines_ += static_cast<int>(std::count(text.begin() + counted_, text.begin() + end, '\n'));
    counted_ = end;
    return first_line + newlines_;
  }

 private:
  struct Found {
    size_t from = 1;  // no question has been asked yet: from > at
    size_t at = 0;
  };
  Found comment_end_ = {};
  Found extension_stop_ = {};
  size_t counted_ = 0;
  int newlines_ = 0;
};

// Past the newline that ends the line around `pos`; the text's size where there is none.
inline size_t NextLine(std::string_view text, size_t pos) {
  const size_t newline = text.find('\n', pos);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

}  // namespace tincture::kramdown
