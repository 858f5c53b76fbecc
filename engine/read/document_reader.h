// Document#initialize and Document#read (lib/jekyll/document.rb): front matter over its defaults, categories, tags,
// title, slug and date from the file's name, the excerpt.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// What a file name says (DATE_FILENAME_MATCHER, DATELESS_FILENAME_MATCHER).
struct FileNameParts {
  std::string date;  // empty where the name has none
  std::string slug;
  std::string ext;
};
// `slash_in_slug`: Jekyll 3's pattern, by which a dated folder makes posts of all files in it.
std::optional<FileNameParts> MatchDatedName(std::string_view path, bool slash_in_slug);
std::optional<FileNameParts> MatchDatelessName(std::string_view path);

// The document that `path` (absolute) holds, not yet in the collection's list. What cannot be read is logged.
// Errors: those that stop the build.
Result<std::unique_ptr<Document>> ReadDocument(Site& site, const Collection& collection, const std::string& path,
                                               const InitHook& on_init);

}  // namespace tincture::engine
