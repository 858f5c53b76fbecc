// Lines for what would be missing from the site without a word: Jekyll says nothing of these.
// Each is logged once for a file, and grouped where there are many.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/site.h"
#include "engine/source/entry_filter.h"

namespace tincture::engine {

// A file of a _posts folder whose name does not begin with a date. `path`: relative to the source.
void WarnOfUndatedName(const Site& site, const std::string& path);

// A text file whose front matter is not at its very start: it is copied as it is. `start`: its first bytes.
void WarnOfDisplacedFrontMatter(const Site& site, const std::string& path, std::string_view start);

// A page or document in a language of markup that nothing converts.
void WarnOfUnknownMarkup(const Site& site, const Renderable& unit);
// Whether files with this extension are such ones.
bool IsUnknownMarkup(const Site& site, std::string_view extname);

// The texts of a collection's folder, `entries`, that are not among `kept`: names under `exclude`, links that safe mode
// does not follow. Names that begin with _ or . are meant to be passed over.
void WarnOfRejected(const Site& site, const EntryFilter& filter, std::string_view folder,
                    const std::vector<std::string>& entries, const std::vector<std::string>& kept);

// A file of the data folder in a format of other programs. `path`: absolute.
void WarnOfUnknownData(const Site& site, const std::string& path);
bool IsUnknownData(std::string_view path);

// Folders of the source that look like collections and are not configured.
void WarnOfUnconfiguredCollections(const Site& site);

// One whose date is in the future.
void WarnOfFutureDocument(const Site& site, const Document& document);
// Those that are in a template's lists but not written for that.
void WarnOfFutureDocuments(const Site& site);

}  // namespace tincture::engine
