// What begins or ends a block, recognised at one place of a text. Each function answers for `pos` standing at the start
// of a line, or where a nested scan begins in the middle of one: kramdown's `^` holds in both.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

// Past at most three spaces.
size_t SkipOptSpace(std::string_view text, size_t pos);
// One or more lines of white space: past the last of them.
size_t MatchBlankLines(std::string_view text, size_t pos);
// A tab or four spaces.
size_t MatchIndent(std::string_view text, size_t pos);
// `^` alone on its line.
size_t MatchEobMarker(std::string_view text, size_t pos);
size_t MatchHorizontalRule(std::string_view text, size_t pos);
// Behind at most three spaces: a tag, opening or closing, of an element that is no span.
bool IsLazyEndHtml(std::string_view text, size_t pos);
// Ends a paragraph or quote that runs on without markers.
bool IsLazyEnd(std::string_view text, size_t pos);
// Blank lines, `^`, a block IAL or the end.
bool IsBlockBoundary(std::string_view text, size_t pos);
bool IsBlockquoteStart(std::string_view text, size_t pos);

enum class ListType { kUnordered, kOrdered, kDefinition };
// Past the marker of a list item, at most `max_indent` spaces before it; a blank or `|` follows it.
size_t MatchListMarker(std::string_view text, size_t pos, ListType type, int max_indent = 3);
bool IsListStart(std::string_view text, size_t pos);

// The text without a tab or four spaces at the start of each line.
std::string RemoveIndent(std::string_view text);
// An indented code block with the lines that lazily follow it.
size_t MatchCodeblock(std::string_view text, size_t pos);

// GFM's `#` to `######` and a blank.
bool IsGfmAtxHeader(std::string_view text, size_t pos);
// Three or more of ~ and `, mixed or not.
bool IsGfmFence(std::string_view text, size_t pos);

}  // namespace tincture::kramdown
