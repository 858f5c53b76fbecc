// Page: a file with front matter outside the collections, or one that a plugin makes (lib/jekyll/page.rb,
// page_without_a_file.rb).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/model/excerpt.h"
#include "engine/model/layout.h"
#include "engine/model/renderable.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct Site;

struct Page : Renderable {
  explicit Page(const Site& its_site) : Renderable(UnitKind::kPage), site(its_site) {}

  const Site& site;
  std::string dir;   // the folder that the URL is made from: "" or with a leading '/'
  std::string name;  // file name
  std::string basename;
  std::unique_ptr<Excerpt> excerpt;  // only with `page_excerpts`
  Value pager;                       // `paginator` while it renders
  bool generated = false;            // no file stands behind it

  // Of pages that plugins make.
  bool asset = false;               // never placed in a layout
  bool liquid = true;               // whether its text goes through Liquid
  BodyWriter writer;                // in place of the text
  std::string fixed_url;            // the URL as it stands, where not empty
  Value attributes;                 // a Hash shown instead of kAttributes, or nil; `data` has no default_proc then
  std::string_view type = "pages";  // of front matter defaults

  // data[key], else the front matter defaults' value: what Jekyll's data.default_proc gives.
  Value Data(const Symbol& key) const;
  // Sets extname and basename from `name`.
  void Process();

  std::string OutputExt() const;
  const Result<std::string>& Url() const;
  // The folder of the URL.
  Result<std::string> Dir() const;
  // `path` as templates see it.
  Value ShownPath() const;
  Result<std::string> Destination(std::string_view destination) const;
  bool IsHtml() const;
  bool IsIndex() const { return basename == "index"; }
  bool RenderWithLiquid() const;
  bool PlaceInLayout() const;
  std::string ExcerptSeparator() const;

  void ResetUrl() { url_.reset(); }

 private:
  mutable LazyUrl url_;
};

}  // namespace tincture::engine
