#include "engine/read/collection_reader.h"

#include "engine/read/document_reader.h"
#include "engine/read/static_file_reader.h"
#include "engine/read/text_file.h"
#include "engine/read/vanished.h"
#include "engine/source/entry_filter.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

Result<std::vector<std::string>> FilteredEntries(const Site& site, const Collection& collection) {
  const FileSource& files = site.machine.files;
  const EntryFilter filter(site.config().entry_rules(), files);
  const Result<bool> is_outside = filter.IsOutsideLink(collection.directory);
  if (!is_outside) return is_outside.error();
  if (*is_outside || !files.Stat(collection.directory).is_directory()) return std::vector<std::string>();
  const std::vector<std::string> all = GlobTree(files, collection.directory, true);
  Result<std::vector<std::string>> entries = filter.Filter(all, collection.relative_directory);
  if (!entries) return entries;
  WarnOfRejected(site, filter, collection.relative_directory, all, *entries);
  std::erase_if(*entries, [&](const std::string& entry) {
    const std::string path = JoinPath(collection.directory, entry);
    const Result<bool> leads_out = filter.IsOutsideLink(path);  // `include` does not save it here
    return !files.Stat(path).is_file() || (leads_out && *leads_out);
  });
  return entries;
}

bool IsPublished(const Site& site, const Document& document) {
  const Value published = document.data->Get("published");
  return site.config().Truthy("unpublished") || !published.IsBool() || published.AsBool();
}

// Jekyll's sanitized_path of the collection's folder, which leaves a slash at its end for files right in it.
StaticFile* ReadStaticFile(Site& site, Collection& collection, const std::string& entry) {
  const std::string_view folder = DirName(entry);
  const std::string dir = JoinPath(collection.relative_directory, folder == "." ? "" : folder);
  return MakeStaticFile(site, site.source(), dir, std::string(BaseName(entry)), &collection);
}

Status ReadCollection(Site& site, Collection& collection, const InitHook& on_init) {
  const Result<std::vector<std::string>> entries = FilteredEntries(site, collection);
  if (!entries) return entries.error();
  for (const std::string& entry : *entries) {
    const std::string path = JoinPath(collection.directory, entry);
    if (!FileHasYamlHeader(site.machine.files, path)) {
      collection.files.push_back(ReadStaticFile(site, collection, entry));
      continue;
    }
    Result<std::unique_ptr<Document>> document = ReadDocument(site, collection, path, on_init);
    if (!document) return document.error();
    if (!IsPublished(site, **document)) continue;
    if (collection.Write()) WarnOfUnknownMarkup(site, **document);
    collection.docs.push_back(document->get());
    collection.owned.push_back(std::move(*document));
  }
  SortDocs(collection, site.log);
  if (!site.profile().collection_files_are_listed) return {};
  site.static_files.insert(site.static_files.end(), collection.files.begin(), collection.files.end());
  return {};
}

}  // namespace

Status ReadCollections(Site& site, const InitHook& on_init) {
  for (const auto& collection : site.collections) {
    if (collection->label == "posts" || collection->label == "data") continue;
    if (Status status = ReadCollection(site, *collection, on_init); !status) return status;
  }
  return {};
}

}  // namespace tincture::engine
