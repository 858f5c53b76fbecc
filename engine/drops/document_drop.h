// DocumentDrop and ExcerptDrop (lib/jekyll/drops/document_drop.rb, excerpt_drop.rb).
#pragma once

#include "engine/drops/engine_drop.h"
#include "engine/model/document.h"

namespace tincture::engine {

class SiteDrops;

class DocumentDrop : public EngineDrop {
 public:
  DocumentDrop(const Document& document, const SiteDrops& drops) : document_(document), drops_(drops) {}

  const Document& document() const { return document_; }
  std::string_view ClassName() const override { return "Jekyll::Drops::DocumentDrop"; }
  Standing standing() const override { return Standing::kLasting; }
  std::string Identity() const override { return document_.id; }
  void AppendTo(DropAccess& access, std::string& out) const override;
  void InspectTo(DropAccess& access, std::string& out) const override;
  std::optional<int> Compare(const Drop& other) const override;

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return document_.data; }

 private:
  Value ExcerptText(DropAccess& access) const;
  Value DropOf(const Document* document) const;

  const Document& document_;
  const SiteDrops& drops_;
};

// `page` while an excerpt renders.
class ExcerptDrop : public EngineDrop {
 public:
  // `document`: the excerpt's.
  ExcerptDrop(const Excerpt& excerpt, const Document& document, const DocumentDrop& document_drop)
      : excerpt_(excerpt), document_(document), document_drop_(document_drop) {}

  std::string_view ClassName() const override { return "Jekyll::Drops::ExcerptDrop"; }
  std::string Identity() const override { return document_.id + "/#excerpt"; }
  void AppendTo(DropAccess& access, std::string& out) const override;

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return excerpt_.data; }

 private:
  const Excerpt& excerpt_;
  const Document& document_;
  const DocumentDrop& document_drop_;
};

}  // namespace tincture::engine
