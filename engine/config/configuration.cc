#include "engine/config/configuration.h"

#include <algorithm>

#include "compat/text/case.h"
#include "compat/toml/load.h"
#include "compat/yaml/load.h"
#include "engine/config/defaults.h"
#include "engine/config/github_pages.h"
#include "engine/source/path.h"
#include "engine/source/place.h"

namespace tincture::engine {

namespace {

Error InvalidConfiguration(std::string message, std::string hint, std::string_view file = {}) {
  return {.kind = "Jekyll::Errors::InvalidConfigurationError",
          .message = std::move(message),
          .hint = std::move(hint),
          .where = {std::string(file), 0, 0}};
}

// Configuration::STYLE_TO_PERMALINK.
std::string_view StyleToPermalink(std::string_view style, const compat::Profile& profile) {
  if (style == "none") return "/:categories/:title:output_ext";
  if (style == "date") return "/:categories/:year/:month/:day/:title:output_ext";
  if (style == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (style == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (style == "weekdate" && profile.week_placeholders) return "/:categories/:year/W:week/:short_day/:title:output_ext";
  return style;
}

Value KeyText(const Value& key, Arena& arena) {
  if (key.IsInt()) return Value::String(arena.Copy(std::to_string(key.AsInt())));
  if (key.IsBool()) return Value::String(key.AsBool() ? "true" : "false");
  return key;
}

const Hash* StringifyKeys(Arena& arena, const Hash& hash) {
  HashBuilder result(arena);
  for (const Hash::Entry& entry : hash.entries()) result.Set(KeyText(entry.key, arena), entry.value);
  return result.Build();
}

bool HasDefaultFile(const std::string& source, std::string_view extension, const FileSource& files) {
  return files.Stat(JoinPath(source, "_config." + std::string(extension))).kind != FileKind::kAbsent;
}

std::string DefaultFile(const std::string& source, const compat::Profile& profile, const FileSource& files) {
  for (const std::string_view extension : {"yml", "yaml", "toml"}) {
    if (extension == "toml" && !profile.toml_is_looked_for) break;
    if (HasDefaultFile(source, extension, files)) return JoinPath(source, "_config." + std::string(extension));
  }
  return JoinPath(source, "_config.yml");
}

Value ListOf(Arena& arena, const std::vector<std::string>& texts) {
  std::vector<Value> items;
  for (const std::string& text : texts) items.push_back(Value::String(arena.Copy(text)));
  return Value::Array(arena, items);
}

// Jekyll asks whether the extension has "toml", or "yml" or "yaml", in it.
enum class Format { kYaml, kToml, kUnknown };
Format FormatOf(std::string_view file) {
  const std::string extension = text::Downcase(ExtName(file));
  if (extension.find(".toml") != std::string::npos) return Format::kToml;
  const bool is_yaml = extension.find(".yml") != std::string::npos || extension.find(".yaml") != std::string::npos;
  return is_yaml ? Format::kYaml : Format::kUnknown;
}

// Whether a Time is among the values, at any depth.
bool HoldsTime(const Value& value) {
  if (value.IsTime()) return true;
  if (value.IsArray()) {
    const std::span<const Value> items = value.AsArray();
    return std::any_of(items.begin(), items.end(), HoldsTime);
  }
  if (!value.IsHash()) return false;
  const auto entries = value.AsHash().entries();
  return std::any_of(entries.begin(), entries.end(), [](auto& entry) { return HoldsTime(entry.value); });
}

// One load: what it reads and reports through.
class Loader {
 public:
  // `zone`: see yaml::Options.
  Loader(const compat::Profile& profile, const Machine& machine, Log& log, const TimeZone* zone, Arena& arena)
      : profile_(profile), machine_(machine), log_(log), zone_(zone), arena_(arena) {}

  // The files merged, or an empty hash.
  Result<const Hash*> ReadFiles(const std::vector<std::string>& files, bool is_default) {
    const Hash* merged = HashBuilder(arena_).Build();
    for (const std::string& file : files) {
      if (file.empty()) continue;
      const Result<const Hash*> next = ReadFile(ExpandPath(file, machine_.env.WorkingDirectory()), is_default);
      if (!next) return next.error();
      // A file that holds no mapping is reported and the rest of the list is not read.
      if (*next == nullptr) break;
      merged = DeepMergeHashes(arena_, *merged, **next);
    }
    return merged;
  }

  Result<const Hash*> Validate(const Hash& config) {
    if (profile_.old_keys_are_renamed) return BackwardsCompatibilize(config);
    for (const std::string_view key : {"plugins", "include", "exclude"}) {
      const Value* value = config.Find(Symbol(key));
      if (value == nullptr || value->IsArray()) continue;
      return InvalidConfiguration("'" + std::string(key) + "' should be set as an array.",
                                  "Write it as a list: `" + std::string(key) + ": [one, two]`.", LastFile());
    }
    return &config;
  }

  Result<const Hash*> AddDefaultCollections(const Hash& config) {
    const Value collections = config.Get("collections");
    if (collections.IsNil()) return &config;
    if (!collections.IsHash() && !collections.IsArray()) {
      return InvalidConfiguration(
          "'collections' should be a mapping or a list.",
          "Write the label of each collection as a key: `collections: {talks: {output: true}}`.", LastFile());
    }
    HashBuilder posts_first(arena_);
    posts_first.Set("posts", HashBuilder(arena_).BuildValue());
    const Hash* merged = DeepMergeHashes(arena_, *posts_first.Build(), *CollectionsHash(collections));
    HashBuilder with_posts(arena_, *merged);
    with_posts.Set("posts", PostsCollection(merged->Get("posts"), config.Get("permalink")));
    HashBuilder result(arena_, config);
    result.Set("collections", with_posts.BuildValue());
    return result.Build();
  }

  const Hash* AddDefaultExcludes(const Hash& config) {
    const Value exclude = config.Get("exclude");
    if (!profile_.exclude_extends_defaults || !exclude.IsArray()) return &config;
    std::vector<Value> all;
    const auto add_new = [&](std::span<const Value> items) {
      for (const Value& item : items) {
        if (std::none_of(all.begin(), all.end(), [&](const Value& v) { return KeysEqual(v, item); })) {
          all.push_back(item);
        }
      }
    };
    add_new(exclude.AsArray());
    add_new(DefaultExcludes(profile_, arena_).AsArray());
    HashBuilder result(arena_, config);
    result.Set("exclude", Value::Array(arena_, all));
    return result.Build();
  }

  // Configuration.from: the defaults below what the user says.
  Result<const Hash*> Complete(const Hash& config) {
    const Hash* merged =
        DeepMergeHashes(arena_, *DefaultConfiguration(profile_, arena_), *StringifyKeys(arena_, config));
    const Result<const Hash*> with_collections = AddDefaultCollections(*merged);
    if (!with_collections) return with_collections.error();
    return AddDefaultExcludes(**with_collections);
  }

  const std::vector<std::string>& files_read() const { return files_read_; }

 private:
  std::string_view LastFile() const { return files_read_.empty() ? std::string_view() : files_read_.back(); }

  // Null where the file holds something else than a mapping, which Jekyll only warns of.
  Result<const Hash*> ReadFile(const std::string& file, bool is_default) {
    const Format format = FormatOf(file);
    if (format == Format::kUnknown) {
      log_.Warn("WARNING:", "Error reading configuration. Using defaults (and options).");
      log_.Raw(LogLevel::kWarn, "No parser for '" + file + "' is available. Use a .y(a)ml or .toml file instead.");
      return nullptr;
    }
    Result<std::string> text = machine_.files.Read(file);
    if (!text && is_default && text.error().kind == "Errno::ENOENT") {
      log_.Warn("Configuration file:", "none");
      return HashBuilder(arena_).Build();
    }
    if (!text) return Missing(file, text.error());
    const Result<Value> loaded = format == Format::kToml
                                     ? toml_file::Load(*text, file, arena_)
                                     : yaml::Load(*text, {.rules = profile_.yaml, .path = file, .zone = zone_}, arena_);
    if (!loaded) return loaded.error();
    return Accepted(file, *loaded);
  }

  Error Missing(const std::string& file, const Error& cause) {
    log_.Error("Fatal:", "The configuration file '" + file + "' could not be found.");
    return {.kind = "LoadError",
            .message = "The Configuration file '" + file + "' could not be found.",
            .hint = cause.kind == "Errno::ENOENT" ? "Give --config the path of a file that exists."
                                                  : "It could not be read: " + cause.message,
            .where = {file, 0, 0}};
  }

  Result<const Hash*> Accepted(const std::string& file, const Value& loaded) {
    // `safe_load(...) || {}`: an empty file is an empty hash.
    if (!loaded.Truthy()) {
      log_.Info("Configuration file:", file);
      return HashBuilder(arena_).Build();
    }
    if (!loaded.IsHash()) {
      log_.Warn("WARNING:", "Error reading configuration. Using defaults (and options).");
      log_.Raw(LogLevel::kWarn, "Configuration file: (INVALID) " + file);
      return nullptr;
    }
    log_.Info("Configuration file:", file);
    files_read_.push_back(file);
    return &loaded.AsHash();
  }

  const Hash* CollectionsHash(const Value& collections) {
    if (collections.IsHash()) return &collections.AsHash();
    HashBuilder result(arena_);
    if (collections.IsArray()) {
      for (const Value& label : collections.AsArray()) result.Set(label, HashBuilder(arena_).BuildValue());
    }
    return result.Build();
  }

  Value PostsCollection(const Value& posts, const Value& permalink) {
    HashBuilder result = posts.IsHash() ? HashBuilder(arena_, posts.AsHash()) : HashBuilder(arena_);
    result.Set("output", Value::Bool(true));
    const Value* own = result.Find("permalink");
    if (permalink.IsString() && (own == nullptr || !own->Truthy())) {
      result.Set("permalink", Value::String(StyleToPermalink(permalink.AsString(), profile_)));
    }
    return result.BuildValue();
  }

  // Jekyll 3 only: keys of older versions are renamed or dropped, each with a message.
  Result<const Hash*> BackwardsCompatibilize(const Hash& config) {
    HashBuilder result(arena_, config);
    Drop(result, {"auto", "watch"},
         "Auto-regeneration can no longer be set from your configuration file(s). Use the --[no-]watch/-w "
         "command-line option instead.");
    Drop(result, {"server"},
         "The 'server' configuration option is no longer accepted. Use the 'jekyll serve' subcommand to serve your "
         "site with WEBrick.");
    const Value* plugins = result.Find("plugins");
    if (plugins != nullptr && plugins->IsString()) {
      return InvalidConfiguration("'plugins' should not be a string, but was: \"" + std::string(plugins->AsString()) +
                                      "\". Use 'plugins_dir' instead.",
                                  "Write it as a list: `plugins: [one, two]`.", LastFile());
    }
    Rename(result, "server_port", "port");
    Rename(result, "gems", "plugins");
    Rename(result, "layouts", "layouts_dir");
    Rename(result, "data_source", "data_dir");
    RenamePygments(result);
    SplitList(result, "include");
    SplitList(result, "exclude");
    if (Status status = CheckMaruku(result); !status) return status.error();
    return result.Build();
  }

  void RenamePygments(HashBuilder& config) {
    const Value* found = config.Find("pygments");
    if (found == nullptr) return;
    log_.Warn("Deprecation:",
              "The 'pygments' configuration option has been renamed to 'highlighter'. Please update your config file "
              "accordingly. The allowed values are 'rouge', 'pygments' or null.");
    const bool wanted = found->Truthy();
    config.Erase("pygments");
    if (wanted) config.Set("highlighter", Value::String("pygments"));
  }

  Status CheckMaruku(const HashBuilder& config) const {
    const Value* markdown = config.Find("markdown");
    if (markdown == nullptr || !markdown->IsString() || text::Downcase(markdown->AsString()) != "maruku") return {};
    return InvalidConfiguration("The Markdown processor 'maruku' was removed in Jekyll 3.0.0.",
                                "Write `markdown: kramdown`.", LastFile());
  }

  void Drop(HashBuilder& config, std::initializer_list<std::string_view> keys, std::string_view message) {
    const bool any = std::any_of(keys.begin(), keys.end(), [&](auto key) { return config.Find(key) != nullptr; });
    if (!any) return;
    log_.Warn("Deprecation:", message);
    for (const std::string_view key : keys) config.Erase(key);
  }

  void Rename(HashBuilder& config, std::string_view old_key, std::string_view new_key) {
    const Value* found = config.Find(old_key);
    if (found == nullptr) return;
    log_.Warn("Deprecation:", "The '" + std::string(old_key) + "' configuration option has been renamed to '" +
                                  std::string(new_key) + "'. Please update your config file accordingly.");
    const Value value = *found;
    config.Erase(old_key);
    config.Set(new_key, value);
  }

  void SplitList(HashBuilder& config, std::string_view key) {
    const Value* found = config.Find(key);
    if (found == nullptr || !found->IsString()) return;
    log_.Warn("Deprecation:", "The '" + std::string(key) +
                                  "' configuration option must now be specified as an array, but you specified a "
                                  "string. For now, we've treated the string you provided as a list of "
                                  "comma-separated values.");
    config.Set(key, ListOf(arena_, SplitOnCommas(found->AsString())));
  }

  const compat::Profile& profile_;
  const Machine& machine_;
  Log& log_;
  const TimeZone* zone_;
  Arena& arena_;
  std::vector<std::string> files_read_;
};

TimeZone LocalZone(const Hash& config, const Machine& machine) {
  const Value configured = config.Get("timezone");
  if (configured.IsString() && !configured.AsString().empty()) return TimeZone::FromVariable(configured.AsString());
  if (const auto tz = machine.env.Get("TZ")) return TimeZone::FromVariable(*tz);
  const Result<std::string> localtime = machine.files.Read("/etc/localtime");
  if (localtime) {
    if (auto zone = TimeZone::FromTzif(*localtime)) return std::move(*zone);
  }
  return TimeZone();
}

std::vector<std::string> ThemeFolders(const CommandOptions& options, const Env& env) {
  std::vector<std::string> folders;
  const auto add = [&](const std::string& folder) {
    if (!folder.empty()) folders.push_back(ExpandPath(folder, env.WorkingDirectory()));
  };
  for (const std::string& folder : options.theme_folders) add(folder);
  std::string rest = env.Get("TINCTURE_THEMES").value_or("");
  while (!rest.empty()) {
    const size_t colon = rest.find(':');
    add(rest.substr(0, colon));
    rest = colon == std::string::npos ? std::string() : rest.substr(colon + 1);
  }
  return folders;
}

struct Loaded {
  const Hash* hash = nullptr;
  std::vector<std::string> files;
};

Result<Loaded> LoadFiles(const CommandOptions& options, const compat::Profile& profile, const Machine& machine,
                         Log& log, const TimeZone* zone, Arena& arena) {
  Loader loader(profile, machine, log, zone, arena);
  const Value source = options.overrides->Get("source");
  const std::string working_directory = machine.env.WorkingDirectory();
  const std::string source_folder =
      source.IsString() ? ExpandPath(source.AsString(), working_directory) : working_directory;
  const bool is_default = options.config_files.empty();
  const Result<const Hash*> files = loader.ReadFiles(
      is_default ? std::vector{DefaultFile(source_folder, profile, machine.files)} : options.config_files, is_default);
  if (!files) return files.error();
  const Result<const Hash*> valid = loader.Validate(**files);
  if (!valid) return valid.error();
  const Result<const Hash*> with_collections = loader.AddDefaultCollections(**valid);
  if (!with_collections) return with_collections.error();
  const Hash* overridden = DeepMergeHashes(arena, **with_collections, *StringifyKeys(arena, *options.overrides));
  const Result<const Hash*> complete = loader.Complete(*overridden);
  if (!complete) return complete.error();
  return Loaded{*complete, loader.files_read()};
}

}  // namespace

std::vector<std::string> SplitOnCommas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
  }
  return parts;
}

const Hash* DeepMergeHashes(Arena& arena, const Hash& base, const Hash& over) {
  HashBuilder merged(arena, base);
  for (const Hash::Entry& entry : over.entries()) {
    const Value* old_value = merged.Find(entry.key);
    if (old_value == nullptr) {
      merged.Set(entry.key, entry.value);
    } else if (old_value->IsHash() && entry.value.IsHash()) {
      merged.Set(entry.key, Value::OfHash(DeepMergeHashes(arena, old_value->AsHash(), entry.value.AsHash())));
    } else if (!entry.value.IsNil()) {
      merged.Set(entry.key, entry.value);
    }
  }
  return merged.Build();
}

Result<Configuration> Configuration::Load(const CommandOptions& options, const compat::Profile& profile,
                                          const Machine& machine, Log& log) {
  Configuration configuration;
  configuration.profile_ = &profile;
  Arena& arena = *configuration.arena_;
  Result<Loaded> loaded = LoadFiles(options, profile, machine, log, nullptr, arena);
  if (!loaded) return loaded.error();
  configuration.zone_ = std::make_shared<TimeZone>(LocalZone(*loaded->hash, machine));
  if (profile.yaml == compat::YamlRules::kPsych && HoldsTime(Value::OfHash(loaded->hash))) {
    // Psych shows a timestamp without a zone in local time, and Ruby asks for that only once Jekyll has set it from
    // this very configuration: so it is read again.
    Log silent([](LogLevel, std::string_view) {});
    loaded = LoadFiles(options, profile, machine, silent, configuration.zone_.get(), arena);
    if (!loaded) return loaded.error();
  }
  if (profile.github_pages_configuration) {
    const Hash* around = GithubPagesConfiguration(*loaded->hash, profile, machine.env, arena);
    Loader loader(profile, machine, log, nullptr, arena);
    const Result<const Hash*> with_collections = loader.AddDefaultCollections(*around);
    if (!with_collections) return with_collections.error();
    loaded->hash = *with_collections;
  }
  configuration.theme_folders_ = ThemeFolders(options, machine.env);
  configuration.hash_ = loaded->hash;
  configuration.files_ = std::move(loaded->files);
  if (Status finished = configuration.Finish(machine); !finished) return finished.error();
  return configuration;
}

Result<Configuration> Configuration::From(const Hash& overrides, const compat::Profile& profile, const Machine& machine,
                                          Log& log) {
  Configuration configuration;
  configuration.profile_ = &profile;
  Arena& arena = *configuration.arena_;
  Loader loader(profile, machine, log, nullptr, arena);
  const Result<const Hash*> complete = loader.Complete(overrides);
  if (!complete) return complete.error();
  configuration.hash_ = *complete;
  configuration.zone_ = std::make_shared<TimeZone>(LocalZone(**complete, machine));
  if (Status finished = configuration.Finish(machine); !finished) return finished.error();
  return configuration;
}

Configuration Configuration::With(std::string_view key, std::string_view text) const {
  Configuration other = *this;
  HashBuilder hash(*arena_, *hash_);
  hash.Set(arena_->Copy(key), Value::String(arena_->Copy(text)));
  other.hash_ = hash.Build();
  return other;
}

Status Configuration::Finish(const Machine& machine) {
  const std::string working_directory = machine.env.WorkingDirectory();
  HashBuilder with_folders(*arena_, *hash_);
  if (Get("source").IsNil()) with_folders.Set("source", Value::String(arena_->Copy(working_directory)));
  if (Get("destination").IsNil()) {
    with_folders.Set("destination", Value::String(arena_->Copy(JoinPath(working_directory, "_site"))));
  }
  hash_ = with_folders.Build();
  source_ = ExpandPath(Text("source"), working_directory);
  destination_ = ExpandPath(Text("destination"), working_directory);
  if (IsWithin(source_, destination_)) {
    return Error{.kind = "Jekyll::Errors::FatalException",
                 .message = "Destination directory cannot be or contain the Source directory.",
                 .hint = "Give -d / `destination:` a folder of its own, such as _site."};
  }
  // sanitized_path: collections_dir cannot leave the source.
  const std::string inside = ExpandPath(Text("collections_dir"), "/");
  collections_path_ = inside == "/" ? source_ : JoinPath(source_, inside);
  entry_rules_ = {.source = source_,
                  .include = Texts("include"),
                  .exclude = Texts("exclude"),
                  .safe = Truthy("safe"),
                  .excluded_before_included = profile_->excluded_before_included};
  if (profile_->excluded_before_included) {
    const std::vector<std::string>& include = entry_rules_.include;
    std::erase_if(entry_rules_.exclude, [&](const std::string& pattern) {
      return std::find(include.begin(), include.end(), pattern) != include.end();
    });
  }
  return {};
}

std::string_view Configuration::Text(const Symbol& key, std::string_view otherwise) const {
  const Value value = Get(key);
  return value.IsString() ? value.AsString() : otherwise;
}

std::string Configuration::PlaceOf(std::string_view key, const FileSource& files) const {
  for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
    const Result<std::string> text = files.Read(*file);
    const uint32_t line = text ? LineOfKey(*text, key) : 0;
    if (line > 0) return PlaceIn(PathBelow(*file, source_), line);
  }
  return {};
}

std::vector<std::string> Configuration::Texts(const Symbol& key) const {
  std::vector<std::string> texts;
  const Value value = Get(key);
  if (!value.IsArray()) return texts;
  for (const Value& item : value.AsArray()) {
    if (item.IsString()) texts.emplace_back(item.AsString());
  }
  return texts;
}

}  // namespace tincture::engine
