#include "tests/conformance/jekyll_functions.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compat/profile/profile.h"
#include "compat/text/file_name.h"
#include "compat/text/front_matter.h"
#include "compat/text/pluralized.h"
#include "compat/text/slugify.h"
#include "engine/config/configuration.h"
#include "engine/config/front_matter_defaults.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/url.h"
#include "engine/source/entry_filter.h"
#include "engine/source/path.h"
#include "liquid/value/civil.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"
#include "liquid/value/time_parse.h"
#include "tests/conformance/jekyll_value.h"
#include "tests/support/fake_machine.h"

namespace tincture::vectors {

namespace {

struct Call {
  const Hash& config;
  std::span<const Value> args;
  const Hash& keywords;
  const compat::Profile& profile;
  Arena& arena;

  std::string_view Text(size_t i) const {
    return i < args.size() && args[i].IsString() ? args[i].AsString() : std::string_view();
  }
  Value MakeString(std::string_view text) const { return Value::String(arena.Copy(text)); }
};

using Function = std::function<Result<Value>(const Call&)>;

engine::Configuration ConfigurationOf(const Call& call, const Hash& settings, const engine::Machine& machine) {
  engine::Log log([](engine::LogLevel, std::string_view) {});
  Result<engine::Configuration> configuration = engine::Configuration::From(settings, call.profile, machine, log);
  if (configuration.ok()) return *std::move(configuration);
  HashBuilder none(call.arena);
  return *engine::Configuration::From(*none.Build(), call.profile, machine, log);
}

Result<Value> Slugify(const Call& call) {
  if (call.args[0].IsNil()) return Value();
  const Value mode = call.keywords.Get("mode");
  const std::string_view name = mode.IsString() ? mode.AsString() : "default";
  return call.MakeString(text::Slugify(call.Text(0), name, call.keywords.Get("cased").Truthy(), call.profile));
}

Result<Value> UrlToText(const Call& call) {
  const Hash& options = call.args[0].AsHash();
  const Value permalink = options.Get("permalink");
  std::string pattern(permalink.IsString() ? permalink.AsString() : options.Get("template").AsString());
  std::vector<engine::Placeholder> placeholders;
  const Value given = options.Get("placeholders");
  if (given.IsHash()) {
    for (const Hash::Entry& entry : given.AsHash().entries()) {
      // A placeholder without a value goes with its slash; pages, whose URLs are made so, have none.
      const std::string absent = "/:" + std::string(entry.key.AsString());
      const size_t at = entry.value.IsNil() ? pattern.find(absent) : std::string::npos;
      if (at != std::string::npos) pattern.erase(at, absent.size());
      if (!entry.value.IsString()) continue;
      placeholders.push_back({entry.key.AsString(), std::string(entry.value.AsString())});
    }
  }
  return call.MakeString(engine::SanitizeUrl(engine::UrlFromHash(pattern, placeholders)));
}

Result<Value> SanitizedPath(const Call& call) {
  if (call.args[1].IsNil() || call.Text(0) == call.Text(1)) return call.args[0];
  return call.MakeString(engine::SanitizedPath(call.Text(0), call.Text(1)));
}

Result<Value> JoinPath(const Call& call) {
  if (call.args.size() != 2) {
    return Error{.kind = "ArgumentError",
                 .message = "wrong number of arguments (given " + std::to_string(call.args.size()) + ", expected 2)"};
  }
  return call.MakeString(engine::JoinPath(call.Text(0), call.Text(1)));
}

Result<Value> ParseDate(const Call& call) {
  const TimeZone utc;
  const std::optional<Time> time = ParseTime(call.Text(0), utc.Show(SecondsFromCivil(2024, 1, 2, 3, 4, 5)), utc);
  if (time) return Value::OfTime(call.arena, utc.Show(time->seconds, time->nanoseconds));
  const std::string_view reason = call.args.size() > 1 ? call.Text(1) : "Input could not be parsed.";
  return Error{.kind = "Jekyll::Errors::InvalidDateError",
               .message = "Invalid date '" + std::string(call.Text(0)) + "': " + std::string(reason)};
}

// A scope's path with a `*` stands for files that are there.
void PutFile(engine::FakeMachine& fake, const Call& call) {
  fake.files.Put(engine::JoinPath(fake.env.WorkingDirectory(), call.Text(0)), "");
}

Result<Value> AllDefaults(const Call& call) {
  engine::FakeMachine fake;
  PutFile(fake, call);
  const engine::Configuration configuration = ConfigurationOf(call, call.config, fake.machine);
  engine::Log log([](engine::LogLevel, std::string_view) {});
  const auto defaults = engine::FrontMatterDefaults::Read(configuration, fake.machine, log);
  if (!defaults.ok()) return defaults.error();
  return CopyValue(Value::OfHash(defaults->All(call.arena, call.Text(0), call.Text(1))), call.arena);
}

Result<Value> FindDefault(const Call& call) {
  engine::FakeMachine fake;
  PutFile(fake, call);
  const engine::Configuration configuration = ConfigurationOf(call, call.config, fake.machine);
  engine::Log log([](engine::LogLevel, std::string_view) {});
  const auto defaults = engine::FrontMatterDefaults::Read(configuration, fake.machine, log);
  if (!defaults.ok()) return defaults.error();
  return CopyValue(defaults->Find(call.Text(0), call.Text(1), call.Text(2)), call.arena);
}

Result<Value> MergeHashes(const Call& call) {
  return Value::OfHash(engine::DeepMergeHashes(call.arena, call.args[0].AsHash(), call.args[1].AsHash()));
}

std::vector<std::string> TextsOf(const Value& value) {
  std::vector<std::string> texts;
  if (!value.IsArray()) return texts;
  for (const Value& item : value.AsArray()) {
    if (item.IsString()) texts.emplace_back(item.AsString());
  }
  return texts;
}

Result<Value> FilterEntries(const Call& call) {
  const engine::FakeMachine fake;
  const engine::Configuration configuration = ConfigurationOf(call, call.config, fake.machine);
  engine::EntryRules rules = configuration.entry_rules();
  // The recorded lists are what the site holds after the defaults were merged.
  rules.include = TextsOf(call.config.Get("include"));
  rules.exclude = TextsOf(call.config.Get("exclude"));
  const auto kept = engine::EntryFilter(rules, fake.files).Filter(TextsOf(call.args[0]), "");
  if (!kept) return kept.error();
  std::vector<Value> values;
  for (const std::string& entry : *kept) values.push_back(call.MakeString(entry));
  return Value::Array(call.arena, values);
}

Result<Value> GlobInclude(const Call& call) {
  const engine::FakeMachine fake;
  const engine::Configuration configuration = ConfigurationOf(call, call.config, fake.machine);
  const engine::EntryFilter filter(configuration.entry_rules(), fake.files);
  return Value::Bool(filter.GlobInclude(TextsOf(call.args[0]), call.Text(1)));
}

// The record holds the settings that are not the defaults.
Result<Value> ConfigurationFrom(const Call& call) {
  const engine::FakeMachine fake;
  return CopyValue(Value::OfHash(&ConfigurationOf(call, call.args[0].AsHash(), fake.machine).hash()), call.arena);
}

Result<Value> Pluralized(const Call& call) {
  return text::PluralizedArray(call.args[0].AsHash(), call.Text(1), call.Text(2), call.arena);
}

Result<Value> FrontMatter(const Call& call) {
  const auto split = text::SplitFrontMatter(call.Text(0));
  if (!split) return Value();
  HashBuilder hash(call.arena);
  hash.Set("yaml", call.MakeString(split->yaml));
  hash.Set("body", call.MakeString(split->body));
  return hash.BuildValue();
}

Result<Value> DatedName(const Call& call) {
  const auto name = text::MatchDatedName(call.Text(0));
  if (!name) return Value();
  const Value parts[] = {call.MakeString(name->date), call.MakeString(name->slug), call.MakeString(name->extension)};
  return Value::Array(call.arena, parts);
}

Result<Value> DatelessName(const Call& call) {
  const auto name = text::MatchDatelessName(call.Text(0));
  if (!name) return Value();
  const Value parts[] = {call.MakeString(name->slug), call.MakeString(name->extension)};
  return Value::Array(call.arena, parts);
}

const std::map<std::string_view, Function>& Functions() {
  static const std::map<std::string_view, Function> functions = {
      {"Jekyll::URL#to_s", UrlToText},
      {"Jekyll::URL.escape_path", [](const Call& c) { return c.MakeString(engine::EscapePath(c.Text(0))); }},
      {"Jekyll::URL.unescape_path", [](const Call& c) { return c.MakeString(engine::UnescapePath(c.Text(0))); }},
      {"Jekyll::PathManager.sanitized_path", SanitizedPath},
      {"Jekyll.sanitized_path", SanitizedPath},
      {"Jekyll::PathManager.join", JoinPath},
      {"Jekyll::Utils.slugify", Slugify},
      {"Jekyll::Utils.titleize_slug", [](const Call& c) { return c.MakeString(text::TitleizeSlug(c.Text(0))); }},
      {"Jekyll::Utils.parse_date", ParseDate},
      {"Jekyll::Utils.deep_merge_hashes", MergeHashes},
      {"Jekyll::Utils.has_liquid_construct?",
       [](const Call& c) { return Value::Bool(text::HasLiquidConstruct(c.Text(0))); }},
      {"Jekyll::Utils.has_yaml_header?", [](const Call& c) { return Value::Bool(text::HasYamlHeader(c.Text(0))); }},
      {"Jekyll::Utils.add_permalink_suffix",
       [](const Call& c) { return c.MakeString(engine::AddPermalinkSuffix(c.Text(0), c.Text(1))); }},
      {"Jekyll::Utils.pluralized_array_from_hash", Pluralized},
      {"Jekyll::FrontmatterDefaults#all", AllDefaults},
      {"Jekyll::FrontmatterDefaults#find", FindDefault},
      {"Jekyll::EntryFilter#filter", FilterEntries},
      {"Jekyll::EntryFilter#glob_include?", GlobInclude},
      {"Jekyll::EntryFilter#special?",
       [](const Call& c) { return Value::Bool(engine::EntryFilter::Special(c.Text(0))); }},
      {"Jekyll::EntryFilter#backup?",
       [](const Call& c) { return Value::Bool(engine::EntryFilter::Backup(c.Text(0))); }},
      {"Jekyll::Configuration.from", ConfigurationFrom},
      {"Jekyll::Document::YAML_FRONT_MATTER_REGEXP", FrontMatter},
      {"Jekyll::Document::DATE_FILENAME_MATCHER", DatedName},
      {"Jekyll::Document::DATELESS_FILENAME_MATCHER", DatelessName},
  };
  return functions;
}

Value HashUnder(const Hash& record, const char* key, Arena& arena) {
  const Value value = record.Get(key);
  return value.IsHash() ? value : HashBuilder(arena).BuildValue();
}

std::string Inspected(const Value& value, Arena& arena) {
  DropAccess access{arena, nullptr, std::nullopt};
  std::string text;
  AppendInspect(value, access, text);
  return text;
}

// Every key of `expected`, and each as expected.
bool Contains(const Value& actual, const Value& expected) {
  for (const Hash::Entry& entry : expected.AsHash().entries()) {
    if (!Equal(actual.AsHash().Get(entry.key.AsString()), entry.value)) return false;
  }
  return true;
}

}  // namespace

void JudgeFunction(const Json& record, const Options& options, Report& report) {
  const std::string_view name = TextOf(record, "fn");
  const std::string shown = Serialized(record);
  const auto function = Functions().find(name);
  if (function == Functions().end()) return report.Fail(name, shown, "", "no such function here");
  Arena arena;
  const compat::ProfileId profile = compat::ProfileNamed(options.profile).value_or(compat::ProfileId::kJekyll4);
  const Value parsed = ParseJekyllRecord(options.record, arena);
  const Value args = parsed.AsHash().Get("args");
  const Value config = HashUnder(parsed.AsHash(), "config", arena);
  const Value keywords = HashUnder(parsed.AsHash(), "kwargs", arena);
  const Result<Value> actual =
      function->second({config.AsHash(), args.AsArray(), keywords.AsHash(), compat::ProfileOf(profile), arena});
  const auto error = record.FindMember("error");
  if (error != record.MemberEnd()) {
    const std::string made =
        actual.ok() ? Inspected(*actual, arena) : actual.error().kind + ": " + actual.error().message;
    const std::string expected =
        std::string(TextOf(error->value, "class")) + ": " + std::string(TextOf(error->value, "message"));
    return report.Compare(name, shown, expected, made);
  }
  const Value expected = parsed.AsHash().Get("expected");
  if (!actual.ok()) return report.Fail(name, shown, Inspected(expected, arena), actual.error().message);
  const bool partial = name == "Jekyll::Configuration.from";
  if (partial ? Contains(*actual, expected) : Equal(*actual, expected)) return report.Pass();
  report.Fail(name, shown, Inspected(expected, arena), Inspected(*actual, arena));
}

}  // namespace tincture::vectors
