// LaTeX in BibTeX values to text: accents, symbols, dashes and quotes (latex-decode 0.4.2), and the filters that
// jekyll-scholar adds for \emph, \textsc and their kin. `bibtex_filters` names them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/bibtex.h"

namespace tincture::compat::plugins::scholar {

using FilterFunction = std::string (*)(std::string_view text);

// Null where there is no filter of that name, in any case.
FilterFunction FindFilter(std::string_view name);

// Every text of a value through the filters; a symbol becomes a text.
BibValue Filtered(BibValue value, const std::vector<FilterFunction>& filters);
Entry Filtered(Entry entry, const std::vector<FilterFunction>& filters);

std::string DecodeLatex(std::string_view text);

}  // namespace tincture::compat::plugins::scholar
