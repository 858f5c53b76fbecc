// The language of code, which kramdown keeps in a class `language-x`, and the other classes it gives to code.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/kramdown/element.h"

namespace tincture::kramdown {

std::optional<std::string_view> FindCodeLanguage(std::string_view classes);
// The same, and takes the class away.
std::optional<std::string_view> TakeCodeLanguage(Arena& arena, Attributes& attr);
// Adds `highlighter-x`, and puts `language-lang` first when there is a language.
void AddHighlighterClass(Arena& arena, Attributes& attr, std::string_view highlighter,
                         std::optional<std::string_view> lang);
// Takes each `highlighter-x` away.
void RemoveHighlighterClasses(Arena& arena, Attributes& attr);
// \bword\b
bool HasClassWord(std::string_view classes, std::string_view word);
// Escaped code with its blanks as elements of their own: class show-whitespaces.
std::string ShowWhitespaces(std::string_view code);

}  // namespace tincture::kramdown
