// EarlierOutcomes: what the last build knows of units that may stand in this one (engine/build/unit_records.h). A
// unit's earlier outcome stands where all keys that it read and all texts of others that it looked at are as they were.
// Threads: one at a time, but for keys().
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/render/outcome.h"
#include "engine/trace/key_table.h"

namespace tincture::engine {

class EarlierOutcomes {
 public:
  virtual ~EarlierOutcomes() = default;
  // The numbers of what units read, this build's and the last one's.
  virtual KeyTable& keys() = 0;
  // What may stand, by all that is known before anything renders; null: it must render. Called once for each unit.
  // `layout_leak`: `layout` as the unit before it leaves it.
  virtual std::unique_ptr<Outcome> OutcomeFor(const Renderable& unit, const Value& layout_leak) = 0;
  // Gives an outcome of the last build its content. False: that is lost.
  virtual bool ReadContent(const Renderable& unit, Outcome& outcome) = 0;
  // It stands, or (`is_earlier` false) has rendered. Before what it leaves is taken from it.
  virtual void Final(const Renderable& unit, const Outcome& outcome, bool is_earlier) = 0;
  // The fingerprint of a text that lives until the end.
  virtual Fingerprint PrintOf(const Value& text) = 0;
  // It must render, after all: for people.
  virtual void Rejected(const Renderable& unit, std::string_view why) = 0;
  // It must render in the next build, whatever it said in Final.
  virtual void MustRender(const Renderable& unit, std::string_view why) = 0;
  // The build has looked at something that earlier outcomes do not hold; so it will next time.
  virtual void Spoil(std::string_view why) = 0;
};

// The kind of the error that ends a build which must begin anew without them.
inline constexpr std::string_view kStartOver = "tincture: start over";

}  // namespace tincture::engine
