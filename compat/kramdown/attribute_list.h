// Attribute lists in braces: `{: #id .class key="value" reference}`, and the definitions (ALD) that references name.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

struct BraceMatch {
  std::string_view content = {};
  size_t end = 0;  // past the brace, and past the newline where that was asked for
};

// What stands between `pos` and a closing brace, `\}` not being one while there is a better. Content is not empty.
// `to_line_end`: only white space may follow on the brace's line.
std::optional<BraceMatch> MatchBraced(std::string_view text, size_t pos, bool to_line_end);

// `{:` ... `}` alone on its line, where `pos` is at the brace; neither an extension nor its end.
std::optional<BraceMatch> MatchIalBlock(std::string_view text, size_t pos);
// The same behind at most three spaces.
std::optional<BraceMatch> MatchIalBlockStart(std::string_view text, size_t pos);
// `{: ...}` at the start of a list item's or term's text, with the white space around it.
std::optional<BraceMatch> MatchListItemIal(std::string_view text);
// \w[\w-]*
size_t MatchIdName(std::string_view text, size_t pos);
// \s*?\n: past the newline that ends a line of nothing but white space from `pos` on.
size_t MatchLineEnd(std::string_view text, size_t pos);

// Reads `content` into `ial`, adding to what it has.
void ParseAttributeList(Document& document, std::string_view content, Ial& ial);
Ial* NewIal(Document& document);
// Adds references and attributes of `more` to `ial`.
void UpdateIal(Document& document, Ial& ial, const Ial& more);
// Gives `attr` what `ial` and the definitions it refers to say.
void UpdateAttributes(Document& document, Attributes& attr, Ial& ial);

}  // namespace tincture::kramdown
