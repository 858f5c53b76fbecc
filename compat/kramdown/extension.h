// kramdown's generic extensions: {::comment}, {::nomarkdown}, {::options}, as blocks and within text.
#pragma once

#include <optional>
#include <string_view>

#include "compat/kramdown/document.h"
#include "compat/kramdown/support/source.h"

namespace tincture::kramdown {

// Whether an extension's start or stop tag is at the scanner. `category`: a block's is alone on its lines.
bool IsExtensionTag(std::string_view text, size_t pos, Category category);

// Reads the extension at `source` (IsExtensionTag holds) and adds what it stands for to `tree`. False, with a warning
// and the scanner where it was, when it is not a whole and known one.
bool ParseExtension(Document& document, Source& source, Element& tree, Category category);

}  // namespace tincture::kramdown
