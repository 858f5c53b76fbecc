#include "engine/render/template_cache.h"

namespace tincture::engine {

const liquid::Template* TemplateCache::Parse(const std::string& path, std::string_view text, uint32_t lines_before,
                                             liquid::LiquidError* error) {
  const std::lock_guard lock(mu_);
  Entry& entry = entries_[path];
  if (entry.parsed) return entry.parsed.get();
  entry.text = text;
  entry.parsed =
      liquid::Template::Parse({.text = entry.text, .path = path, .lines_before = lines_before}, environment_, error);
  return entry.parsed.get();
}

const liquid::Template* TemplateCache::Find(const std::string& path) const {
  const std::lock_guard lock(mu_);
  const auto found = entries_.find(path);
  return found == entries_.end() ? nullptr : found->second.parsed.get();
}

liquid::Registers& TemplateCache::RegistersOf(const std::string& path) {
  const std::lock_guard lock(mu_);
  return entries_[path].registers;
}

}  // namespace tincture::engine
