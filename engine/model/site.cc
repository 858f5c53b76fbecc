#include "engine/model/site.h"

#include <algorithm>
#include <unordered_map>

#include "engine/model/publisher.h"
#include "engine/model/sanitized_path.h"
#include "engine/source/path.h"
#include "liquid/std/filters/merge_sort.h"
#include "liquid/value/ruby_text.h"
#include "liquid/value/time_parse.h"

namespace tincture::engine {

namespace {

std::vector<std::string> CollectionNames(const Value& collections, const Site& site) {
  std::vector<std::string> names;
  if (collections.IsHash()) {
    for (const Hash::Entry& entry : collections.AsHash().entries()) names.push_back(site.TextOf(entry.key));
  } else if (collections.IsArray()) {
    for (const Value& name : collections.AsArray()) names.push_back(site.TextOf(name));
  }
  return names;
}

}  // namespace

Site::Site(const Configuration& configuration, const FrontMatterDefaults& its_defaults, const Machine& its_machine,
           Log& its_log)
    : machine(its_machine),
      log(its_log),
      zone(configuration.zone()),
      configuration_(configuration),
      defaults_(its_defaults) {
  empty_hash = HashBuilder(arena).Build();
  HashBuilder used(arena, configuration.hash());
  if (!its_defaults.AsUsed().IsNil()) used.Set("defaults", its_defaults.AsUsed());
  settings = used.Build();
  data = Value::OfHash(empty_hash);
}

std::string Site::Environment() const { return machine.env.Get("JEKYLL_ENV").value_or("development"); }

Collection* Site::FindCollection(std::string_view label) const {
  for (const auto& collection : collections) {
    if (collection->label == label) return collection.get();
  }
  return nullptr;
}

const Layout* Site::FindLayout(const Value& name) const {
  if (!name.IsString()) return nullptr;
  const auto found = layouts.find(name.AsString());
  return found == layouts.end() ? nullptr : &found->second;
}

std::string Site::InSourceDir(std::string_view path) const { return SanitizedPath(source(), path); }

std::string Site::TextOf(const Value& value) const {
  Arena scratch;
  DropAccess access{scratch, nullptr, {}};
  std::string text;
  AppendText(value, access, text);
  return text;
}

Value Site::FileTime(const std::string& path) const {
  const FileInfo info = machine.files.Stat(path);
  return Keep(zone.Show(info.mtime_seconds, info.mtime_nanoseconds));
}

std::string_view Site::Keep(std::string_view text) const {
  const std::lock_guard lock(keep_mu_);
  return arena.Copy(text);
}

Value Site::Keep(const Time& time) const {
  const std::lock_guard lock(keep_mu_);
  return Value::OfTime(arena, time);
}

Result<Value> Site::ParseDate(const Value& input, std::string_view message) const {
  const std::string text = TextOf(input);
  const Clock::Instant now = machine.clock.Now();
  const std::optional<Time> parsed = ParseTime(text, zone.Show(now.seconds, now.nanoseconds), zone);
  if (!parsed) {
    return Error{.kind = "Jekyll::Errors::InvalidDateError",
                 .message = "Invalid date '" + text + "': " + std::string(message),
                 .hint = "Write dates as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS +ZZZZ."};
  }
  return Value::OfTime(arena, zone.Show(parsed->seconds, parsed->nanoseconds));
}

Status Site::MakeCollections() {
  const Value configured = config().Get("collections");
  if (!configured.IsNil() && !configured.IsHash() && !configured.IsArray()) {
    return Error{.kind = "ArgumentError",
                 .message = "Your `collections` key must be a hash or an array.",
                 .hint = "Write `collections:` with one indented line for each collection."};
  }
  for (const std::string& name : CollectionNames(configured, *this)) collections.push_back(MakeCollection(name, *this));
  posts_ = FindCollection("posts");
  if (posts_ != nullptr) return {};
  collections.push_back(MakeCollection("posts", *this));
  posts_ = collections.back().get();
  return {};
}

namespace {

// Files that share a path are told apart by their order.
class Namer {
 public:
  std::string NameOf(std::string_view kind, std::string_view path) {
    std::string name = std::string(kind) + ":" + std::string(path);
    const int before = taken_[name]++;
    return before == 0 ? name : name + "#" + std::to_string(before + 1);
  }

 private:
  std::unordered_map<std::string, int> taken_;
};

}  // namespace

std::string Site::NameOf(const Page& page) {
  std::string name = "page:" + page.relative_path;
  const auto same = [&](const Page* other) { return other != &page && other->relative_path == page.relative_path; };
  const auto before = std::count_if(pages.begin(), pages.end(), same);
  return before == 0 ? name : name + "#" + std::to_string(before + 1);
}

void Site::Number() {
  documents_.clear();
  Namer namer;
  for (const auto& collection : collections) {
    for (size_t i = 0; i < collection->docs.size(); ++i) {
      Document* document = collection->docs[i];
      document->position = i;
      document->index = documents_.size();
      document->id = namer.NameOf("document", document->relative_path);
      if (document->excerpt) document->excerpt->id = document->id;
      documents_.push_back(document);
    }
  }
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i]->index = i;
    pages[i]->id = namer.NameOf("page", pages[i]->relative_path);
    if (pages[i]->excerpt) pages[i]->excerpt->id = pages[i]->id;
  }
  for (size_t i = 0; i < static_files.size(); ++i) {
    static_files[i]->index = i;
    static_files[i]->id = namer.NameOf("file", static_files[i]->relative_path);
  }
}

Status Site::LimitPosts() {
  const Value limit = config().Get("limit_posts");
  if (!limit.IsInt() || limit.AsInt() == 0) return {};
  std::vector<Document*>& docs = posts().docs;
  const auto wanted = static_cast<size_t>(limit.AsInt());
  if (wanted < docs.size()) docs.erase(docs.begin(), docs.end() - static_cast<std::ptrdiff_t>(wanted));
  return {};
}

namespace {

// What Ruby says where a setting is not of the type that a method is called on.
Error UndefinedMethod(const Site& site, std::string_view method, const Value& value, std::string hint) {
  std::string inspected;
  Arena scratch;
  DropAccess access{scratch, nullptr, {}};
  AppendInspect(value, access, inspected);
  return {.kind = "NoMethodError",
          .message = "undefined method `" + std::string(method) + "' for " + inspected,
          .hint = std::move(hint),
          .where = {site.config().files().empty() ? std::string() : site.config().files().back(), 0, 0}};
}

// Site#config= and Site#reset call methods on these.
Status CheckSettings(const Site& site) {
  const Value permalink = site.config().Get("permalink");
  if (!permalink.IsString()) return UndefinedMethod(site, "to_sym", permalink, "`permalink` must be a text.");
  const Value encoding = site.config().Get("encoding");
  if (encoding.Truthy() && !encoding.IsString()) {
    const std::string_view method = site.profile().old_engine_defaults ? "start_with?" : "downcase";
    return UndefinedMethod(site, method, encoding, "`encoding` must be a name, as `utf-8`.");
  }
  const Value limit = site.config().Get("limit_posts");
  if (!limit.IsInt() && !limit.IsFloat()) {
    return UndefinedMethod(site, "negative?", limit, "`limit_posts` must be a number.");
  }
  return {};
}

}  // namespace

Status ResetSite(Site& site) {
  if (Status status = CheckSettings(site); !status) return status;
  const Value configured = site.config().Get("time");
  const Clock::Instant now = site.machine.clock.Now();
  site.time = Value::OfTime(site.arena, site.zone.Show(now.seconds, now.nanoseconds));
  if (configured.Truthy()) {
    Result<Value> parsed = site.ParseDate(configured, "Invalid time in _config.yml.");
    if (!parsed) return parsed.error();
    site.time = *parsed;
  }
  const Value limit = site.config().Get("limit_posts");
  if (limit.IsInt() && limit.AsInt() < 0) {
    return Error{.kind = "ArgumentError",
                 .message = "limit_posts must be a non-negative number",
                 .hint = "Use 0 for all posts."};
  }
  return {};
}

std::vector<TaggedPosts> PostsByAttribute(const Site& site, const Symbol& attribute) {
  std::vector<TaggedPosts> tagged;
  for (const Document* post : site.posts().docs) {
    const Value names = post->data->Get(attribute);
    if (!names.IsArray()) continue;
    for (const Value& name : names.AsArray()) {
      auto found = std::find_if(tagged.begin(), tagged.end(), [&](auto& t) { return KeysEqual(t.name, name); });
      if (found == tagged.end()) found = tagged.insert(tagged.end(), {name, {}});
      found->posts.push_back(post);
    }
  }
  for (TaggedPosts& tag : tagged) {
    liquid::MergeSort(tag.posts, [](auto* a, auto* b) { return std::optional(CompareDocuments(*a, *b)); });
    std::reverse(tag.posts.begin(), tag.posts.end());
  }
  return tagged;
}

}  // namespace tincture::engine
