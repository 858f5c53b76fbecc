// RenderState: what the units that have rendered leave to the others, and whose turn it is. The heart of parallel
// rendering (DESIGN.md section 4).
//
// A unit's rank is its place in the order in which Jekyll renders: documents, then pages. Threads take units in that
// order and render them at the same time, each reading what lower ranks have left so far. An outcome becomes final in
// the order of rank: where all that it read of lower ranks is what they really left, it stands; else the unit renders
// again, with nothing below it open. So bytes, messages and their order are those of one thread.
//
// Nobody waits but for lower ranks, and the lowest open unit waits for nobody.
// Threads: any; what is said to be the scheduler's is called by those who render.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/drops/code.h"
#include "engine/drops/site_drops.h"
#include "engine/model/site.h"
#include "engine/render/earlier_outcomes.h"
#include "engine/render/layouts.h"
#include "engine/render/outcome.h"
#include "engine/render/plugin_site.h"
#include "engine/render/read_notes.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class RenderState {
 public:
  // A unit to render now.
  struct Task {
    Renderable* unit;
    size_t rank;
    bool is_exact;  // all lower ranks are over
    bool is_early;  // lower ranks may not have begun
    Value layout_leak;
  };

  // Borrows all.
  RenderState(Site& site, SiteDrops& drops, PluginSite& plugins, Layouts& layouts, CodeWarnings& code_warnings);

  // --- The scheduler's. Generating is over: gives every unit its rank.
  // `earlier`: borrowed until the end; null: all units render, and what they read is not noted.
  void Begin(bool stylesheets_first, EarlierOutcomes* earlier = nullptr);
  // Waits for something to do. Nothing: all is done, or an error has ended it.
  std::optional<Task> Next();
  void Done(const Task& task, std::unique_ptr<Outcome> outcome);
  // Once Next has given nothing to anybody: the units and excerpts have their texts. The error that ended it, if any.
  Status End();
  // Where the unit's output lies in the destination already: its fingerprint.
  std::optional<Fingerprint> KeptOutput(const Renderable& unit) const;

  // --- A turn's, of `rank`. What lower ranks have left so far.

  // Null: as it was read. Waits while the other renders.
  const StagedContent* TextOf(const Renderable& unit, size_t rank);
  bool IsDated(const Document& document, size_t rank) const;
  std::shared_ptr<const CounterMap> counters();
  liquid::Registers RegistersOf(std::string_view path);
  // A tag has looked at such registers: whoever comes to the template should wait.
  bool HasReadRegisters(std::string_view path);
  std::optional<std::string> Remembered(std::string_view key);
  const liquid::Template* Filed(std::string_view path);
  std::shared_ptr<const Piece> content_leak();
  // Whether a lower rank that is not over may yet add pages.
  bool MayAddPages(size_t rank);
  // `*count`: how many they are, and one.
  Value Pages(size_t* count);
  // Null where nobody notes what units read.
  const UnitKeys* unit_keys() const { return unit_keys_ ? &*unit_keys_ : nullptr; }
  // What earlier outcomes do not hold: where one stands, the build ends with kStartOver.
  void OutputAsked(const Renderable& unit);
  void Spoil(std::string_view why);
  // Waits until all lower ranks are over. False: the outcome so far cannot stand, or the build has ended.
  bool AwaitLower(const Outcome& outcome, size_t rank);

  // What the excerpt renders to, where a lower rank has said it. Else, where its text hangs on no other unit and is
  // ready, that; `is_final` tells. Waits for a lower rank that renders it. Null: the caller is to render it, and to
  // call EndExcerpt.
  std::shared_ptr<const ExcerptOutcome> BeginExcerpt(const Excerpt& excerpt, size_t rank, bool* is_final);
  // `shared`: null where it failed, or hangs on other units.
  void EndExcerpt(const Excerpt& excerpt, size_t rank, std::shared_ptr<const ExcerptOutcome> shared);

 private:
  enum class Stage : uint8_t { kWaiting, kRunning, kDone, kRejected, kFinal };
  struct Slot {
    Renderable* unit;
    Value layout_leak;
    Stage stage = Stage::kWaiting;
    std::unique_ptr<Outcome> outcome;
  };
  struct ExcerptSlot {
    std::shared_ptr<const ExcerptOutcome> final;
    std::shared_ptr<const ExcerptOutcome> ready;
    size_t rendered_by = kNobody;  // the rank
  };
  static constexpr size_t kNobody = SIZE_MAX;
  using Guard = std::unique_lock<std::mutex>;

  void Append(Renderable& unit);
  Task Start(size_t rank);
  void MakeFinal();
  void NoteLeak(const Slot& slot);
  bool Holds(const Outcome& outcome, size_t rank) const;
  bool ToldHolds(const Outcome& outcome, size_t rank) const;
  void StartOver(std::string_view why);
  Fingerprint ContentPrint(const Renderable& unit, const Outcome* outcome) const;
  bool TextHolds(const Renderable& unit, const Outcome::SeenText& seen, size_t rank) const;
  bool CountersHold(const Outcome& outcome) const;
  bool RegistersHold(const Outcome& outcome) const;
  bool RememberedHolds(const Outcome& outcome) const;
  bool ExcerptsHold(const Outcome& outcome) const;
  bool FiledHolds(const Outcome& outcome) const;
  const Outcome* FinalOf(const Renderable& unit, size_t rank) const;
  void Apply(Outcome& outcome);
  void ApplyRegisters(const std::string& path, const liquid::Registers& left);
  void AddPages(Outcome& outcome);

  Site& site_;
  SiteDrops& drops_;
  PluginSite& plugins_;
  Layouts& layouts_;
  CodeWarnings& code_warnings_;

  mutable std::mutex mu_;  // guards what follows
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  std::vector<size_t> early_;        // stylesheets to begin with, the last first
  std::vector<size_t> stylesheets_;  // ranks, ascending
  size_t next_ = 0;                  // to be taken next
  size_t final_ = 0;                 // all below are final
  bool is_over_ = false;
  EarlierOutcomes* earlier_ = nullptr;
  bool has_earlier_ = false;  // one stands, or may stand
  Status result_;
  std::vector<std::unique_ptr<Outcome>> rejected_;  // their texts may still be read

  std::shared_ptr<const CounterMap> counters_;
  std::map<std::string, liquid::Registers, std::less<>> registers_;
  std::unordered_set<std::string> read_registers_;
  std::map<std::string, std::string, std::less<>> remembered_;
  std::unordered_map<const Excerpt*, ExcerptSlot> excerpts_;
  std::unordered_map<std::string, const liquid::Template*> filed_;
  std::shared_ptr<const Piece> content_leak_;
  const Renderable* leak_owner_ = nullptr;  // the unit that left it
  bool leak_is_kept_ = false;               // an earlier outcome left it, which does not hold it
  Value next_layout_leak_;
  std::optional<UnitKeys> unit_keys_;
};

}  // namespace tincture::engine
