// What the renderer asks of a unit, whatever its kind.
#pragma once

#include "engine/model/collection.h"
#include "engine/model/document.h"
#include "engine/model/excerpt.h"
#include "engine/model/page.h"
#include "engine/model/renderable.h"
#include "engine/model/site.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture::engine {

inline const Document* AsDocument(const Renderable& unit) {
  return unit.kind == UnitKind::kDocument ? static_cast<const Document*>(&unit) : nullptr;
}

inline const Page* AsPage(const Renderable& unit) {
  return unit.kind == UnitKind::kPage ? static_cast<const Page*>(&unit) : nullptr;
}

// data[key] with the front matter defaults behind it. An excerpt has lost its owner's layout, but not that which the
// defaults give.
inline Value DataOf(const Renderable& unit, const Symbol& key) {
  if (const Page* page = AsPage(unit)) return page->Data(key);
  const Value* own = unit.data->Find(key);
  if (own != nullptr || unit.kind != UnitKind::kExcerpt) return own ? *own : Value();
  const Renderable& owner = *static_cast<const Excerpt&>(unit).owner;
  if (const Page* page = AsPage(owner)) return page->site.defaults().Find(page->relative_path, page->type, key);
  const Document& document = static_cast<const Document&>(owner);
  return document.site.defaults().Find(document.relative_path, document.collection.label, key);
}

inline bool PlaceInLayout(const Renderable& unit) {
  if (const Document* document = AsDocument(unit)) return document->PlaceInLayout();
  const Page* page = AsPage(unit);
  return page && page->PlaceInLayout();
}

}  // namespace tincture::engine
