#include "engine/config/front_matter_defaults.h"

#include <algorithm>

#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "liquid/value/drop.h"
#include "liquid/value/ruby_text.h"
#include "liquid/value/time_parse.h"

namespace tincture::engine {

namespace {

// sanitize_path: no leading '/', and none at the end of a path that had one in front.
std::string_view SanitizePath(std::string_view path) {
  if (!path.starts_with('/')) return path;
  path.remove_prefix(1);
  return path;
}

std::string_view CurrentType(std::string_view type, Log& log) {
  for (const std::string_view old_type : {"page", "post", "draft"}) {
    if (type != old_type) continue;
    const std::string current = std::string(type) + "s";
    log.Warn("Defaults:", "The '" + std::string(type) + "' type has become '" + current + "'.");
    log.Warn("Defaults:", "Please update your front-matter defaults to use 'type: " + current + "'.");
    return type == "page" ? "pages" : type == "post" ? "posts" : "drafts";
  }
  return type;
}

std::string StripCollectionsDir(std::string_view path, std::string_view collections_dir) {
  if (collections_dir.empty() || !path.starts_with(std::string(collections_dir) + "/")) return std::string(path);
  return std::string(path.substr(collections_dir.size() + 1));
}

SourcePosition ConfigurationFile(const Configuration& configuration) {
  return {configuration.files().empty() ? std::string() : configuration.files().back(), 0, 0};
}

// ensure_time!: a text under `date` becomes a Time; a Date, which YAML makes of 2020-01-31 without quotes, is an error.
Result<const Hash*> WithTime(const Hash& values, const Configuration& configuration, const Clock& clock) {
  const Value* date = values.Find(Symbol("date"));
  if (date == nullptr || date->IsTime()) return &values;
  if (!date->IsString()) {
    return Error{.kind = "TypeError",
                 .message = "A `date` among the values of `defaults:` is not a text.",
                 .hint = "Put the date in quotes: Jekyll stops at it as it is.",
                 .where = ConfigurationFile(configuration)};
  }
  const Clock::Instant now = clock.Now();
  const TimeZone& zone = configuration.zone();
  const std::optional<Time> parsed = ParseTime(date->AsString(), zone.Show(now.seconds, now.nanoseconds), zone);
  if (!parsed) {
    return Error{.kind = "Jekyll::Errors::InvalidDateError",
                 .message = "Invalid date '" + std::string(date->AsString()) +
                            "': An invalid date format was found in a front-matter default set",
                 .hint = "Write dates as \"YYYY-MM-DD\" or \"YYYY-MM-DD HH:MM:SS +ZZZZ\".",
                 .where = ConfigurationFile(configuration)};
  }
  HashBuilder with_time(*configuration.arena(), values);
  with_time.Set("date", Value::OfTime(*configuration.arena(), zone.Show(parsed->seconds, parsed->nanoseconds)));
  return with_time.Build();
}

}  // namespace

Result<FrontMatterDefaults::Set> FrontMatterDefaults::ReadSet(const Hash& item, const Configuration& configuration,
                                                              const Machine& machine, Log& log) const {
  Set set;
  const Result<const Hash*> values = WithTime(item.Get("values").AsHash(), configuration, machine.clock);
  if (!values) return values.error();
  set.values = *values;
  const Value scope = item.Get("scope");
  set.has_scope = scope.IsHash();
  if (!set.has_scope) return set;
  const Value path = scope.AsHash().Get("path");
  if (path.IsString()) set.path = path.AsString();
  set.path_is_odd = !path.IsString() && !path.IsNil();
  const Value* type = scope.AsHash().Find(Symbol("type"));
  set.has_type = type != nullptr;
  if (type != nullptr && type->IsString()) set.type = CurrentType(type->AsString(), log);
  if (set.path.find('*') == std::string::npos) return set;
  set.globbed = Glob(machine.files, configuration.source(), SanitizePath(set.path));
  for (std::string& found : set.globbed) {
    found = StripCollectionsDir(std::string_view(found).substr(configuration.source().size() + 1), collections_dir_);
  }
  return set;
}

Value FrontMatterDefaults::AsUsed(const Hash& item, const Set& set, Arena& arena) {
  const Value scope = item.Get("scope");
  const Value type = scope.IsHash() ? scope.AsHash().Get("type") : Value();
  const bool is_renamed = type.IsString() && type.AsString() != set.type;
  if (!is_renamed && set.values == &item.Get("values").AsHash()) return Value::OfHash(&item);
  HashBuilder used(arena, item);
  used.Set("values", Value::OfHash(set.values));
  if (is_renamed) {
    HashBuilder renamed(arena, scope.AsHash());
    renamed.Set("type", Value::String(arena.Copy(set.type)));
    used.Set("scope", renamed.BuildValue());
  }
  return used.BuildValue();
}

Result<FrontMatterDefaults> FrontMatterDefaults::Read(const Configuration& configuration, const Machine& machine,
                                                      Log& log) {
  FrontMatterDefaults defaults;
  defaults.collections_dir_ = configuration.Text("collections_dir");
  const Value sets = configuration.Get("defaults");
  if (!sets.IsArray()) return defaults;
  std::vector<Value> used;
  for (const Value& item : sets.AsArray()) {
    if (item.IsHash() && item.AsHash().Get("values").IsHash()) {
      Result<Set> set = defaults.ReadSet(item.AsHash(), configuration, machine, log);
      if (!set) return set.error();
      used.push_back(AsUsed(item.AsHash(), *set, *configuration.arena()));
      defaults.sets_.push_back(std::move(*set));
      continue;
    }
    used.push_back(item);
    Arena arena;
    DropAccess access{.arena = arena, .observer = nullptr, .error = {}};
    const std::string place = configuration.PlaceOf("defaults", machine.files);
    log.Warn("Defaults:",
             "An invalid front-matter default set was found" + (place.empty() ? "" : " (" + place + ")") + ":");
    log.Warn(TextOf(item, access), "");
  }
  defaults.as_used_ = Value::Array(*configuration.arena(), used);
  // Jekyll compares the lengths of the paths as soon as two sets meet, and fails on one that is no string.
  const bool odd =
      std::any_of(defaults.sets_.begin(), defaults.sets_.end(), [](const Set& s) { return s.path_is_odd; });
  if (odd && defaults.sets_.size() > 1) {
    return Error{.kind = "NoMethodError",
                 .message = "A scope's `path` in `defaults:` is not a string.",
                 .hint = "Put the path in quotes; \"\" stands for the whole site.",
                 .where = ConfigurationFile(configuration)};
  }
  return defaults;
}

bool FrontMatterDefaults::Applies(const Set& set, std::string_view path, std::string_view type) const {
  if (!set.has_scope) return true;
  if (set.has_type && set.type != type) return false;
  if (set.path.empty()) return true;
  const std::string_view sanitized = SanitizePath(path);
  if (set.path.find('*') == std::string::npos) {
    return sanitized.starts_with(StripCollectionsDir(set.path, collections_dir_));
  }
  for (const std::string& globbed : set.globbed) {
    if (sanitized.starts_with(globbed)) return true;
  }
  return false;
}

bool FrontMatterDefaults::HasPrecedence(const Set* old_set, const Set& new_set) {
  if (old_set == nullptr) return true;
  const size_t new_length = SanitizePath(new_set.path).size();
  const size_t old_length = SanitizePath(old_set->path).size();
  if (new_length != old_length) return new_length >= old_length;
  return new_set.has_type || !old_set->has_type;
}

const Hash* FrontMatterDefaults::All(Arena& arena, std::string_view path, std::string_view type) const {
  const Hash* all = HashBuilder(arena).Build();
  const Set* old_set = nullptr;
  for (const Set& set : sets_) {
    if (!Applies(set, path, type)) continue;
    if (HasPrecedence(old_set, set)) {
      all = DeepMergeHashes(arena, *all, *set.values);
      old_set = &set;
    } else {
      all = DeepMergeHashes(arena, *set.values, *all);
    }
  }
  return all;
}

Value FrontMatterDefaults::Find(std::string_view path, std::string_view type, const Symbol& setting) const {
  Value value;
  const Set* old_set = nullptr;
  for (const Set& set : sets_) {
    if (!Applies(set, path, type)) continue;
    const Value* found = set.values->Find(setting);
    if (found == nullptr || !HasPrecedence(old_set, set)) continue;
    value = *found;
    old_set = &set;
  }
  return value;
}

}  // namespace tincture::engine
