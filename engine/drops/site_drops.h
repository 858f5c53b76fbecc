// SiteDrops: the drops of a whole site, one a unit, and the lists that templates see them in.
// Made after generating; lives as long as the site renders. Immutable once finished, but for
// what is said otherwise.
#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/drops/collection_drop.h"
#include "engine/drops/document_drop.h"
#include "engine/drops/page_drop.h"
#include "engine/drops/site_drop.h"
#include "engine/drops/static_file_drop.h"
#include "engine/model/site.h"

namespace tincture::engine {

// Renders an excerpt when a template first asks for it. Implemented by engine/render.
class ExcerptRenderer {
 public:
  virtual ~ExcerptRenderer() = default;
  // Excerpt#to_s: what it renders to, kept from then on.
  virtual Result<Value> OutputOf(const Excerpt& excerpt) = 0;
};

class SiteDrops {
 public:
  // Borrows it. Drops may be asked for from now on, by one thread; lists only after Finish.
  explicit SiteDrops(const Site& site);
  SiteDrops(const SiteDrops&) = delete;
  SiteDrops& operator=(const SiteDrops&) = delete;

  // Before anything renders. Borrowed.
  void set_excerpt_renderer(ExcerptRenderer& excerpts) { excerpts_ = &excerpts; }
  // After generating: makes what is missing, and the lists.
  void Finish();
  // After a page was appended to site.pages while rendering (a source map): pages() has it from now on.
  void ListPages();
  // After the page's data changed.
  void Refresh(const Page& page);

  const Site& site() const { return site_; }
  const DocumentDrop& Of(const Document& document) const;
  const PageDrop& Of(const Page& page) const;
  const StaticFileDrop& Of(const StaticFile& file) const;
  // Null where there is none.
  const CollectionDrop* FindCollection(std::string_view label) const;
  // site.tags and site.categories as they are at this moment.
  Value PostsBy(const Symbol& attribute) const;

  // An error becomes the access's.
  Value ExcerptOutput(const Excerpt& excerpt, DropAccess& access) const;

  const Value& posts() const { return posts_list_; }
  const Value& pages() const { return pages_list_; }
  const Value& html_pages() const { return html_pages_list_; }
  const Value& static_files() const { return static_files_list_; }
  const Value& collections() const { return collections_list_; }
  const Value& documents() const { return documents_list_; }
  const Value& tags() const { return tags_; }
  const Value& categories() const { return categories_; }

  const Drop& jekyll() const { return jekyll_; }
  // Null where there is no theme.
  const Drop* theme() const { return theme_.get(); }

 private:
  void ListStaticFiles();
  void MakeCollections();
  void ListHtmlPages();
  Value ListOf(std::span<Document* const> documents) const;

  const Site& site_;
  ExcerptRenderer* excerpts_ = nullptr;
  mutable Arena arena_;
  JekyllDrop jekyll_;
  std::unique_ptr<ThemeDrop> theme_;
  mutable std::deque<DocumentDrop> documents_;
  mutable std::deque<PageDrop> pages_;
  mutable std::deque<StaticFileDrop> static_files_;
  std::vector<std::unique_ptr<CollectionDrop>> collections_;

  Value posts_list_, pages_list_, html_pages_list_, static_files_list_, collections_list_, documents_list_;
  Value tags_, categories_;
};

}  // namespace tincture::engine
