// FakeSite and FakeItem: a site made of what a test says, for plugins. Files come from a map of paths (relative to the
// source, which is "/site" unless a folder of the disk is mirrored) to texts.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compat/plugins/plugin.h"
#include "compat/plugins/site.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

class FakeItem : public Item {
 public:
  FakeItem(Arena& arena, ItemKind kind, std::string url)
      : arena_(arena), kind_(kind), url_(std::move(url)), data_(arena) {}

  std::string collection_, path_, relative_path_, name_, basename_, dir_, extname_, output_ext_ = ".html";
  std::string content_, output_;
  bool write_ = true;
  std::optional<Time> date_, modified_time_;
  Value pager_;

  ItemKind kind() const override { return kind_; }
  std::string_view collection() const override { return collection_; }
  std::string_view url() const override { return url_; }
  std::string_view path() const override { return path_; }
  std::string_view relative_path() const override { return relative_path_; }
  std::string_view name() const override { return name_; }
  std::string_view basename() const override { return basename_; }
  std::string_view dir() const override { return dir_; }
  std::string_view extname() const override { return extname_; }
  std::string_view output_ext() const override { return output_ext_; }
  bool write() const override { return write_; }
  bool html() const override { return output_ext_ == ".html"; }
  Value Get(const Symbol& key) const override {
    const Value* found = data_.Find(key.text);
    return found ? *found : Value();
  }
  bool Has(const Symbol& key) const override { return data_.Find(key.text) != nullptr; }
  Value Own(const Symbol& key) const override { return Get(key); }
  Value Data() const override { return data_.BuildValue(); }
  Value ToLiquid() const override { return data_.BuildValue(); }
  std::optional<Time> date() const override { return date_; }
  std::optional<Time> modified_time() const override { return modified_time_; }
  std::string_view content() const override { return content_; }
  std::string_view output() const override { return output_; }

  void Set(std::string_view key, const Value& value) override { data_.Set(arena_.Copy(key), value); }
  void SetContent(std::string_view text) override { content_ = text; }
  void SetOutput(std::string_view text) override { output_ = text; }
  void SetDir(std::string_view dir) override { dir_ = dir; }
  void SetPager(const Value& pager) override { pager_ = pager; }
  void ResetUrl() override { url_ = Get("permalink").IsString() ? Get("permalink").AsString() : url_; }
  void ResetExcerpt() override { excerpt_reset_ = true; }

  bool excerpt_reset_ = false;

 private:
  Arena& arena_;
  ItemKind kind_;
  std::string url_;
  HashBuilder data_;
};

class FakeSite : public Site {
 public:
  explicit FakeSite(ProfileId profile = ProfileId::kDebian) : profile_(ProfileOf(profile)), config_(arena_) {}

  // Takes the files below a folder of the disk.
  void Mirror(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      files_[std::filesystem::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(file), {}};
    }
  }

  FakeItem& NewItem(ItemKind kind, std::string url) {
    items_.push_back(std::make_unique<FakeItem>(arena_, kind, std::move(url)));
    return *items_.back();
  }

  std::map<std::string, std::string> files_;
  std::vector<Item*> pages_, static_files_, docs_;
  std::vector<std::string> layouts_;
  std::vector<NewPage> new_pages_;
  mutable std::vector<std::string> log_;
  std::map<std::string, std::string> env_;
  std::map<std::string, Time> commits_;
  std::string origin_, revision_;
  std::string environment_ = "production";
  std::string source_ = "/site";
  bool safe_ = false;

  const Profile& profile() const override { return profile_; }
  Arena& arena() override { return arena_; }
  const Value& config() const override { return config_value_; }
  void SetConfig(std::string_view key, const Value& value) override {
    config_.Set(arena_.Copy(key), value);
    config_value_ = config_.BuildValue();
  }
  Time time() const override { return Time{}; }
  Time LocalTime(const Time& instant) const override { return instant; }
  std::string_view source() const override { return source_; }
  std::string_view destination() const override { return "/site/_site"; }
  std::string_view working_directory() const override { return source_; }
  bool safe() const override { return safe_; }
  std::string_view environment() const override { return environment_; }
  std::optional<std::string> Env(const std::string& name) const override {
    const auto found = env_.find(name);
    return found == env_.end() ? std::nullopt : std::optional(found->second);
  }
  std::vector<Item*> Pages() override { return pages_; }
  std::vector<Item*> StaticFiles() override { return static_files_; }
  std::vector<Item*> DocsToWrite() override { return docs_; }
  std::vector<CollectionView> Collections() override { return {}; }
  std::vector<Item*> Posts() override { return docs_; }
  Value PostsBy(std::string_view) override { return Value::OfHash(HashBuilder(arena_).Build()); }
  bool HasLayout(std::string_view name) const override {
    return std::find(layouts_.begin(), layouts_.end(), name) != layouts_.end();
  }
  std::string_view LayoutText(std::string_view) const override { return ""; }
  void AddLayout(std::string_view name, Body) override { layouts_.emplace_back(name); }
  Item& AddPage(NewPage page) override {
    FakeItem& item = NewItem(ItemKind::kPage, "/" + page.name);
    item.name_ = page.name;
    new_pages_.push_back(std::move(page));
    pages_.push_back(&item);
    return item;
  }
  Result<Item*> ReadPage(std::string_view dir, std::string_view name) override {
    FakeItem& item = NewItem(ItemKind::kPage, std::string(dir) + std::string(name));
    item.name_ = name;
    item.dir_ = dir;
    return static_cast<Item*>(&item);
  }
  void AppendPage(Item& page) override { pages_.push_back(&page); }
  void RemoveStaticFile(Item& file) override { std::erase(static_files_, &file); }

  bool FileExists(std::string_view path) const override { return files_.contains(Relative(path)); }
  bool DirectoryExists(std::string_view path) const override {
    const std::string prefix = Relative(path) + "/";
    const auto found = files_.lower_bound(prefix);
    return found != files_.end() && found->first.starts_with(prefix);
  }
  Result<std::string> ReadFile(std::string_view path) const override {
    const auto found = files_.find(Relative(path));
    if (found == files_.end()) return Error{.kind = "Errno::ENOENT", .message = std::string(path)};
    return found->second;
  }
  std::optional<Time> FileTime(std::string_view) const override { return std::nullopt; }
  std::optional<Time> LastCommit(std::string_view path) const override {
    const auto found = commits_.find(Relative(path));
    return found == commits_.end() ? std::nullopt : std::optional(found->second);
  }
  std::string OriginUrl() const override { return origin_; }
  std::string Revision() const override { return revision_; }
  // One `*` for a whole folder name is all that tests need.
  std::vector<std::string> Glob(std::string_view pattern) const override {
    const size_t star = pattern.find('*');
    if (star == std::string_view::npos) return {std::string(pattern)};
    std::vector<std::string> found;
    for (const auto& [path, text] : files_) {
      if (!path.starts_with(pattern.substr(0, star))) continue;
      const size_t slash = path.find('/', star);
      if (slash == std::string::npos) continue;
      std::string match = path.substr(0, slash) + std::string(pattern.substr(star + 1));
      if (DirectoryExists(match) && (found.empty() || found.back() != match)) found.push_back(std::move(match));
    }
    return found;
  }
  std::string_view theme_sass_path() const override { return ""; }
  bool IsMarkdown(std::string_view extname) const override { return extname == ".md"; }
  bool GlobInclude(const std::vector<std::string>& patterns, std::string_view path) const override {
    return std::find(patterns.begin(), patterns.end(), path) != patterns.end();
  }
  Result<Value> Filter(std::string_view, const Value& input) override { return input; }
  bool Log(LogLevel, std::string_view topic, std::string_view message) const override {
    log_.push_back(std::string(topic) + " " + std::string(message));
    return true;
  }

 private:
  std::string Relative(std::string_view path) const {
    return std::string(path.starts_with(source_ + "/") ? path.substr(source_.size() + 1) : path);
  }

  const Profile& profile_;
  Arena arena_;
  HashBuilder config_;
  Value config_value_ = Value::OfHash(HashBuilder(arena_).Build());
  std::vector<std::unique_ptr<FakeItem>> items_;
};

}  // namespace tincture::compat::plugins
