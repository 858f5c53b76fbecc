// String#downcase, upcase and capitalize: Unicode's full case mapping, one code point at a time, so that a sigma at
// the end of a word is not special and no language is. Bytes that are not UTF-8 stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

std::string Downcase(std::string_view text);
std::string Upcase(std::string_view text);
// The first character in title case, the rest in lower case.
std::string Capitalize(std::string_view text);

}  // namespace tincture::text
