// Where a place of one text is in another that was made of it or that it was made of: Markdown and its HTML, a page and
// the page without its white space. By the words around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tincture::engine {

// The place in `other` whose words around it are most like those around `offset` in `text`; nothing where too few are.
std::optional<size_t> FindByContext(std::string_view text, size_t offset, std::string_view other);

}  // namespace tincture::engine
