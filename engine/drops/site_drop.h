// SiteDrop, ThemeDrop, JekyllDrop (lib/jekyll/drops/site_drop.rb, theme_drop.rb, jekyll_drop.rb).
#pragma once

#include "engine/drops/engine_drop.h"
#include "engine/model/site.h"

namespace tincture::engine {

class SiteDrops;

class SiteDrop : public EngineDrop {
 public:
  // `current`: the document that renders, whose related posts are `site.related_posts`; null for anything else.
  SiteDrop(const SiteDrops& drops, const Document* current) : drops_(drops), current_(current) {}

  const SiteDrops& drops() const { return drops_; }
  std::string_view ClassName() const override { return "Jekyll::Drops::SiteDrop"; }
  Standing standing() const override { return Standing::kConstant; }
  std::string Identity() const override { return "site"; }
  bool Equals(const Drop& other) const override;

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override;

 private:
  Value RelatedPostDrops(DropAccess& access) const;

  const SiteDrops& drops_;
  const Document* current_;
};

class ThemeDrop : public EngineDrop {
 public:
  ThemeDrop(const Site& site, const Theme& theme) : site_(site), theme_(theme) {}
  std::string_view ClassName() const override { return "Jekyll::Drops::ThemeDrop"; }
  Standing standing() const override { return Standing::kConstant; }
  std::string Identity() const override { return "theme"; }

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return site_.empty_hash; }

 private:
  const Site& site_;
  const Theme& theme_;
};

class JekyllDrop : public EngineDrop {
 public:
  explicit JekyllDrop(const Site& site) : site_(site), environment_(site.Environment()) {}
  std::string_view ClassName() const override { return "Jekyll::Drops::JekyllDrop"; }
  Standing standing() const override { return Standing::kConstant; }
  std::string Identity() const override { return "jekyll"; }

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return site_.empty_hash; }

 private:
  const Site& site_;
  std::string environment_;
};

}  // namespace tincture::engine
