// Queries of bibtex-ruby: @book[year >= 2000 && author ~= Knuth], @article[...]. An entry is chosen where one of the
// types fits and one of its conditions, `||` between them, is met in all its parts, `,` or `&&` between them.
#pragma once

#include <string_view>
#include <vector>

#include "compat/plugins/scholar/bibtex.h"

namespace tincture::compat::plugins::scholar {

// In the order of the bibliography. A query that does not begin with @ or !@ is a key.
std::vector<const Entry*> Select(const Bibliography& bibliography, std::string_view query);

}  // namespace tincture::compat::plugins::scholar
