// Recognises pieces of HTML as kramdown does, at one place of a text. Positions are bytes; kNoMatch or nothing: not
// there.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "compat/kramdown/document.h"
#include "compat/kramdown/support/chars.h"
#include "compat/kramdown/support/source.h"

namespace tincture::kramdown {

struct TagMatch {
  size_t end = 0;
  std::string_view name = {};
  std::string_view attributes = {};
  bool closed = false;  // written `<x />`
};

struct CloseTagMatch {
  size_t end = 0;
  std::string_view name = {};
};

// REXML's UNAME: a name with at most one colon.
size_t MatchName(std::string_view text, size_t pos);
std::optional<TagMatch> MatchTag(std::string_view text, size_t pos);
std::optional<CloseTagMatch> MatchCloseTag(std::string_view text, size_t pos);
size_t MatchComment(Source& source, size_t pos);
size_t MatchInstruction(std::string_view text, size_t pos);

// `<` of the closing tag of `name` at or after `pos`, whatever the case of its letters.
size_t FindCloseTag(std::string_view text, size_t pos, std::string_view name);
// Whether the closing tag of `name` is at `pos`; its end.
size_t MatchCloseTagOf(std::string_view text, size_t pos, std::string_view name, bool ignore_case);

// The name as kramdown keeps it: lower case for elements of HTML, as written for others.
std::string_view ElementName(Arena& arena, std::string_view name);
// `attributes`: as MatchTag gave them. Names become lower case for elements of HTML.
Attributes ParseHtmlAttributes(Document& document, std::string_view attributes, int line, bool in_html_tag);

}  // namespace tincture::kramdown
