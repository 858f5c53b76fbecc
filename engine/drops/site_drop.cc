#include "engine/drops/site_drop.h"

#include <array>
#include <vector>

#include "engine/drops/site_drops.h"
#include "engine/model/turn.h"

namespace tincture::engine {

namespace {

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
  if (name == "time") {
    *out = drops_.site().time;
  } else if (name == "data") {
    const Value configured = drops_.site().Setting("data");
    *out = configured.Truthy() ? configured : drops_.site().data;
  } else if (name == "posts") {
    *out = drops_.posts();
  } else if (name == "pages") {
    Turn* turn = Turn::Current();
    *out = turn != nullptr ? turn->Pages() : drops_.pages();
  } else if (name == "html_pages") {
    *out = drops_.html_pages();
  } else if (name == "static_files") {
    *out = drops_.static_files();
  } else if (name == "tags") {
    *out = drops_.tags();
  } else if (name == "categories") {
    *out = drops_.categories();
  } else if (name == "collections") {
    *out = drops_.collections();
  } else if (name == "documents") {
    *out = drops_.documents();
  } else if (name == "related_posts") {
    *out = RelatedPostDrops(access);
  } else if (name == "config") {
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
