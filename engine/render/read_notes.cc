#include "engine/render/read_notes.h"

#include <algorithm>
#include <string>
#include <typeinfo>

#include "engine/drops/collection_drop.h"
#include "engine/drops/document_drop.h"
#include "engine/drops/page_drop.h"
#include "engine/drops/site_drop.h"
#include "engine/render/unit_data.h"

namespace tincture::engine {

namespace {

constexpr size_t kMostNames = 4;

std::string_view FirstName(std::span<const Value> path) {
  return !path.empty() && path[0].IsString() ? path[0].AsString() : std::string_view();
}

// The names up to the first that is none, or deep down: the value there holds what was used.
std::string NameOf(std::span<const Value> path) {
  std::string name;
  for (size_t i = 0; i < std::min(path.size(), kMostNames) && path[i].IsString(); ++i) {
    if (i > 0) name += kPathMark;
    name += path[i].AsString();
  }
  return name;
}

// The unit that the drop shows; null for what is no unit.
const Renderable* UnitOf(const Drop& drop) {
  if (typeid(drop) == typeid(DocumentDrop)) return &static_cast<const DocumentDrop&>(drop).document();
  if (typeid(drop) == typeid(PageDrop)) return &static_cast<const PageDrop&>(drop).page();
  return nullptr;
}

bool IsDateless(const Renderable& unit) { return AsDocument(unit) != nullptr && !unit.data->Get("date").Truthy(); }

}  // namespace

void UnitKeys::Append(const Renderable& unit) { keys_.push_back(table_.IdOf(ReadKind::kDrop, unit.id)); }

void ReadNotes::Note(KeyId key) {
  if (key >= has_.size()) has_.resize(std::max<size_t>(key + 1, 2 * has_.size()));
  // An inner part notes all that is its own.
  if (has_[key] && starts_.empty()) return;
  has_[key] = true;
  all_.push_back(key);
}

void ReadNotes::Note(ReadKind kind, std::string_view object, std::string_view name) {
  Note(units_.table().IdOf(kind, object, name));
}

void ReadNotes::NoteUnit(const Renderable& unit) {
  if (units_.Has(unit)) return Note(units_.Of(unit));
  Note(ReadKind::kDrop, unit.id);
}

void ReadNotes::OnRead(const Drop& drop, std::span<const Value> path, const Value&) {
  const std::string_view name = FirstName(path);
  if (const Renderable* unit = UnitOf(drop)) return OnReadOfUnit(*unit, name);
  if (IsRecent(drop, path)) return;
  if (typeid(drop) == typeid(SiteDrop) && name == "related_posts") return Note(ReadKind::kDrop, "site", "posts");
  std::string object = drop.Identity();
  if (object.empty()) return;
  constexpr std::string_view kExcerpt = "/#excerpt";
  if (typeid(drop) == typeid(ExcerptDrop)) {
    object.resize(object.size() - kExcerpt.size());
    Note(ReadKind::kDrop, object);
    if (name == "previous" || name == "next" || name == "date") Note(ReadKind::kDrop, object, name);
    return;
  }
  Note(ReadKind::kDrop, object, object.starts_with("file:") ? std::string() : NameOf(path));
}

bool ReadNotes::IsRecent(const Drop& drop, std::span<const Value> path) {
  const std::string_view name = FirstName(path);
  if (path.size() != 1 || name.empty() || !starts_.empty()) return false;
  Recent& recent = recent_[(reinterpret_cast<uintptr_t>(&drop) / 16 + HashText(name)) % recent_.size()];
  if (recent.drop == &drop && recent.name == name) return true;
  recent = {&drop, std::string(name)};
  return false;
}

void ReadNotes::OnReadOfUnit(const Renderable& unit, std::string_view name) {
  NoteUnit(unit);
  const bool is_neighbour = name == "previous" || name == "next";
  if (is_neighbour || (name == "date" && IsDateless(unit))) Note(ReadKind::kDrop, unit.id, name);
}

void ReadNotes::OnResult(const Drop* drop, std::span<const Value> path, std::string_view filters, const Value& result) {
  const Renderable* unit = drop != nullptr ? UnitOf(*drop) : nullptr;
  if (drop != nullptr && typeid(*drop) == typeid(ExcerptDrop)) return OnRead(*drop, path, result);
  if (unit != nullptr && !(FirstName(path) == "date" && IsDateless(*unit))) return OnRead(*drop, path, result);
  if (unit != nullptr) NoteUnit(*unit);
  const std::string object = drop == nullptr ? "now" : unit != nullptr ? unit->id : drop->Identity();
  if (object.empty()) return;
  Note(ReadKind::kResult, object, NameOf(path) + std::string(filters));
}

std::vector<KeyId> ReadNotes::End() {
  std::vector<KeyId> inner(all_.begin() + static_cast<std::ptrdiff_t>(starts_.back()), all_.end());
  starts_.pop_back();
  return inner;
}

std::vector<KeyId> ReadNotes::Take() {
  std::sort(all_.begin(), all_.end());
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
  return std::move(all_);
}

}  // namespace tincture::engine
