// The lexers of Rouge that are not written yet.
#pragma once

#include <string_view>

namespace tincture::rouge {

// Whether Rouge 3.30.0 has a lexer of this tag or alias and Find has none.
bool IsMissing(std::string_view name);

}  // namespace tincture::rouge
