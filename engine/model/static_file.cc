#include "engine/model/static_file.h"

#include "engine/config/front_matter_defaults.h"
#include "engine/model/collection.h"
#include "engine/model/permalink.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/site.h"
#include "engine/model/string_edit.h"
#include "engine/model/url.h"
#include "engine/source/path.h"

namespace tincture::engine {

std::string StaticFile::Basename() const {
  const std::string_view stem(name.data(), name.size() - extname.size());
  return std::string(site.profile().trailing_dots_cleaned ? WithoutTrailingDots(stem) : stem);
}

std::string StaticFile::CleanedRelativePath() const {
  const std::string_view stem(relative_path.data(), relative_path.size() - extname.size());
  const std::string_view cleaned = WithoutTrailingDots(stem);
  return collection ? ReplaceFirst(cleaned, collection->relative_directory, "") : std::string(cleaned);
}

std::string StaticFile::Url() const { return StaticFileUrl(*this); }

std::string StaticFile::Destination(std::string_view destination) const {
  if (site.profile().static_files_follow_url) return SanitizedPath(destination, UnescapePath(Url()));
  const std::string folder = collection ? std::string(DirName(Url())) : dir;
  return SanitizedPath(SanitizedPath(destination, folder), name);
}

bool StaticFile::Write() const {
  Arena scratch;
  const Value* published = site.defaults().All(scratch, Url(), Type())->Find("published");
  if (published != nullptr && !published->Truthy()) return false;
  return collection == nullptr || !site.profile().static_files_follow_url || collection->Write();
}

std::string_view StaticFile::Type() const { return collection ? std::string_view(collection->label) : ""; }

}  // namespace tincture::engine
