#include "engine/render/layouts.h"

#include <set>

#include "engine/render/unit_data.h"

namespace tincture::engine {

const Layout* Layouts::Of(const Renderable& unit) const {
  const Value name = DataOf(unit, "layout");
  return name.IsNil() ? nullptr : site_.FindLayout(Value::String(site_.TextOf(name)));
}

Value Layouts::ForBody(const Renderable& unit, const Value& before) {
  const Layout* layout = site_.FindLayout(DataOf(unit, "layout"));
  return layout == nullptr ? before : Merged(*layout, before);
}

Value Layouts::Merged(const Layout& layout, const Value& before) {
  if (!before.IsHash()) return Value::OfHash(layout.data);
  const std::lock_guard lock(mu_);
  const Hash*& merged = merged_[{layout.data, &before.AsHash()}];
  if (merged == nullptr) merged = DeepMergeHashes(arena_, *layout.data, before.AsHash());
  return Value::OfHash(merged);
}

Value Layouts::After(const Renderable& unit, const Value& before) {
  if (!PlaceInLayout(unit)) return ForBody(unit, before);
  Value left;
  std::set<const Layout*> used;
  for (const Layout* layout = Of(unit); layout != nullptr && used.insert(layout).second;
       layout = site_.FindLayout(layout->data->Get("layout"))) {
    left = Merged(*layout, left);
  }
  return left;
}

}  // namespace tincture::engine
