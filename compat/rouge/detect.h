// What texts say of their own language: Rouge's TextAnalyzer, for the name "guess".
#pragma once

#include <string_view>

namespace tincture::rouge {

// Whether the first line is `#!` and names this program as a word of its own, as in "#!/usr/bin/env ruby -w".
// `program` is a regular expression, a literal.
bool HasShebang(std::string_view text, const char* program);

// What stands between <!DOCTYPE and >, after an <?xml ...?>; empty where there is none.
std::string_view Doctype(std::string_view text);

}  // namespace tincture::rouge
