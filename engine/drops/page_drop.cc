#include "engine/drops/page_drop.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/config/front_matter_defaults.h"
#include "engine/drops/engine_drop.h"
#include "engine/drops/site_drops.h"
#include "engine/model/site.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Page::ATTRIBUTES_FOR_LIQUID.
constexpr std::array<std::string_view, 6> kAttributes = {"content", "dir", "excerpt", "name", "path", "url"};

}  // namespace

const Hash* PageDrop::MergedData(const Page& page, Arena& arena) {
  const Hash* defaults = page.site.defaults().All(arena, page.relative_path, page.type);
  const Hash* merged = DeepMergeHashes(arena, *defaults, *page.data);
  if (!page.attributes.IsHash()) return merged;
  return DeepMergeHashes(arena, *merged, page.attributes.AsHash());
}

Value PageDrop::ExcerptText(DropAccess& access) const {
  if (page_.excerpt) return drops_.ExcerptOutput(*page_.excerpt, access);
  const Value own = page_.Data("excerpt");
  return own.Truthy() ? Value::String(TextOf(own, access)) : Value();
}

Value PageDrop::Attribute(std::string_view name, DropAccess& access, bool* known) const {
  *known = page_.attributes.IsNil();
  if (!*known) return {};
  if (name == "content") return is_snapshot_ ? content_ : page_.Content();
  if (name == "url") return TextOrError(page_.Url(), access);
  if (name == "dir") return TextOrError(page_.Dir(), access);
  if (name == "name") return Value::String(page_.name);
  if (name == "path") return page_.ShownPath();
  *known = name == "excerpt" && page_.site.profile().page_excerpts && !for_excerpt_;
  return *known ? ExcerptText(access) : Value();
}

bool PageDrop::Find(const Symbol& key, DropAccess& access, Value* out) const {
  bool found = false;
  *out = Attribute(key.text, access, &found);
  if (out->IsNil()) {
    const Value* value = merged_->Find(key);
    if (value != nullptr) *out = *value;
    found = found || value != nullptr;
  }
  return found;
}

Value PageDrop::Keys(DropAccess& access) const {
  std::vector<Value> keys;
  for (const Hash::Entry& entry : merged_->entries()) keys.push_back(entry.key);
  if (!page_.attributes.IsNil()) return Value::Array(access.arena, keys);
  for (const std::string_view attribute : kAttributes) {
    const bool shown = attribute != "excerpt" || page_.site.profile().page_excerpts;
    if (shown && merged_->Find(Symbol(attribute)) == nullptr) keys.push_back(Value::String(attribute));
  }
  return Value::Array(access.arena, keys);
}

void PageDrop::AppendTo(DropAccess& access, std::string& out) const {
  HashBuilder hash(access.arena);
  for (const Value& key : ReadKeys(*this, access).AsArray()) {
    Value value;
    if (key.IsString()) {
      ReadDrop(*this, Symbol(key.AsString()), access, &value);
    } else if (const Value* own = merged_->Find(key)) {
      value = *own;
    }
    hash.Set(key, value);
  }
  AppendText(hash.BuildValue(), access, out);
}

void PageDrop::InspectTo(DropAccess& access, std::string& out) const {
  // `page` is the hash itself; lists hold pages.
  if (is_snapshot_) return AppendTo(access, out);
  out += page_.site.profile().page_inspects_relative_path ? "#<Jekyll::Page @relative_path=" : "#<Jekyll::Page @name=";
  AppendQuoted(page_.site.profile().page_inspects_relative_path ? page_.relative_path : page_.name, 0, out);
  out += '>';
}

bool PageDrop::Equals(const Drop& other) const {
  const auto* theirs = dynamic_cast<const PageDrop*>(&other);
  return theirs != nullptr && &theirs->page_ == &page_;
}

}  // namespace tincture::engine
