// PluginSite and PluginItem: the engine's model as plugins see it (compat/plugins/site.h).
// Life: that of the build. One thread while generating; see the interface for rendering.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compat/plugins/site.h"
#include "engine/drops/site_drops.h"
#include "engine/model/site.h"

namespace tincture::engine {

class PluginItem : public compat::plugins::Item {
 public:
  PluginItem(Document& document, SiteDrops& drops) : document_(&document), drops_(drops) {}
  PluginItem(Page& page, SiteDrops& drops) : page_(&page), drops_(drops) {}
  PluginItem(StaticFile& file, SiteDrops& drops) : file_(&file), drops_(drops) {}
  // Of an excerpt: its owner.
  static PluginItem Of(Renderable& unit, SiteDrops& drops);

  Page* page() const { return page_; }
  StaticFile* file() const { return file_; }

  compat::plugins::ItemKind kind() const override;
  std::string_view collection() const override;
  std::string_view url() const override;
  std::string_view path() const override;
  std::string_view relative_path() const override;
  std::string_view name() const override;
  std::string_view basename() const override;
  std::string_view dir() const override;
  std::string_view extname() const override;
  std::string_view output_ext() const override;
  bool write() const override;
  bool html() const override;
  Value Get(const Symbol& key) const override;
  bool Has(const Symbol& key) const override;
  Value Own(const Symbol& key) const override;
  Value Data() const override;
  Value ToLiquid() const override;
  std::optional<Time> date() const override;
  std::optional<Time> modified_time() const override;
  std::string_view content() const override;
  std::string_view output() const override;
  void Set(std::string_view key, const Value& value) override;
  void SetContent(std::string_view text) override;
  void SetOutput(std::string_view text) override;
  void SetDir(std::string_view dir) override;
  void SetPager(const Value& pager) override;
  void ResetUrl() override;
  void ResetExcerpt() override;

 private:
  const Site& site() const;
  // Document or page; null for a static file.
  Renderable* unit() const;
  std::string_view Kept(std::string text) const;
  // To the turn that looks at it.
  void NoteRead() const;

  Document* document_ = nullptr;
  Page* page_ = nullptr;
  StaticFile* file_ = nullptr;
  SiteDrops& drops_;
};

class PluginSite : public compat::plugins::Site {
 public:
  PluginSite(engine::Site& site, SiteDrops& drops);

  // Set by the build once there are converters and filters.
  std::function<bool(std::string_view extname)> is_markdown;
  std::function<Result<Value>(std::string_view name, const Value& input)> filter;

  PluginItem& ItemOf(Document& document);
  PluginItem& ItemOf(Page& page);
  PluginItem& ItemOf(StaticFile& file);
  // A page that is not yet in site.pages.
  Page& MakePage(compat::plugins::NewPage page);
  // A page that came while the site renders: numbered and named as it is appended.
  Page& AddLatePage(compat::plugins::NewPage page);

  const compat::Profile& profile() const override { return site_.profile(); }
  Arena& arena() override { return site_.arena; }
  const Value& config() const override { return config_; }
  void SetConfig(std::string_view key, const Value& value) override;
  Time time() const override;
  Time LocalTime(const Time& instant) const override;
  std::string_view source() const override { return site_.source(); }
  std::string_view destination() const override { return site_.destination(); }
  std::string_view working_directory() const override { return working_directory_; }
  bool safe() const override { return site_.config().Truthy("safe"); }
  std::string_view environment() const override { return environment_; }
  std::optional<std::string> Env(const std::string& name) const override;
  std::vector<compat::plugins::Item*> Pages() override;
  std::vector<compat::plugins::Item*> StaticFiles() override;
  std::vector<compat::plugins::Item*> DocsToWrite() override;
  std::vector<compat::plugins::CollectionView> Collections() override;
  std::vector<compat::plugins::Item*> Posts() override;
  Value PostsBy(std::string_view attribute) override { return drops_.PostsBy(attribute); }
  bool HasLayout(std::string_view name) const override;
  std::string_view LayoutText(std::string_view name) const override;
  void AddLayout(std::string_view name, compat::plugins::Body body) override;
  compat::plugins::Item& AddPage(compat::plugins::NewPage page) override;
  Result<compat::plugins::Item*> ReadPage(std::string_view dir, std::string_view name) override;
  void AppendPage(compat::plugins::Item& page) override;
  void RemoveStaticFile(compat::plugins::Item& file) override;
  bool FileExists(std::string_view path) const override;
  bool DirectoryExists(std::string_view path) const override;
  Result<std::string> ReadFile(std::string_view path) const override;
  std::optional<Time> FileTime(std::string_view path) const override;
  std::optional<Time> LastCommit(std::string_view path) const override;
  std::string OriginUrl() const override;
  std::string Revision() const override;
  std::vector<std::string> Glob(std::string_view pattern) const override;
  std::string_view theme_sass_path() const override;
  bool IsMarkdown(std::string_view extname) const override { return is_markdown && is_markdown(extname); }
  bool GlobInclude(const std::vector<std::string>& patterns, std::string_view path) const override;
  Result<Value> Filter(std::string_view name, const Value& input) override { return filter(name, input); }
  bool Log(compat::plugins::LogLevel level, std::string_view topic, std::string_view message) const override;
  void LogOnce(compat::plugins::LogLevel level, std::string_view topic, std::string_view message) const override;
  std::optional<std::string> Remembered(const std::string& key) const override;
  void Remember(const std::string& key, std::string_view text) const override;
  bool AwaitTurn() const override;

 private:
  // The history of the repository that holds the source, read when it is first asked for.
  struct History {
    std::once_flag read;
    std::optional<std::string> folder;  // the source, below the top of the work tree
    std::map<std::string, int64_t> commits;
  };
  void ReadHistory() const;
  // Absolute; nothing where it lies neither in the source nor in the theme.
  std::optional<std::string> Readable(std::string_view path) const;

  engine::Site& site_;
  SiteDrops& drops_;
  Value config_;
  std::string environment_;
  std::string working_directory_;
  mutable History history_;
  std::unordered_map<const void*, std::unique_ptr<PluginItem>> items_;  // by unit; looked up only
};

}  // namespace tincture::engine
