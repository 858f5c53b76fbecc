#include "engine/build/present.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/model/collection.h"
#include "engine/render/text_fingerprint.h"
#include "engine/render/unit_data.h"
#include "engine/source/file_facts.h"
#include "engine/source/repository.h"
#include "liquid/exec/template.h"

namespace tincture::engine {

namespace {

// Several facts as one.
class Facts {
 public:
  Facts& Add(std::string_view text) {
    bytes_ += std::to_string(text.size());
    bytes_.append(":").append(text);
    return *this;
  }
  Facts& Add(const Fingerprint& fingerprint) {
    bytes_.append(reinterpret_cast<const char*>(&fingerprint.low), sizeof fingerprint.low);
    bytes_.append(reinterpret_cast<const char*>(&fingerprint.high), sizeof fingerprint.high);
    return *this;
  }
  Facts& Add(const Value& value) { return Add(FingerprintOf(value)); }
  Facts& AddResult(const Result<std::string>& text) {
    return AddFlag(bool(text)).Add(std::string_view(text ? *text : text.error().message));
  }
  Facts& AddFlag(bool is) { return Add(std::string_view(is ? "1" : "0")); }
  Fingerprint Take() const { return FingerprintOf(std::string_view(bytes_)); }

 private:
  std::string bytes_;
};

Fingerprint TextOf(std::string_view text) { return FingerprintOf(text); }

std::string_view FirstName(std::string_view path) { return path.substr(0, path.find(kPathMark)); }

}  // namespace

Present::Present(const Site& site, const SiteDrops& drops, const PluginSite& plugins, const RenderHost& host,
                 const liquid::Environment& environment)
    : site_(site),
      drops_(drops),
      plugins_(plugins),
      host_(host),
      environment_(environment),
      site_drop_(drops, nullptr) {
  const auto add = [this](const Renderable& unit, const std::unique_ptr<Excerpt>& excerpt) {
    units_.emplace(unit.id, Unit{&unit, unit.text.content(), excerpt ? excerpt->text.content() : Value()});
  };
  for (const Document* document : site.documents()) add(*document, document->excerpt);
  for (const Page* page : site.pages) add(*page, page->excerpt);
  for (const StaticFile* file : site.static_files) files_.emplace(file->id, file);
}

Fingerprint Present::Of(const Key& key) {
  switch (key.kind) {
    case ReadKind::kUnit:
      return OfUnit(key);
    case ReadKind::kDrop:
      return OfDrop(key);
    case ReadKind::kResult:
      return OfResult(key);
    case ReadKind::kTemplate: {
      const Result<std::string> text = site_.machine.files.Read(key.object);
      return Facts().AddResult(text).Take();
    }
    case ReadKind::kLayout:
      return OfLayout(key.object);
    case ReadKind::kFile:
      return OfFile(key);
    case ReadKind::kGlob: {
      Facts found;
      for (const std::string& path : plugins_.Glob(key.object)) found.Add(std::string_view(path));
      return found.Take();
    }
    case ReadKind::kEnvironment: {
      const std::optional<std::string> value = site_.machine.env.Get(key.name);
      return Facts().AddFlag(value.has_value()).Add(std::string_view(value.value_or(""))).Take();
    }
    case ReadKind::kRepository:
      return OfRepository(key.object);
    case ReadKind::kClock: {
      const Instant now = site_.machine.clock.Now();
      return TextOf(std::to_string(now.seconds) + "." + std::to_string(now.nanoseconds));
    }
    case ReadKind::kFiledTemplate:
      break;
  }
  return {};
}

Fingerprint Present::OfUnit(const Key& key) const {
  const auto found = units_.find(key.object);
  if (found == units_.end()) return {};
  if (!key.name.empty()) return FingerprintOfText(found->second.excerpt);
  const Renderable& unit = *found->second.unit;
  return Facts()
      .Add(FingerprintOfText(found->second.text))
      .Add(PlaceIn("", unit.lines_before, unit.key_lines.layout))
      .Take();
}

Fingerprint Present::ConstantOf(const Renderable& unit) const {
  Facts facts;
  facts.Add(unit.path).Add(unit.relative_path).Add(Value::OfHash(unit.data));
  if (const Document* document = AsDocument(unit)) {
    // A date of its own; site.time is none. Whether it is in the future shows in the files that are written.
    facts.Add(document->collection.label).AddResult(document->Url()).AddFlag(document->excerpt != nullptr);
    if (document->IsDraft()) facts.Add(document->Date());
    return facts.Take();
  }
  const Page& page = *AsPage(unit);
  facts.Add(page.dir).Add(page.name).AddResult(page.Url()).Add(page.pager).Add(page.attributes).Add(page.fixed_url);
  facts.AddFlag(page.generated).AddFlag(page.asset).AddFlag(page.liquid).AddFlag(page.writer != nullptr).Add(page.type);
  return facts.AddFlag(page.excerpt != nullptr).Take();
}

Fingerprint Present::ConstantOf(const StaticFile& file) const {
  Facts facts;
  facts.Add(file.relative_path).Add(Value::OfHash(file.data)).Add(file.modified_time).Add(file.Url());
  return facts.Add(file.collection ? std::string_view(file.collection->label) : std::string_view()).Take();
}

Fingerprint Present::OfDrop(const Key& key) {
  if (key.object == "link") {
    const std::optional<std::string> url = host_.UrlOfSiteFile(key.name);
    return Facts().AddFlag(url.has_value()).Add(std::string_view(url.value_or(""))).Take();
  }
  if (key.object == "posts") return OfPosts();
  if (key.object == "dates") return OfDates();
  if (key.object == "log") return TextOf(std::to_string(static_cast<int>(site_.log.level())));
  if (const auto file = files_.find(key.object); file != files_.end()) return ConstantOf(*file->second);
  const auto unit = units_.find(key.object);
  if (unit != units_.end() && key.name.empty()) return ConstantOf(*unit->second.unit);
  const Drop* drop = unit != units_.end() ? unit->second.unit->drop : DropOf(key.object);
  return drop == nullptr ? Fingerprint() : FingerprintOf(Find(*drop, key.name));
}

// The drops that are no units; plugins' stand in the settings.
const Drop* Present::DropOf(std::string_view identity) const {
  if (identity == "site") return &site_drop_;
  if (identity == "jekyll") return &drops_.jekyll();
  if (identity == "theme") return drops_.theme();
  constexpr std::string_view kCollection = "collection:";
  if (identity.starts_with(kCollection)) return drops_.FindCollection(identity.substr(kCollection.size()));
  for (const Hash::Entry& entry : site_.settings->entries()) {
    if (entry.value.IsDrop() && entry.value.AsDrop().Identity() == identity) return &entry.value.AsDrop();
  }
  return nullptr;
}

Value Present::Find(const Drop& drop, std::string_view path) {
  DropAccess access{arena_, nullptr, {}};
  const std::string_view first = FirstName(path);
  if (path.empty()) return drop.Keys(access);
  Value value;
  drop.Find(Symbol(first), access, &value);
  path.remove_prefix(first.size());
  while (path.starts_with(kPathMark) && value.IsHash()) {
    path.remove_prefix(1);
    const std::string_view name = FirstName(path);
    const Value* inner = value.AsHash().Find(Symbol(name));
    if (inner == nullptr) return {};
    value = *inner;
    path.remove_prefix(name.size());
  }
  return value;
}

// The value, through the filters that follow the path.
Fingerprint Present::OfResult(const Key& key) {
  const size_t bar = key.name.find(" | ");
  if (bar == std::string::npos) return {};
  const std::string path = key.name.substr(0, bar);
  const std::string text = "{{ it" + key.name.substr(bar) + " }}";
  Value it = Value::String(arena_.Copy(path));
  if (key.object != "now") {
    const auto unit = units_.find(key.object);
    const Drop* drop = unit != units_.end() ? unit->second.unit->drop : DropOf(key.object);
    it = drop ? Find(*drop, path) : Value();
  }
  HashBuilder globals(arena_);
  globals.Set("it", it);
  liquid::LiquidError error;
  const auto parsed = liquid::Template::Parse({.text = text}, environment_, &error);
  if (!parsed) return {};
  liquid::Context::Options options;
  options.globals = globals.BuildValue();
  options.host = const_cast<RenderHost*>(&host_);
  const Instant now = site_.machine.clock.Now();
  options.now = site_.zone.Show(now.seconds, now.nanoseconds);
  options.zone = &site_.zone;
  liquid::Context context(environment_, options);
  liquid::Output output;
  (void)parsed->Render(context, output);
  return Facts().AddFlag(it.IsNil()).Add(std::string_view(output.text())).Take();
}

Fingerprint Present::OfFile(const Key& key) const {
  const FileInfo info = site_.machine.files.Stat(key.object);
  Facts facts;
  facts.Add(std::to_string(static_cast<int>(info.kind)));
  if (key.name == "bytes") facts.AddResult(site_.machine.files.Read(key.object));
  if (key.name == "names") facts.Add(FingerprintOfNames(site_.machine.files.List(key.object)));
  if (key.name == "info") facts.Add(std::to_string(info.size));
  if (key.name == "time" || key.name == "info")
    facts.Add(std::to_string(info.mtime_seconds) + "." + std::to_string(info.mtime_nanoseconds));
  if (key.name == "real") facts.Add(std::string_view(site_.machine.files.RealPath(key.object).value_or("")));
  return facts.Take();
}

Fingerprint Present::OfLayout(std::string_view name) const {
  const auto found = site_.layouts.find(name);
  if (found == site_.layouts.end()) return {};
  const Layout& layout = found->second;
  Facts facts;
  facts.Add(layout.path)
      .Add(layout.content)
      .Add(PlaceIn("", layout.lines_before, layout.key_lines.layout))
      .Add(Value::OfHash(layout.data));
  return facts.AddFlag(layout.writer != nullptr).Take();
}

Fingerprint Present::OfRepository(std::string_view object) const {
  if (object == "origin") return TextOf(plugins_.OriginUrl());
  if (object == "revision") return TextOf(plugins_.Revision());
  const std::optional<Time> commit = plugins_.LastCommit(object);
  return commit ? TextOf(std::to_string(commit->seconds)) : Fingerprint();
}

// What `post_url` compares.
Fingerprint Present::OfPosts() const {
  Facts facts;
  host_.ForEachPost([&](const PostReference& post) {
    facts.Add(post.relative_path).Add(post.slug).Add(post.url).Add(std::to_string(post.date.seconds));
    return true;
  });
  return facts.Take();
}

Fingerprint Present::OfDates() const {
  Facts facts;
  for (const Document* document : site_.documents()) {
    const Value date = document->data->Get("date");
    if (date.IsTime() && date.AsTime().seconds > site_.time.AsTime().seconds) facts.Add(document->id);
  }
  return facts.Take();
}

}  // namespace tincture::engine
