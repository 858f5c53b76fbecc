// A site for filters and tags in tests: a configuration, included files, posts and URLs as the test puts them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/drops/filter_host.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

class FakeFilterHost : public FilterHost {
 public:
  explicit FakeFilterHost(const compat::Profile& profile) : profile_(profile) {}

  // A Hash, which must outlive the host.
  void set_config(const Value& config) { config_ = config; }
  void set_source(std::string source) { source_ = std::move(source); }
  void set_safe(bool safe) { safe_ = safe; }
  // `environment` must outlive the host.
  void PutTemplate(const std::string& path, std::string text, const liquid::Environment& environment) {
    File& file = files_[path];
    file.text = std::move(text);
    file.parsed = liquid::Template::Parse({.text = file.text, .path = path}, environment, &file.error);
  }
  void PutUrl(const std::string& relative_path, std::string url) { urls_[relative_path] = std::move(url); }
  void PutPost(const PostReference& post) { posts_.push_back(post); }
  const std::vector<std::string>& warnings() const { return warnings_; }

  // Says what was asked for.
  Result<std::string> Convert(Converter converter, std::string_view text, bool) const override {
    constexpr const char* kNames[] = {"markdown", "smartypants", "sass", "scss"};
    return std::string(kNames[static_cast<int>(converter)]) + "(" + std::string(text) + ")";
  }
  const compat::Profile& profile() const override { return profile_; }
  Value config() const override { return config_; }
  std::string_view source() const override { return source_; }
  bool safe() const override { return safe_; }
  void Warn(std::string_view topic, std::string_view message) const override {
    warnings_.push_back(std::string(topic) + " " + std::string(message));
  }
  std::vector<std::string> IncludeFolders() const override { return {source_ + "/_includes"}; }
  bool IsIncludable(const std::string& path, const std::string&) const override { return files_.contains(path); }
  const liquid::Template* IncludedTemplate(const std::string& path, liquid::LiquidError* error) const override {
    const File& file = files_.at(path);
    if (!file.parsed) *error = file.error;
    return file.parsed.get();
  }
  std::optional<std::string> CachedInclude(const std::string& key) const override {
    const auto found = cached_.find(key);
    if (found == cached_.end()) return std::nullopt;
    return found->second;
  }
  void StoreCachedInclude(const std::string& key, std::string_view html) const override { cached_[key] = html; }
  std::optional<std::string> UrlOfSiteFile(std::string_view path) const override {
    for (const std::string& key : {std::string(path), "/" + std::string(path)}) {
      if (const auto found = urls_.find(key); found != urls_.end()) return found->second;
    }
    return std::nullopt;
  }
  void ForEachPost(const std::function<bool(const PostReference&)>& visit) const override {
    for (const PostReference& post : posts_) {
      if (!visit(post)) return;
    }
  }

 private:
  struct File {
    std::string text;
    std::unique_ptr<const liquid::Template> parsed;
    liquid::LiquidError error;
  };

  const compat::Profile& profile_;
  Value config_;
  std::string source_ = "/SOURCE";
  bool safe_ = false;
  std::map<std::string, File> files_;
  std::map<std::string, std::string> urls_;
  std::vector<PostReference> posts_;
  mutable std::vector<std::string> warnings_;
  mutable std::map<std::string, std::string> cached_;
};

}  // namespace tincture::engine
