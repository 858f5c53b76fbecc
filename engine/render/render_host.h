// RenderHost: what Jekyll's filters and tags reach of a site (engine/drops/filter_host.h). Any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "engine/drops/filter_host.h"
#include "engine/model/site.h"
#include "engine/render/converters.h"
#include "engine/render/template_cache.h"
#include "liquid/exec/other_encoding.h"

namespace tincture::engine {

class PluginSite;

class RenderHost : public FilterHost, public liquid::OtherEncoding {
 public:
  RenderHost(const Site& site, const Converters& converters, PluginSite& plugins, TemplateCache& templates)
      : site_(site), converters_(converters), plugins_(plugins), templates_(templates) {}

  // After generating: what `link` finds, and which paths are not includes' alone.
  void ListSiteFiles();

  Result<std::string> Convert(Converter converter, std::string_view text, bool ascii_tagged) const override;
  uint64_t Variations() const override;
  BuildProfile* build_profile() const override { return profile_; }
  void set_build_profile(BuildProfile* profile) { profile_ = profile; }
  const compat::Profile& profile() const override { return site_.profile(); }
  Value config() const override { return Value::OfHash(site_.settings); }
  std::string_view source() const override { return site_.source(); }
  bool safe() const override { return site_.config().Truthy("safe"); }
  void Warn(std::string_view topic, std::string_view message) const override { site_.log.Warn(topic, message); }
  void WarnOfCode(std::string_view language, std::string_view page, std::string_view message) const override;
  std::vector<std::string> IncludeFolders() const override { return site_.includes_load_paths; }
  bool IsIncludable(const std::string& path, const std::string& folder) const override;
  const liquid::Template* IncludedTemplate(const std::string& path, liquid::LiquidError* error) const override;
  bool IsSharedTemplate(const std::string& path) const override { return template_paths_.contains(path); }
  std::optional<std::string> CachedInclude(const std::string& key) const override;
  void StoreCachedInclude(const std::string& key, std::string_view html) const override;
  std::optional<std::string> UrlOfSiteFile(std::string_view path) const override;
  void ForEachPost(const std::function<bool(const PostReference&)>& visit) const override;
  std::optional<std::string> ToUtf8(std::string_view text) const override;
  std::optional<std::string> FromUtf8(std::string_view text) const override;

 private:
  Result<std::string> ConvertSass(std::string_view text, std::string_view extname) const;
  void AddSiteFile(const std::string& relative_path, const std::string& url);
  const liquid::Template* ParseFile(const std::string& path, liquid::LiquidError* error) const;
  // Asked of each path once a build: every include looks into every folder.
  bool IsFile(const std::string& path) const;

  BuildProfile* profile_ = nullptr;
  const Site& site_;
  const Converters& converters_;
  PluginSite& plugins_;
  TemplateCache& templates_;
  std::map<std::string, std::string, std::less<>> site_files_;  // relative path -> URL
  mutable std::mutex mu_;
  mutable std::map<std::string, bool> is_file_;     // guarded by mu_
  std::unordered_set<std::string> template_paths_;  // of units and layouts
};

}  // namespace tincture::engine
