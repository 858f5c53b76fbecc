#include "engine/model/document.h"

#include <algorithm>

#include "engine/model/collection.h"
#include "engine/model/permalink.h"
#include "engine/model/publisher.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/site.h"
#include "engine/model/string_edit.h"
#include "engine/model/turn.h"
#include "engine/model/url.h"
#include "engine/source/path.h"
#include "liquid/value/compare.h"

namespace tincture::engine {

std::string_view Document::Basename() const { return BaseName(path); }

std::string_view Document::BasenameWithoutExt() const {
  const std::string_view name = BaseName(path);
  return name.substr(0, name.size() - extname.size());
}

Value Document::PlainDate() const {
  const Value date = data->Get("date");
  if (date.Truthy()) return date;
  return IsDraft() ? site.FileTime(path) : site.time;
}

Value Document::Date() const {
  Turn* turn = data->Get("date").Truthy() || IsDraft() ? nullptr : Turn::Current();
  if (turn != nullptr) turn->Note(ReadKind::kDrop, "site", "time");
  return PlainDate();
}

Value Document::ShownDate() const {
  return site.profile().undated_documents_get_time || IsDated() ? Date() : data->Get("date");
}

Value Document::KnownDate() const { return IsDated() ? PlainDate() : data->Get("date"); }

std::string Document::CleanedRelativePath() const {
  const std::string_view stem(relative_path.data(), relative_path.size() - extname.size());
  const std::string cleaned = ReplaceFirst(stem, collection.relative_directory, "");
  return site.profile().trailing_dots_cleaned ? std::string(WithoutTrailingDots(cleaned)) : cleaned;
}

std::string Document::OutputExt() const { return OutputExtOf(site, data->Get("permalink"), extname); }

const Result<std::string>& Document::Url() const {
  if (!url_) url_ = DocumentUrl(*this);
  return *url_;
}

void Document::UrlAsked() const {
  if (data->Get("date").Truthy()) return;
  if (UrlNeedsDate(*this) && !IsDated()) FillDate();
}

void Document::PublishingAsked() const {
  if (TakesDateWhenRendered()) FillDate();
}

bool Document::TakesDateWhenRendered() const {
  return collection.Write() && !site.config().Truthy("future") && MayBePublished(site, *this);
}

bool Document::IsDated() const {
  if (data->Get("date").Truthy()) return true;
  Turn* turn = Turn::Current();
  return turn != nullptr ? turn->IsDated(*this) : date_filled.load();
}

// Whoever has a date keeps it.
void Document::FillDate() const {
  if (data->Get("date").Truthy()) return;
  if (Turn* turn = Turn::Current()) {
    turn->FillDate(*this);
  } else {
    date_filled = true;
  }
}

Result<std::string> Document::Id() const {
  const Result<std::string>& url = Url();
  if (!url) return url;
  const Value slug = data->Get("slug");
  return JoinPath(DirName(*url), slug.Truthy() ? site.TextOf(slug) : std::string(BasenameWithoutExt()));
}

Result<std::string> Document::Destination(std::string_view destination) const {
  const Result<std::string>& url = Url();
  if (!url) return url;
  std::string file = SanitizedPath(destination, UnescapePath(*url));
  if (url->ends_with('/')) return JoinPath(file, "index.html");
  const std::string ext = OutputExt();
  return file.ends_with(ext) ? file : file + ext;
}

bool Document::Write() const { return collection.Write() && Publishes(site, *this); }

bool Document::RenderWithLiquid() const {
  const Value wanted = data->Get("render_with_liquid");
  if (site.profile().render_with_liquid_key && wanted.IsBool() && !wanted.AsBool()) return false;
  return extname != ".coffee" && !IsYamlFile() && HasLiquidConstruct(Content());
}

bool Document::PlaceInLayout() const { return !IsAssetFile() && !IsYamlFile() && DataText("layout") != "none"; }

std::string Document::ExcerptSeparator() const {
  const Value own = data->Get("excerpt_separator");
  return site.TextOf(own.Truthy() ? own : site.config().Get("excerpt_separator"));
}

const Document* Document::Next() const {
  return position + 1 < collection.docs.size() ? collection.docs[position + 1] : nullptr;
}

const Document* Document::Previous() const { return position > 0 ? collection.docs[position - 1] : nullptr; }

int CompareDocuments(const Document& a, const Document& b) {
  const std::optional<int> by_date = Compare(a.KnownDate(), b.KnownDate());
  if (by_date && *by_date != 0) return *by_date;
  return a.path.compare(b.path);
}

std::vector<const Document*> RelatedPosts(const Document& document) {
  const std::vector<Document*>& posts = document.site.posts().docs;
  std::vector<const Document*> related;
  if (posts.size() <= 1) return related;
  const size_t newest = std::min<size_t>(posts.size(), 11);
  for (size_t i = 0; i < newest && related.size() < 10; ++i) {
    const Document* post = posts[posts.size() - 1 - i];
    if (post != &document) related.push_back(post);
  }
  return related;
}

bool HasLiquidConstruct(const Value& content) {
  if (!content.IsString()) return false;
  const std::string_view text = content.AsString();
  return text.find("{%") != std::string_view::npos || text.find("{{") != std::string_view::npos;
}

std::string OutputExtOf(const Site& site, const Value& permalink, std::string_view extname) {
  if (permalink.Truthy()) {
    const std::string text = site.TextOf(permalink);
    const std::string_view ext = ExtName(text);
    if (!text.ends_with('/') && !ext.empty()) return std::string(ext);
  }
  return site.output_ext(extname);
}

}  // namespace tincture::engine
