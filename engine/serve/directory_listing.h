// The page that shows what is in a folder without an index.
#pragma once

#include <string>
#include <string_view>

#include "engine/source/file_source.h"

namespace tincture::engine {

// `query`: N, M or S (name, time, size) = A or D (up, down), as WEBrick has it; names where it says nothing.
std::string DirectoryListing(const FileSource& files, const std::string& folder, std::string_view url_path,
                             std::string_view query);

// Names that are neither listed nor served (Jekyll's :NondisclosureName, and WEBrick's names that Windows could
// mistake).
bool IsUndisclosed(std::string_view name);

}  // namespace tincture::engine
