// Document: a post, a draft or a document of a collection (lib/jekyll/document.rb).
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/excerpt.h"
#include "engine/model/renderable.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct Collection;
struct Site;

struct Document : Renderable {
  Document(const Site& its_site, const Collection& its_collection)
      : Renderable(UnitKind::kDocument), site(its_site), collection(its_collection) {}

  const Site& site;
  const Collection& collection;
  // Null where the front matter has its own, or the separator is empty.
  std::unique_ptr<Excerpt> excerpt;
  // Where it stands in collection.docs.
  size_t position = 0;
  // Whether `date` was asked of it, which fills in data["date"] (DESIGN.md fact 6). While the site renders,
  // as of the turns that are over.
  mutable std::atomic<bool> date_filled = false;

  std::string_view Basename() const;
  std::string_view BasenameWithoutExt() const;
  bool IsDraft() const { return data->Get("draft").Truthy(); }
  // data["date"], else a draft's modification time, else site.time.
  Value Date() const;
  // data["date"] as it stands: filled in by whoever asked for the date. What documents are sorted by.
  Value KnownDate() const;
  // What templates see as `date`.
  Value ShownDate() const;
  // relative_path without the collection's folder and the extension.
  std::string CleanedRelativePath() const;
  std::string OutputExt() const;
  // Kept after the first call.
  const Result<std::string>& Url() const;
  Result<std::string> Id() const;
  // The URL was asked for: where that holds the date, it is filled in.
  void UrlAsked() const;
  // Jekyll asked whether it is published, and for that its date.
  void PublishingAsked() const;
  // What that depends on.
  bool TakesDateWhenRendered() const;
  // As the present turn sees it.
  bool IsDated() const;
  // Where it is written, below `destination`.
  Result<std::string> Destination(std::string_view destination) const;
  // publish? and the collection is written.
  bool Write() const;
  bool RenderWithLiquid() const;
  bool PlaceInLayout() const;
  std::string ExcerptSeparator() const;

  const Document* Next() const;
  const Document* Previous() const;

  void ResetUrl() { url_.reset(); }

 private:
  // The date; it is not told to the turn that it may be the build's.
  Value PlainDate() const;
  void FillDate() const;

  mutable LazyUrl url_;
};

// Document#<=>: by date, where dates compare and differ, then by path.
int CompareDocuments(const Document& a, const Document& b);

// RelatedPosts#most_recent_posts: the ten newest posts but this.
std::vector<const Document*> RelatedPosts(const Document& document);

// Whether Liquid is run over `content` at all: only where it holds "{%" or "{{".
bool HasLiquidConstruct(const Value& content);
// Renderer#output_ext: the permalink's own extension, else what the converters make of `extname`.
std::string OutputExtOf(const Site& site, const Value& permalink, std::string_view extname);

}  // namespace tincture::engine
