#include "engine/model/collection.h"

#include <algorithm>
#include <map>

#include "engine/model/document.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/site.h"
#include "engine/model/url.h"
#include "engine/source/path.h"
#include "liquid/std/filters/merge_sort.h"
#include "liquid/value/compare.h"

namespace tincture::engine {

namespace {

std::string SanitizeLabel(std::string_view label) {
  std::string clean;
  for (const char c : label) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    if (kept) clean += c;
  }
  return clean;
}

const Hash* MetadataOf(const Site& site, std::string_view label) {
  const Value collections = site.config().Get("collections");
  const Value metadata = collections.IsHash() ? collections.AsHash().Get(label) : Value();
  return metadata.IsHash() ? &metadata.AsHash() : site.empty_hash;
}

std::string UrlTemplateOf(const Site& site, const Collection& collection) {
  if (const Value* permalink = collection.metadata->Find("permalink")) return site.TextOf(*permalink);
  return AddPermalinkSuffix("/:collection/:path", site.config().Text("permalink"));
}

// docs_table merged into the list that `order` names: listed ones first, in that order.
void RearrangeDocs(Collection& collection, std::span<const Value> order, const Site& site) {
  SortByDate(collection.docs);
  std::vector<Document*> arranged;
  std::vector<Document*> rest = collection.docs;
  for (const Value& entry : order) {
    const std::string path = JoinPath(collection.relative_directory, site.TextOf(entry));
    const auto found = std::find_if(rest.begin(), rest.end(), [&](Document* d) { return d->relative_path == path; });
    if (found == rest.end()) continue;
    arranged.push_back(*found);
    rest.erase(found);
  }
  arranged.insert(arranged.end(), rest.begin(), rest.end());
  collection.docs = std::move(arranged);
}

// Jekyll says it at each comparison.
void WarnOfUnsortable(const Collection& collection, std::string_view key, Log& log) {
  const auto lacks = [&](const Document* document) { return document->data->Get(Symbol(key)).IsNil(); };
  if (std::all_of(collection.docs.begin(), collection.docs.end(), lacks)) return;
  for (const Document* document : collection.docs) {
    if (!lacks(document)) continue;
    log.WarnOfMany("sort " + collection.label,
                   "Sort warning:", "'" + std::string(key) + "' not defined in " + PlaceIn(document->relative_path, 1));
  }
}

void SortByKey(Collection& collection, std::string_view key, Log& log) {
  const Symbol symbol(key);
  WarnOfUnsortable(collection, key, log);
  std::stable_sort(collection.docs.begin(), collection.docs.end(), [&](const Document* a, const Document* b) {
    const Value left = a->data->Get(symbol);
    const Value right = b->data->Get(symbol);
    if (left.IsNil() != right.IsNil()) return right.IsNil();
    const std::optional<int> order = Compare(left, right);
    return order && *order != 0 ? *order < 0 : CompareDocuments(*a, *b) < 0;
  });
}

}  // namespace

std::unique_ptr<Collection> MakeCollection(std::string_view label, const Site& site) {
  auto collection = std::make_unique<Collection>();
  collection->label = SanitizeLabel(label);
  collection->relative_directory = "_" + collection->label;
  collection->directory = SanitizedPath(site.config().collections_path(), collection->relative_directory);
  collection->metadata = MetadataOf(site, collection->label);
  collection->url_template = UrlTemplateOf(site, *collection);
  return collection;
}

void SortByDate(std::vector<Document*>& docs) {
  liquid::MergeSort(docs, [](auto* a, auto* b) { return std::optional(CompareDocuments(*a, *b)); });
}

void SortNewestFirst(std::vector<Document*>& docs) {
  liquid::MergeSort(docs, [](auto* a, auto* b) { return std::optional(CompareDocuments(*b, *a)); });
}

void SortDocs(Collection& collection, Log& log) {
  if (collection.docs.empty()) return;
  const Value order = collection.metadata->Get("order");
  const Value sort_by = collection.metadata->Get("sort_by");
  const Site& site = collection.docs.front()->site;
  if (site.profile().collections_sort_by_metadata && order.IsArray()) {
    RearrangeDocs(collection, order.AsArray(), site);
  } else if (site.profile().collections_sort_by_metadata && sort_by.IsString()) {
    SortByKey(collection, sort_by.AsString(), log);
  } else {
    SortByDate(collection.docs);
  }
}

}  // namespace tincture::engine
