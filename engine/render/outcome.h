// Outcome: what came of a unit's turn: its texts, what it read of the units before it, what it leaves to those after
// it. The reads decide whether it may stand (render_state.h). Plain data, made by one thread, immutable once handed
// over.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compat/plugins/site.h"
#include "engine/model/staged_content.h"
#include "engine/trace/fingerprint.h"
#include "engine/trace/trace.h"
#include "liquid/exec/context.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct Document;
struct Excerpt;
struct Renderable;

// A text with Ruby's encoding of it.
struct Piece {
  std::string text;
  uint8_t flags = 0;
  Value value() const { return Value::String(text, flags); }
};

// Numbers that `increment` and `decrement` count; the digits of big ones are the site's.
using CounterMap = std::map<std::string, Value, std::less<>>;

// An excerpt's texts, and what was said while they were made.
struct ExcerptOutcome {
  StagedContent text;
  std::vector<LogLine> log;
  std::vector<CodeWarning> code_warnings;
  std::vector<KeyId> reads;
};

struct Outcome {
  // Something that is kept for all units after it: where none was kept before, this unit's stays.
  template <class T>
  struct Kept {
    T value;
    bool is_own = false;       // made in this turn
    bool leaves_more = false;  // and making it left something besides
  };
  // Of another unit; absent: not asked for.
  struct SeenText {
    std::optional<Value> content;
    std::optional<Value> output;
  };

  StagedContent text;
  Status status;  // an error stops the build, once it is this unit's turn
  // All lower ranks were over: what it read is what it had to read.
  bool is_exact = false;
  // It must render again.
  bool is_void = false;

  // --- What it read of lower ranks, where it was not exact, and where what they left mattered.
  std::unordered_map<const Renderable*, SeenText> texts;
  std::unordered_map<const Document*, bool> dates;
  std::shared_ptr<const Piece> content_seen;
  std::shared_ptr<const CounterMap> counters;  // null: none

  // --- For the next build, which may take it as it is (earlier_outcomes.h).
  std::vector<KeyId> reads;                // of what is constant while the site renders; ascending
  std::optional<Fingerprint> layout_seen;  // `layout` as the unit before left it, where it looked at that
  bool reads_leak = false;                 // the same of `content`
  std::string_view unrepeatable;           // why not; empty: it may
  size_t pages_seen = 0;                   // how many site.pages were, where it looked at them
  // Of an outcome that the last build left: the texts it saw, and its output, which lies in the destination.
  struct Told {
    const Renderable* unit;
    Fingerprint content;
  };
  struct ToldExcerpt {
    const Excerpt* excerpt;
    Fingerprint output;
  };
  std::vector<Told> told;
  std::vector<ToldExcerpt> told_excerpts;
  std::optional<Fingerprint> kept_output;
  // Of its content too, as long as nobody has asked for that (EarlierOutcomes::ReadContent).
  std::optional<Fingerprint> unread_content;
  uint64_t content_flags = 0;  // its string_flags, and one; of nil 0

  // --- Reads and leftovers in one.
  std::map<std::string, liquid::Registers, std::less<>> registers;  // by template
  std::map<std::string, Kept<std::string>, std::less<>> remembered;
  std::unordered_map<const Excerpt*, Kept<std::shared_ptr<const ExcerptOutcome>>> excerpts;
  std::vector<std::pair<std::string, const liquid::Template*>> filed;

  // --- What it leaves.
  std::unordered_set<const Document*> dated;
  std::shared_ptr<const CounterMap> counted;  // null: as before
  std::shared_ptr<const Piece> content_leak;  // null: as before
  std::vector<compat::plugins::NewPage> pages;
  std::vector<LogLine> log;
  std::vector<CodeWarning> code_warnings;
};

}  // namespace tincture::engine
