#include "engine/drops/site_drop.h"

#include <array>
#include <vector>

#include "engine/drops/site_drops.h"
#include "engine/model/turn.h"

namespace tincture::engine {

namespace {

constexpr Symbol kTime = "time";
constexpr Symbol kData = "data";
constexpr Symbol kPosts = "posts";
constexpr Symbol kPages = "pages";
constexpr Symbol kHtmlPages = "html_pages";
constexpr Symbol kStaticFiles = "static_files";
constexpr Symbol kTags = "tags";
constexpr Symbol kCategories = "categories";
constexpr Symbol kCollections = "collections";
constexpr Symbol kDocuments = "documents";
constexpr Symbol kRelatedPosts = "related_posts";
constexpr Symbol kConfig = "config";

constexpr std::array<std::string_view, 12> kSiteMethods = {"time",       "tags",       "config",       "data",
                                                           "categories", "pages",      "static_files", "collections",
                                                           "posts",      "html_pages", "documents",    "related_posts"};
constexpr std::array<std::string_view, 6> kThemeMethods = {"metadata", "dependencies", "version",
                                                           "root",     "authors",      "description"};
constexpr std::array<std::string_view, 2> kJekyllMethods = {"version", "environment"};

}  // namespace

std::span<const std::string_view> SiteDrop::Methods() const { return kSiteMethods; }

const Hash* SiteDrop::Data() const { return drops_.site().settings; }

Value SiteDrop::RelatedPostDrops(DropAccess& access) const {
  if (Turn* turn = Turn::Current()) turn->NoteVariation();
  if (current_ == nullptr) return {};
  std::vector<Value> posts;
  for (const Document* post : RelatedPosts(*current_)) posts.push_back(Value::OfDrop(&drops_.Of(*post)));
  return Value::Array(access.arena, posts);
}

bool SiteDrop::Call(const Symbol& method, DropAccess& access, Value* out) const {
  const std::string_view name = method.text;
  if (name != "posts") {
    if (const CollectionDrop* collection = drops_.FindCollection(name)) {
      *out = collection->docs();
      return true;
    }
  }
  if (method == kTime) {
    *out = drops_.site().time;
  } else if (method == kData) {
    const Value configured = drops_.site().Setting("data");
    *out = configured.Truthy() ? configured : drops_.site().data;
  } else if (method == kPosts) {
    *out = drops_.posts();
  } else if (method == kPages) {
    Turn* turn = Turn::Current();
    *out = turn != nullptr ? turn->Pages() : drops_.pages();
  } else if (method == kHtmlPages) {
    *out = drops_.html_pages();
  } else if (method == kStaticFiles) {
    *out = drops_.static_files();
  } else if (method == kTags) {
    *out = drops_.tags();
  } else if (method == kCategories) {
    *out = drops_.categories();
  } else if (method == kCollections) {
    *out = drops_.collections();
  } else if (method == kDocuments) {
    *out = drops_.documents();
  } else if (method == kRelatedPosts) {
    *out = RelatedPostDrops(access);
  } else if (method == kConfig) {
    *out = Value();
  } else {
    return false;
  }
  return true;
}

bool SiteDrop::Equals(const Drop& other) const {
  const auto* theirs = dynamic_cast<const SiteDrop*>(&other);
  return theirs != nullptr && &theirs->drops_ == &drops_;
}

std::span<const std::string_view> ThemeDrop::Methods() const { return kThemeMethods; }

bool ThemeDrop::Call(const Symbol& method, DropAccess&, Value* out) const {
  const std::string_view name = method.text;
  if (name == "version") {
    *out = Value::String(theme_.version);
  } else if (name == "root") {
    // Jekyll 4.4 tells it in development only.
    const bool hidden = site_.profile().theme_root_in_development_only && site_.Environment() != "development";
    *out = Value::String(hidden ? std::string_view() : std::string_view(theme_.root));
  } else if (name == "authors") {
    *out = Value::String(theme_.authors);
  } else if (name == "description") {
    *out = Value::String(theme_.description);
  } else if (name == "metadata" || name == "dependencies") {
    *out = Value();
  } else {
    return false;
  }
  return true;
}

std::span<const std::string_view> JekyllDrop::Methods() const { return kJekyllMethods; }

bool JekyllDrop::Call(const Symbol& method, DropAccess&, Value* out) const {
  if (method.text == "version") {
    *out = Value::String(site_.profile().jekyll_version);
  } else if (method.text == "environment") {
    *out = Value::String(environment_);
  } else {
    return false;
  }
  return true;
}

}  // namespace tincture::engine
