#include "engine/drops/site_drops.h"

#include <algorithm>

namespace tincture::engine {

SiteDrops::SiteDrops(const Site& site) : site_(site), jekyll_(site) {
  if (site.theme) theme_ = std::make_unique<ThemeDrop>(site, *site.theme);
}

void SiteDrops::Finish() {
  for (const Page* page : site_.pages) Refresh(*page);
  ListPages();
  ListHtmlPages();
  ListStaticFiles();
  MakeCollections();
  std::vector<Document*> newest_first = site_.posts().docs;
  SortNewestFirst(newest_first);
  posts_list_ = ListOf(newest_first);
  tags_ = PostsBy("tags");
  categories_ = PostsBy("categories");
}

const DocumentDrop& SiteDrops::Of(const Document& document) const {
  if (document.drop == nullptr) document.drop = &documents_.emplace_back(document, *this);
  return static_cast<const DocumentDrop&>(*document.drop);
}

const PageDrop& SiteDrops::Of(const Page& page) const {
  if (page.drop == nullptr) page.drop = &pages_.emplace_back(page, PageDrop::MergedData(page, arena_), *this);
  return static_cast<const PageDrop&>(*page.drop);
}

const StaticFileDrop& SiteDrops::Of(const StaticFile& file) const {
  if (file.drop == nullptr) file.drop = &static_files_.emplace_back(file);
  return static_cast<const StaticFileDrop&>(*file.drop);
}

void SiteDrops::Refresh(const Page& page) {
  const_cast<PageDrop&>(Of(page)).set_merged(PageDrop::MergedData(page, arena_));
}

void SiteDrops::ListPages() {
  std::vector<Value> list;
  for (const Page* page : site_.pages) list.push_back(Value::OfDrop(&Of(*page)));
  pages_list_ = Value::Array(arena_, list);
}

void SiteDrops::ListStaticFiles() {
  std::vector<Value> list;
  for (const StaticFile* file : site_.static_files) list.push_back(Value::OfDrop(&Of(*file)));
  static_files_list_ = Value::Array(arena_, list);
}

void SiteDrops::ListHtmlPages() {
  std::vector<Value> list;
  for (const Page* page : site_.pages) {
    const Result<std::string>& url = page->Url();
    if (page->IsHtml() || (url && url->ends_with('/'))) list.push_back(Value::OfDrop(&Of(*page)));
  }
  html_pages_list_ = Value::Array(arena_, list);
}

void SiteDrops::MakeCollections() {
  std::vector<Value> all;
  for (const auto& collection : site_.collections) {
    std::vector<Value> files;
    for (const StaticFile* file : collection->files) files.push_back(Value::OfDrop(&Of(*file)));
    const Value docs = ListOf(collection->docs);
    all.insert(all.end(), docs.AsArray().begin(), docs.AsArray().end());
    all.insert(all.end(), files.begin(), files.end());
    collections_.push_back(std::make_unique<CollectionDrop>(*collection, docs, Value::Array(arena_, files)));
  }
  documents_list_ = Value::Array(arena_, all);
  std::vector<const CollectionDrop*> by_label;
  for (const auto& collection : collections_) by_label.push_back(collection.get());
  std::stable_sort(by_label.begin(), by_label.end(),
                   [](auto* a, auto* b) { return a->collection().label < b->collection().label; });
  std::vector<Value> list;
  for (const CollectionDrop* collection : by_label) list.push_back(Value::OfDrop(collection));
  collections_list_ = Value::Array(arena_, list);
}

const CollectionDrop* SiteDrops::FindCollection(std::string_view label) const {
  for (const auto& collection : collections_) {
    if (collection->collection().label == label) return collection.get();
  }
  return nullptr;
}

Value SiteDrops::ListOf(std::span<Document* const> documents) const {
  std::vector<Value> list;
  for (const Document* document : documents) list.push_back(Value::OfDrop(&Of(*document)));
  return Value::Array(arena_, list);
}

Value SiteDrops::PostsBy(const Symbol& attribute) const {
  HashBuilder hash(arena_);
  for (const TaggedPosts& tag : PostsByAttribute(site_, attribute)) {
    std::vector<Value> posts;
    for (const Document* post : tag.posts) posts.push_back(Value::OfDrop(&Of(*post)));
    hash.Set(tag.name, Value::Array(arena_, posts));
  }
  return hash.BuildValue();
}

Value SiteDrops::ExcerptOutput(const Excerpt& excerpt, DropAccess& access) const {
  if (excerpts_ == nullptr) return excerpt.text.content();
  Result<Value> output = excerpts_->OutputOf(excerpt);
  if (output) return *output;
  if (!access.error) access.error = output.error();
  return {};
}

}  // namespace tincture::engine
