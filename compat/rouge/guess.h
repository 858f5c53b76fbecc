// Which lexer a text is for, by what it says itself: Rouge's Lexer.guess with its guessers Mimetype, Modeline and
// Source. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tincture::rouge {

struct Definition;

// Null where no lexer, or none that we have, is for this MIME type.
const Definition* FindByMimeType(std::string_view type);

// The names in the text's Emacs and Vim modelines, in its first and last five lines.
std::vector<std::string> ModelineNames(std::string_view text);

// All that fit equally well. None where the text says nothing. `mimetype` may be empty.
std::vector<const Definition*> Guesses(std::string_view text, std::string_view mimetype);

}  // namespace tincture::rouge
