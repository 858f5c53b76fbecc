#include "engine/render/plugin_site.h"

#include <algorithm>
#include <array>

#include "compat/profile/page_path.h"
#include "engine/model/collection.h"
#include "engine/model/turn.h"
#include "engine/read/page_reader.h"
#include "engine/source/entry_filter.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "engine/source/repository.h"
#include "engine/source/tracked_files.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace plugins = compat::plugins;

namespace {

// One part of a path against one part of a pattern: `*` and `?` within a name, `{a,b}` not.
bool MatchName(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  size_t p = 0, n = 0, star = std::string_view::npos, star_name = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_name = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p, ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_name;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::pair<std::string_view, std::string_view> FirstPart(std::string_view path) {
  const size_t slash = path.find('/');
  if (slash == std::string_view::npos) return {path, {}};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

// A whole path; `**` stands for any number of folders.
bool MatchPath(std::string_view pattern, std::string_view path) {
  while (!pattern.empty()) {
    const auto [first, rest] = FirstPart(pattern);
    if (first == "**") {
      for (std::string_view tail = path;; tail = FirstPart(tail).second) {
        if (MatchPath(rest, tail)) return true;
        if (tail.empty() || tail.starts_with('.')) return false;
      }
    }
    const auto [name, tail] = FirstPart(path);
    if (name.empty() || !MatchName(first, name)) return false;
    pattern = rest;
    path = tail;
  }
  return path.empty();
}

void Note(ReadKind kind, std::string_view object, std::string_view name = {}) {
  if (Turn* turn = Turn::Current()) turn->Note(kind, object, name);
}

}  // namespace

// --- PluginItem

PluginItem PluginItem::Of(Renderable& unit, SiteDrops& drops) {
  if (unit.kind == UnitKind::kPage) return {static_cast<Page&>(unit), drops};
  if (unit.kind == UnitKind::kDocument) return {static_cast<Document&>(unit), drops};
  return Of(const_cast<Renderable&>(*static_cast<Excerpt&>(unit).owner), drops);
}

const Site& PluginItem::site() const { return drops_.site(); }

Renderable* PluginItem::unit() const {
  if (document_ != nullptr) return document_;
  return page_;
}

std::string_view PluginItem::Kept(std::string text) const { return site().Keep(text); }

void PluginItem::NoteRead() const {
  Turn* turn = Turn::Current();
  if (turn == nullptr) return;
  if (file_ != nullptr) return turn->Note(ReadKind::kDrop, file_->id);
  turn->NoteUnit(*unit());
}

plugins::ItemKind PluginItem::kind() const {
  if (document_ != nullptr) return plugins::ItemKind::kDocument;
  return page_ != nullptr ? plugins::ItemKind::kPage : plugins::ItemKind::kStaticFile;
}

std::string_view PluginItem::collection() const {
  return document_ != nullptr ? std::string_view(document_->collection.label) : std::string_view();
}

std::string_view PluginItem::url() const {
  NoteRead();
  if (file_ != nullptr) return Kept(file_->Url());
  if (document_ != nullptr) document_->UrlAsked();
  const Result<std::string>& url = document_ != nullptr ? document_->Url() : page_->Url();
  return url ? std::string_view(*url) : std::string_view();
}

std::string_view PluginItem::path() const {
  NoteRead();
  if (file_ != nullptr) return file_->path;
  if (document_ != nullptr) return document_->path;
  const Value shown = page_->ShownPath();
  return shown.IsString() ? shown.AsString() : std::string_view(page_->relative_path);
}

std::string_view PluginItem::relative_path() const {
  return file_ != nullptr ? std::string_view(file_->relative_path) : std::string_view(unit()->relative_path);
}

std::string_view PluginItem::name() const {
  if (file_ != nullptr) return file_->name;
  return document_ != nullptr ? document_->Basename() : std::string_view(page_->name);
}

std::string_view PluginItem::basename() const {
  NoteRead();
  if (file_ != nullptr) return Kept(file_->Basename());
  return document_ != nullptr ? document_->Basename() : std::string_view(page_->basename);
}

std::string_view PluginItem::dir() const {
  NoteRead();
  if (file_ != nullptr) return file_->dir;
  if (document_ != nullptr) return {};
  const Result<std::string> dir = page_->Dir();
  return dir ? Kept(*dir) : std::string_view();
}

std::string_view PluginItem::extname() const {
  return file_ != nullptr ? std::string_view(file_->extname) : std::string_view(unit()->extname);
}

std::string_view PluginItem::output_ext() const {
  NoteRead();
  if (file_ != nullptr) return file_->extname;
  return Kept(document_ != nullptr ? document_->OutputExt() : page_->OutputExt());
}

bool PluginItem::write() const {
  NoteRead();
  Note(ReadKind::kDrop, "dates");
  if (file_ != nullptr) return file_->Write();
  return document_ == nullptr || document_->Write();
}

bool PluginItem::html() const {
  NoteRead();
  return page_ != nullptr && page_->IsHtml();
}

Value PluginItem::Get(const Symbol& key) const {
  NoteRead();
  if (file_ != nullptr) return file_->data->Get(key);
  return page_ != nullptr ? page_->Data(key) : document_->data->Get(key);
}

bool PluginItem::Has(const Symbol& key) const {
  Arena scratch;
  DropAccess access{scratch, nullptr, {}};
  Value value;
  return ToLiquid().AsDrop().Find(key, access, &value);
}

Value PluginItem::Own(const Symbol& key) const {
  NoteRead();
  return file_ != nullptr ? file_->data->Get(key) : unit()->data->Get(key);
}

Value PluginItem::Data() const {
  NoteRead();
  return Value::OfHash(file_ != nullptr ? file_->data : unit()->data);
}

Value PluginItem::ToLiquid() const {
  if (file_ != nullptr) return Value::OfDrop(&drops_.Of(*file_));
  if (document_ != nullptr) return Value::OfDrop(&drops_.Of(*document_));
  return Value::OfDrop(&drops_.Of(*page_));
}

std::optional<Time> PluginItem::date() const {
  NoteRead();
  if (document_ == nullptr) return std::nullopt;
  const Value date = document_->Date();
  return date.IsTime() ? std::optional<Time>(date.AsTime()) : std::nullopt;
}

std::optional<Time> PluginItem::modified_time() const {
  NoteRead();
  return file_ != nullptr ? std::optional<Time>(file_->modified_time.AsTime()) : std::nullopt;
}

std::string_view PluginItem::content() const {
  const Value content = unit() != nullptr ? unit()->Content() : Value();
  return content.IsString() ? content.AsString() : std::string_view();
}

std::string_view PluginItem::output() const {
  const Value output = unit() != nullptr ? unit()->Output() : Value();
  return output.IsString() ? output.AsString() : std::string_view();
}

void PluginItem::Set(std::string_view key, const Value& value) {
  if (Turn* turn = Turn::Current()) turn->NoteUnrepeatable("a plugin changes front matter while the site renders");
  const Hash*& data = file_ != nullptr ? file_->data : unit()->data;
  HashBuilder changed(site().arena, *data);
  changed.Set(site().arena.Copy(key), value);
  data = changed.Build();
  if (page_ != nullptr) drops_.Refresh(*page_);
}

void PluginItem::SetContent(std::string_view text) {
  if (Turn* turn = Turn::Current()) return turn->SetContent(std::string(text));
  if (unit() != nullptr) unit()->text.SetContent(std::string(text));
}

void PluginItem::SetOutput(std::string_view text) {
  if (Turn* turn = Turn::Current()) return turn->SetOutput(std::string(text));
  if (unit() != nullptr) unit()->text.SetOutput(std::string(text));
}

void PluginItem::SetDir(std::string_view dir) {
  if (page_ == nullptr) return;
  page_->dir = dir;
  if (compat::PagePathFollowsDir(page_->site.profile())) {
    page_->relative_path = JoinPath(dir, page_->name);
    while (page_->relative_path.starts_with('/')) page_->relative_path.erase(0, 1);
  }
  page_->ResetUrl();
}

void PluginItem::SetPager(const Value& pager) {
  if (page_ != nullptr) page_->pager = pager;
}

void PluginItem::ResetUrl() {
  if (document_ != nullptr) document_->ResetUrl();
  if (page_ != nullptr) page_->ResetUrl();
}

void PluginItem::ResetExcerpt() {
  if (document_ == nullptr) return;
  const std::string separator = document_->ExcerptSeparator();
  document_->excerpt.reset();
  if (separator.empty()) return;
  document_->excerpt = MakeExcerpt(*document_, separator, site().excerpt_rules, site().arena, site().log);
}

// --- PluginSite

PluginSite::PluginSite(engine::Site& site, SiteDrops& drops)
    : site_(site),
      drops_(drops),
      config_(Value::OfHash(site.settings)),
      environment_(site.Environment()),
      working_directory_(site.machine.env.WorkingDirectory()) {}

PluginItem& PluginSite::ItemOf(Document& document) {
  std::unique_ptr<PluginItem>& item = items_[&document];
  if (!item) item = std::make_unique<PluginItem>(document, drops_);
  return *item;
}

PluginItem& PluginSite::ItemOf(Page& page) {
  std::unique_ptr<PluginItem>& item = items_[&page];
  if (!item) item = std::make_unique<PluginItem>(page, drops_);
  return *item;
}

PluginItem& PluginSite::ItemOf(StaticFile& file) {
  std::unique_ptr<PluginItem>& item = items_[&file];
  if (!item) item = std::make_unique<PluginItem>(file, drops_);
  return *item;
}

void PluginSite::SetConfig(std::string_view key, const Value& value) {
  HashBuilder changed(site_.arena, *site_.settings);
  changed.Set(site_.arena.Copy(key), value);
  site_.settings = changed.Build();
  config_ = Value::OfHash(site_.settings);
}

Time PluginSite::LocalTime(const Time& instant) const { return site_.zone.Show(instant.seconds, instant.nanoseconds); }

std::vector<plugins::Item*> PluginSite::Pages() {
  std::vector<plugins::Item*> items;
  for (Page* page : site_.pages) items.push_back(&ItemOf(*page));
  return items;
}

std::vector<plugins::Item*> PluginSite::StaticFiles() {
  std::vector<plugins::Item*> items;
  for (StaticFile* file : site_.static_files) items.push_back(&ItemOf(*file));
  return items;
}

std::vector<plugins::Item*> PluginSite::DocsToWrite() {
  std::vector<plugins::Item*> items;
  for (const auto& collection : site_.collections) {
    for (Document* document : collection->docs) {
      document->PublishingAsked();
      if (document->Write()) items.push_back(&ItemOf(*document));
    }
    for (StaticFile* file : collection->files) {
      if (file->Write()) items.push_back(&ItemOf(*file));
    }
  }
  return items;
}

std::vector<plugins::CollectionView> PluginSite::Collections() {
  std::vector<plugins::CollectionView> views;
  for (const auto& collection : site_.collections) {
    plugins::CollectionView view{.label = collection->label, .docs = {}, .write = collection->Write()};
    for (Document* document : collection->docs) view.docs.push_back(&ItemOf(*document));
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<plugins::Item*> PluginSite::Posts() {
  std::vector<plugins::Item*> items;
  for (Document* document : site_.posts().docs) items.push_back(&ItemOf(*document));
  return items;
}

Time PluginSite::time() const {
  Note(ReadKind::kDrop, "site", "time");
  return site_.time.AsTime();
}

bool PluginSite::HasLayout(std::string_view name) const {
  Note(ReadKind::kLayout, name);
  return site_.layouts.contains(name);
}

std::optional<std::string> PluginSite::Env(const std::string& name) const {
  Note(ReadKind::kEnvironment, {}, name);
  return site_.machine.env.Get(name);
}

std::string_view PluginSite::LayoutText(std::string_view name) const {
  Note(ReadKind::kLayout, name);
  const auto found = site_.layouts.find(name);
  return found == site_.layouts.end() ? std::string_view() : std::string_view(found->second.content);
}

void PluginSite::AddLayout(std::string_view name, plugins::Body body) {
  Layout layout;
  layout.name = name;
  layout.path = std::string(name) + ".html";
  layout.relative_path = layout.path;
  layout.ext = ".html";
  layout.content = std::move(body.text);
  layout.data = site_.empty_hash;
  layout.writer = std::move(body.writer);
  site_.layouts.insert_or_assign(std::string(name), std::move(layout));
}

Page& PluginSite::MakePage(plugins::NewPage made) {
  auto page = std::make_unique<Page>(site_);
  page->generated = true;
  page->dir = std::move(made.dir);
  page->name = std::move(made.name);
  page->relative_path = JoinPath(page->dir, page->name);
  while (page->relative_path.starts_with('/')) page->relative_path.erase(0, 1);
  page->path = JoinPath(site_.source(), page->relative_path);
  page->Process();
  page->data = made.data.IsHash() ? &made.data.AsHash() : site_.empty_hash;
  page->asset = made.asset;
  page->fixed_url = std::move(made.url);
  page->attributes = made.attributes;
  page->type = made.type;
  page->writer = std::move(made.body.writer);
  page->liquid = made.body.liquid;
  page->text.SetContent(std::move(made.body.text));
  site_.owned_pages.push_back(std::move(page));
  return *site_.owned_pages.back();
}

plugins::Item& PluginSite::AddPage(plugins::NewPage made) {
  Page& page = MakePage(std::move(made));
  site_.pages.push_back(&page);
  return ItemOf(page);
}

Page& PluginSite::AddLatePage(plugins::NewPage made) {
  Page& page = MakePage(std::move(made));
  page.index = site_.pages.size();
  page.id = site_.NameOf(page);
  site_.pages.push_back(&page);
  return page;
}

Result<plugins::Item*> PluginSite::ReadPage(std::string_view dir, std::string_view name) {
  Result<Page*> page = engine::ReadPage(site_, site_.source(), std::string(dir), std::string(name), {});
  if (!page) return page.error();
  return &ItemOf(**page);
}

void PluginSite::AppendPage(plugins::Item& page) { site_.pages.push_back(static_cast<PluginItem&>(page).page()); }

void PluginSite::RemoveStaticFile(plugins::Item& file) {
  std::erase(site_.static_files, static_cast<PluginItem&>(file).file());
}

std::optional<std::string> PluginSite::Readable(std::string_view path) const {
  const std::string absolute = ExpandPath(path, site_.source());
  if (IsWithin(absolute, site_.source())) return absolute;
  if (site_.theme && IsWithin(absolute, site_.theme->root)) return absolute;
  return std::nullopt;
}

bool PluginSite::FileExists(std::string_view path) const {
  const auto absolute = Readable(path);
  const TrackedFiles::ForKinds scope;
  return absolute && site_.machine.files.Stat(*absolute).is_file();
}

bool PluginSite::DirectoryExists(std::string_view path) const {
  const auto absolute = Readable(path);
  const TrackedFiles::ForKinds scope;
  return absolute && site_.machine.files.Stat(*absolute).is_directory();
}

Result<std::string> PluginSite::ReadFile(std::string_view path) const {
  const auto absolute = Readable(path);
  if (absolute) return site_.machine.files.Read(*absolute);
  return Error{.kind = "Errno::ENOENT",
               .message = "No such file or directory @ rb_sysopen - " + std::string(path),
               .hint = "Only files of the site and of its theme are read."};
}

std::optional<Time> PluginSite::FileTime(std::string_view path) const {
  if (!FileExists(path)) return std::nullopt;
  return site_.FileTime(*Readable(path)).AsTime();
}

void PluginSite::ReadHistory() const {
  const Repository* repository = site_.machine.repository;
  const auto source = site_.machine.files.RealPath(site_.source());
  const auto top = repository && source ? repository->WorkTree(*source) : std::nullopt;
  if (!top || !IsWithin(*source, *top)) return;
  history_.folder = source->substr(std::min(top->size() + 1, source->size()));
  history_.commits = repository->LastCommits(*top);
}

std::optional<Time> PluginSite::LastCommit(std::string_view path) const {
  std::call_once(history_.read, [this] { ReadHistory(); });
  const std::string absolute = ExpandPath(path, site_.source());
  Note(ReadKind::kRepository, absolute);
  if (!history_.folder || !IsWithin(absolute, site_.source()) || absolute == site_.source()) return std::nullopt;
  const std::string below = absolute.substr(site_.source().size() + 1);
  const auto found = history_.commits.find(history_.folder->empty() ? below : JoinPath(*history_.folder, below));
  if (found == history_.commits.end()) return std::nullopt;
  return site_.zone.Show(found->second, 0);
}

std::string PluginSite::OriginUrl() const {
  Note(ReadKind::kRepository, "origin");
  const Repository* repository = site_.machine.repository;
  return repository ? repository->OriginUrl(working_directory_).value_or("") : "";
}

std::string PluginSite::Revision() const {
  Note(ReadKind::kRepository, "revision");
  const Repository* repository = site_.machine.repository;
  return repository ? repository->Revision(working_directory_).value_or("") : "";
}

std::vector<std::string> PluginSite::Glob(std::string_view pattern) const {
  Note(ReadKind::kGlob, pattern);
  const TrackedFiles::ForKinds scope;
  const TrackedFiles::Observer::Scope unseen(nullptr);
  std::vector<std::string> found = GlobTree(site_.machine.files, site_.source(), false);
  std::erase_if(found, [&](const std::string& path) { return !MatchPath(pattern, path); });
  return found;
}

std::string_view PluginSite::theme_sass_path() const {
  return site_.theme ? std::string_view(site_.theme->sass_path) : std::string_view();
}

bool PluginSite::GlobInclude(const std::vector<std::string>& patterns, std::string_view path) const {
  return EntryFilter(site_.config().entry_rules(), site_.machine.files).GlobInclude(patterns, path);
}

bool PluginSite::Log(plugins::LogLevel level, std::string_view topic, std::string_view message) const {
  Note(ReadKind::kDrop, "log");
  switch (level) {
    case plugins::LogLevel::kDebug:
      site_.log.Debug(topic, message);
      return site_.log.level() <= LogLevel::kDebug;
    case plugins::LogLevel::kInfo:
      site_.log.Info(topic, message);
      return site_.log.level() <= LogLevel::kInfo;
    case plugins::LogLevel::kWarn:
      site_.log.Warn(topic, message);
      return site_.log.level() <= LogLevel::kWarn;
    case plugins::LogLevel::kError:
      site_.log.Error(topic, message);
      return true;
  }
  return false;
}

void PluginSite::LogOnce(plugins::LogLevel level, std::string_view topic, std::string_view message) const {
  constexpr std::array kLevels = {LogLevel::kDebug, LogLevel::kInfo, LogLevel::kWarn, LogLevel::kError};
  const std::string key = "plugin " + std::string(topic) + "\n" + std::string(message);
  site_.log.Once(key, kLevels[static_cast<size_t>(level)], topic, message);
}

std::optional<std::string> PluginSite::Remembered(const std::string& key) const {
  Turn* turn = Turn::Current();
  return turn ? turn->Remembered("plugin " + key) : std::nullopt;
}

void PluginSite::Remember(const std::string& key, std::string_view text) const {
  if (Turn* turn = Turn::Current()) turn->Remember("plugin " + key, text);
}

bool PluginSite::AwaitTurn() const {
  Turn* turn = Turn::Current();
  // What a plugin remembers of other units has no key: the unit renders in every build.
  Note(ReadKind::kClock, {});
  return turn == nullptr || turn->AwaitLower();
}

}  // namespace tincture::engine
