// Replays: what a template that others include has printed and left behind, filed by what it asked of its variables.
// A template is a function of what it reads: where the answers are those of an earlier render, so is the rest. It is
// filed as a tree: a node is what is asked next, a branch an answer, a leaf what came of it.
// Nothing is filed of a render that a log (read_log.h) has found to hang on more than that.
// Threads: any. Lives as long as its template, and keeps pointers only to what lives as long (Drop::Standing).
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>

#include "liquid/support/arena.h"
#include "liquid/syntax/expression.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

class Context;
class Output;

// Something that a render asked.
struct Question {
  enum class Kind : uint8_t { kValue, kTruth, kEquality };

  const Drop* drop = nullptr;  // where the path begins; null: at the variable that `path` names
  VariableLookup path;         // all of its keys are known
  Kind kind = Kind::kValue;    // of what is found there: it, whether it is true, or whether it equals `other`
  Value other;

  friend bool operator==(const Question& a, const Question& b);
};

// What was found. A text beyond kKeptText is known by its length and print alone.
struct Answer {
  static constexpr size_t kKeptText = 256;

  // Of the value as a question of `kind` has it.
  explicit Answer(const Value& value);
  uint32_t Hash() const;
  friend bool operator==(const Answer& a, const Answer& b);

  Value value;
  size_t size = 0;  // of a text
  uint64_t print[2] = {0, 0};
};

// What a render printed and left. Lives in the arena of its Replays.
struct Replay {
  std::string_view text;
  int first_piece = 0;                                            // see Output::TakePiece
  std::span<const std::pair<Symbol, Value>> assigned;             // the variables' last values
  std::span<const std::pair<std::string_view, int64_t>> offsets;  // where its loops ended
  // How deep it went below where it began.
  int bodies = 0;
  size_t scopes = 0;
};

class Replays {
 public:
  Replays() = default;
  Replays(const Replays&) = delete;
  Replays& operator=(const Replays&) = delete;

  // Asks `context` what it must be asked. Null: there was no such render, or it must be done again; or an error is
  // under way, which the render will meet, too.
  const Replay* Find(Context& context) const;
  // `asked`: in the order in which they were asked. Copies what it keeps; `replay` may hold values of any kind of which
  // CanKeep is true.
  void File(std::span<const std::pair<Question, Answer>> asked, const Replay& replay, const Context& context);
  // False while too little was found: the template renders without being noted for a while, each time for longer.
  bool AreWorthTrying() const {
    const uint32_t rest = resting_.load(std::memory_order_relaxed);
    if (rest != 0) resting_.store(rest - 1, std::memory_order_relaxed);
    return rest == 0;
  }

  // Whether an answer of that value may be filed: an array or hash must not be of the render's own making.
  static bool CanAsk(const Value& value, const Context& made);
  // Whether a variable with that value may be set again.
  static bool CanKeep(const Value& value, const Context& made);

 private:
  struct Branch;
  struct Node;

  const Branch* FindBranch(const Node& node, const Answer& answer) const;
  Branch* MakeBranch(Node& node, const Answer& answer);
  Node* MakeNode(const Question& question);
  Value KeepAnswer(const Value& value);
  Value Keep(const Value& value, const Context& made);
  const Replay* Keep(const Replay& replay, const Context& made);
  void Count(bool found) const;

  std::mutex mu_;  // for who files
  Arena arena_;
  std::atomic<Node*> root_ = nullptr;
  // Of the trial under way; threads may count past one another.
  mutable std::atomic<uint32_t> missed_ = 0;
  mutable std::atomic<uint32_t> found_ = 0;
  mutable std::atomic<uint32_t> resting_ = 0;  // renders to go
  mutable std::atomic<uint32_t> rest_ = 0;     // the last one's length
};

}  // namespace tincture::liquid
