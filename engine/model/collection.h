// Collection: a folder of documents with its settings (lib/jekyll/collection.rb). `posts` is one of them.
// Filled by the readers; immutable after the generators.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/log.h"
#include "liquid/support/status.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

struct Document;
struct StaticFile;
struct Site;

struct Collection {
  std::string label;
  std::string relative_directory;  // "_" + label
  std::string directory;           // absolute
  const Hash* metadata = nullptr;  // its settings under `collections:`; never null
  std::string url_template;

  std::vector<std::unique_ptr<Document>> owned;  // as read
  std::vector<Document*> docs;                   // in order, without what limit_posts dropped
  std::vector<StaticFile*> files;                // owned by Site::static_files

  // Whether its documents become files.
  bool Write() const { return metadata->Get("output").Truthy(); }
};

// Collection.new. `label`: as in the configuration.
std::unique_ptr<Collection> MakeCollection(std::string_view label, const Site& site);

// Collection#sort_docs!: by `order`, by `sort_by`, else by date and path. Warns of documents without the key.
void SortDocs(Collection& collection, Log& log);
// docs.sort!, and docs.sort { |a, b| b <=> a }. As Ruby sorts: documents without a date compare by path with all
// others, which is no order, so that the way of sorting shows (tests/golden/site/undated-order).
void SortByDate(std::vector<Document*>& docs);
void SortNewestFirst(std::vector<Document*>& docs);

}  // namespace tincture::engine
