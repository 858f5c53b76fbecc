// PageDrop: the hash that Jekyll's Page#to_liquid makes: front matter defaults, front matter, and the page's own
// attributes over both (lib/jekyll/convertible.rb). To templates it is a Hash.
#pragma once

#include "engine/model/page.h"
#include "liquid/value/drop.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

class SiteDrops;

class PageDrop : public Drop {
 public:
  // Of the page as it is at the moment of each read. `merged`: defaults and front matter, see MergedData.
  PageDrop(const Page& page, const Hash* merged, const SiteDrops& drops)
      : page_(page), merged_(merged), drops_(drops) {}
  // `page` while it renders: its content is and stays that of the moment it began.
  // `for_excerpt`: as its own excerpt sees it, which has no excerpt.
  PageDrop(const PageDrop& live, const Value& content, bool for_excerpt = false)
      : page_(live.page_),
        merged_(live.merged_),
        drops_(live.drops_),
        is_snapshot_(true),
        for_excerpt_(for_excerpt),
        content_(content) {}

  static const Hash* MergedData(const Page& page, Arena& arena);

  const Page& page() const { return page_; }
  void set_merged(const Hash* merged) { merged_ = merged; }
  std::string_view ClassName() const override { return "Hash"; }
  Standing standing() const override { return is_snapshot_ ? Standing::kPassing : Standing::kLasting; }
  std::string Identity() const override { return page_.id; }
  bool Find(const Symbol& key, DropAccess& access, Value* out) const override;
  Value Keys(DropAccess& access) const override;
  // As a Hash prints.
  void AppendTo(DropAccess& access, std::string& out) const override;
  void InspectTo(DropAccess& access, std::string& out) const override;
  bool Equals(const Drop& other) const override;

 private:
  // Nil where `name` is none of the attributes; `known` says which.
  Value Attribute(std::string_view name, DropAccess& access, bool* known) const;
  Value ExcerptText(DropAccess& access) const;

  const Page& page_;
  const Hash* merged_;
  const SiteDrops& drops_;
  bool is_snapshot_ = false;
  bool for_excerpt_ = false;
  Value content_;
};

}  // namespace tincture::engine
