// Lines for what would be missing from the site without a word: Jekyll says nothing of these.
// Each is logged once for a file, and grouped where there are many.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/site.h"

namespace tincture::engine {

// A file of a _posts folder whose name does not begin with a date. `path`: relative to the source.
void WarnOfUndatedName(const Site& site, const std::string& path);

// A text file whose front matter is not at its very start: it is copied as it is. `start`: its first bytes.
void WarnOfDisplacedFrontMatter(const Site& site, const std::string& path, std::string_view start);

// A page in a language of markup that nothing converts.
void WarnOfUnknownMarkup(const Site& site, const Page& page);

// Folders of the source that look like collections and are not configured.
void WarnOfUnconfiguredCollections(const Site& site);

// Documents that are in a template's lists but not written, as their date is in the future.
void WarnOfFutureDocuments(const Site& site);

}  // namespace tincture::engine
