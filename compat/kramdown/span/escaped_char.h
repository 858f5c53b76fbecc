#pragma once

namespace tincture::kramdown {

// Whether a backslash before it makes it plain text.
bool IsEscapable(char c);

}  // namespace tincture::kramdown
