// String#downcase, upcase and capitalize with Ruby's full Unicode mappings: character by character, so that a final
// sigma is nothing special; "ß" becomes "SS", the first letter of a capitalized text its title case.
#pragma once

#include <string>
#include <string_view>

namespace tincture {

// False where the text is broken UTF-8: Ruby raises ArgumentError "input string invalid".
bool AppendDowncase(std::string_view text, std::string& out);
bool AppendUpcase(std::string_view text, std::string& out);
bool AppendCapitalized(std::string_view text, std::string& out);

}  // namespace tincture
