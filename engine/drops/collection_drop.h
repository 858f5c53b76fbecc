// CollectionDrop (lib/jekyll/drops/collection_drop.rb).
#pragma once

#include "engine/drops/engine_drop.h"
#include "engine/model/collection.h"

namespace tincture::engine {

class CollectionDrop : public EngineDrop {
 public:
  // `docs`, `files`: arrays of drops.
  CollectionDrop(const Collection& collection, const Value& docs, const Value& files)
      : collection_(collection), docs_(docs), files_(files) {}

  const Collection& collection() const { return collection_; }
  const Value& docs() const { return docs_; }
  const Value& files() const { return files_; }
  std::string_view ClassName() const override { return "Jekyll::Drops::CollectionDrop"; }
  Standing standing() const override { return Standing::kLasting; }
  std::string Identity() const override { return "collection:" + collection_.label; }
  void AppendTo(DropAccess& access, std::string& out) const override;

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return collection_.metadata; }

 private:
  const Collection& collection_;
  Value docs_;
  Value files_;
};

}  // namespace tincture::engine
