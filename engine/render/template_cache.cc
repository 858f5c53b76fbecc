#include "engine/render/template_cache.h"

#include <utility>

namespace tincture::engine {

const liquid::Template* TemplateCache::FindText(const Entries& entries, std::string_view text) {
  for (const auto& entry : entries) {
    if (entry->text == text) return entry->parsed.get();
  }
  return nullptr;
}

const liquid::Template* TemplateCache::Parse(const std::string& path, std::string_view text, uint32_t lines_before,
                                             liquid::LiquidError* error) {
  {
    const std::lock_guard lock(mu_);
    if (const liquid::Template* known = FindText(entries_[path], text)) return known;
  }
  auto entry = std::make_unique<Entry>();
  entry->text = text;
  entry->parsed =
      liquid::Template::Parse({.text = entry->text, .path = path, .lines_before = lines_before}, environment_, error);
  if (!entry->parsed) return nullptr;
  const std::lock_guard lock(mu_);
  Entries& entries = entries_[path];
  // Another thread may have been quicker.
  if (const liquid::Template* known = FindText(entries, text)) return known;
  return entries.emplace_back(std::move(entry))->parsed.get();
}

const liquid::Template* TemplateCache::Find(const std::string& path) const {
  const std::lock_guard lock(mu_);
  const auto found = entries_.find(path);
  return found == entries_.end() || found->second.empty() ? nullptr : found->second.front()->parsed.get();
}

}  // namespace tincture::engine
