// DataReader (lib/jekyll/readers/data_reader.rb): _data as site.data, a hash level a folder.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// The site's data over the theme's. JSON is read as YAML, as Jekyll does. Errors: a file that does not parse.
Status ReadData(Site& site);

// The key of a data file or folder: without what is no word character, blank or hyphen; blanks become `_`.
std::string SanitizeDataName(std::string_view name);

}  // namespace tincture::engine
