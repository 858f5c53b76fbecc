// ReadNotes: what a turn reads of what does not change while the site renders (engine/trace/trace.h). Coarse where that
// is cheap: of a document, a page or a static file everything constant is one fact.
// Threads: one turn's.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/renderable.h"
#include "engine/trace/key_table.h"
#include "engine/trace/trace.h"
#include "liquid/value/drop.h"

namespace tincture::engine {

// The keys of all units by rank, made before they render.
class UnitKeys {
 public:
  explicit UnitKeys(KeyTable& table) : table_(table) {}
  KeyTable& table() const { return table_; }
  void Append(const Renderable& unit);
  // What is constant of it.
  KeyId Of(const Renderable& unit) const { return keys_[unit.rank]; }
  bool Has(const Renderable& unit) const { return unit.rank < keys_.size(); }

 private:
  KeyTable& table_;
  std::vector<KeyId> keys_;
};

class ReadNotes : public ReadObserver {
 public:
  explicit ReadNotes(const UnitKeys& units) : units_(units) {}

  void Note(KeyId key);
  void Note(ReadKind kind, std::string_view object, std::string_view name = {});
  void NoteUnit(const Renderable& unit);

  void OnRead(const Drop& drop, std::span<const Value> path, const Value& value) override;
  void OnResult(const Drop* drop, std::span<const Value> path, std::string_view filters, const Value& result) override;
  void OnClock() override { Note(ReadKind::kClock, {}); }

  // What was noted between Begin and End, which nest; it is noted for the outer ones too.
  void Begin() { starts_.push_back(all_.size()); }
  std::vector<KeyId> End();
  // All of it, ascending.
  std::vector<KeyId> Take();

 private:
  // What is read again and again is not noted again.
  struct Recent {
    const Drop* drop = nullptr;
    std::string name;
  };
  bool IsRecent(const Drop& drop, std::span<const Value> path);
  void OnReadOfUnit(const Renderable& unit, std::string_view name);

  const UnitKeys& units_;
  std::array<Recent, 64> recent_;
  std::vector<bool> has_;
  std::vector<KeyId> all_;  // may hold a key twice where an inner part has read it again
  std::vector<size_t> starts_;
};

}  // namespace tincture::engine
