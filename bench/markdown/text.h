// Markdown such as academic sites hold, made up from a seed: prose with links and emphasis, lists of papers, headings,
// code, tables, footnotes, HTML, mathematics. The same seed gives the same bytes everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tincture::bench {

// Documents of 5 to 50 kB, together at least `bytes`. Link and footnote names are different in each, so that they may
// be joined to one text.
std::vector<std::string> MakeDocuments(uint64_t seed, size_t bytes);

}  // namespace tincture::bench
