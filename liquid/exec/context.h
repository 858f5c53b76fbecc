// Context: the state of one render: scopes, globals, counters, registers, errors.
// One thread at a time; lives as long as the render and owns (in its arena) what the render makes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/exec/environment.h"
#include "liquid/exec/output.h"
#include "liquid/exec/read_log.h"
#include "liquid/support/arena.h"
#include "liquid/support/symbol.h"
#include "liquid/syntax/expression.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/drop.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

class ForloopDrop;
class Template;
struct Node;

// Whatever a host's tags and filters need to reach; the host derives from it and casts Context::host() back.
class Host {
 public:
  virtual ~Host() = default;
  // Grows whenever a render asks for something that not all renders are told, or leaves something besides its output.
  virtual uint64_t Variations() const { return 0; }
};

// The variables that `increment` and `decrement` write. In Ruby they are entries of the render's first environment,
// so they hide a global of the same name; Jekyll's environment lives as long as the build, so its counters do.
class Counters {
 public:
  virtual ~Counters() = default;
  // Null where none was set yet.
  virtual const Value* Find(const Symbol& name) = 0;
  // Copies the name. `value` is a number: nothing that lives in an arena but a big integer's digits.
  virtual void Set(const Symbol& name, const Value& value) = 0;
};

// Counters of one render.
class RenderCounters : public Counters {
 public:
  const Value* Find(const Symbol& name) override;
  void Set(const Symbol& name, const Value& value) override;

 private:
  std::map<std::string, Value, std::less<>> values_;
  Arena digits_;  // of big integers
};

// What `cycle`, `for offset:continue` and `ifchanged` remember. Ruby keeps them in the template's registers: under
// Liquid 4.0.4 they last as long as the template object, and Jekyll 4 keeps those from page to page. A plain value:
// a host may copy and compare it.
struct Registers {
  std::map<std::string, uint32_t, std::less<>> cycles;  // group -> next place
  std::map<std::string, int64_t, std::less<>> offsets;  // "item-collection" -> where the next loop continues
  std::optional<std::string> ifchanged;
  // Which of them a tag has looked at, as it was before the tag.
  struct {
    bool cycles = false;
    bool offsets = false;
    bool ifchanged = false;
  } read;
};

// Where Liquid's own `include` and `render` read.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // The source under `name`, which must outlive the render; or why not (kind kFileSystemError).
  virtual Result<std::string_view> Read(std::string_view name) const = 0;
};

class Context {
 public:
  struct Options {
    // The outermost variables, such as site, page, content: a Hash, a Drop, or nil.
    Value globals = {};
    // Ruby's context.registers: a Hash, such as {"site": drop, "page": drop}; or nil.
    Value registers = {};
    // Null: made for this render.
    Counters* counters = nullptr;
    Registers* loop_registers = nullptr;
    Host* host = nullptr;
    ReadObserver* observer = nullptr;
    const FileSystem* files = nullptr;
    // Ruby's render!: the first error ends the render. Else errors print inline and are collected.
    bool raise_errors = false;
    // Partials may repeat what they were in earlier renders of the same host, clock and zone.
    bool replays = false;
    // The clock (`date` of "now") and local time. Null: UTC.
    Time now = {};
    const TimeZone* zone = nullptr;
    // For templates of strangers: a render ends with Ruby's "Memory limits exceeded" where it has run more nodes, or
    // its output and what it made take more bytes (as of the last node; one filter may go beyond).
    uint64_t node_limit = UINT64_MAX;
    size_t byte_limit = SIZE_MAX;
  };

  // Keeps references to all that is given.
  Context(const Environment& environment, const Options& options);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  const Environment& environment() const { return environment_; }
  const Dialect& dialect() const { return environment_.dialect; }
  Arena& arena() { return arena_; }
  DropAccess& access() { return access_; }
  Host* host() const { return options_.host; }
  const FileSystem* files() const { return options_.files; }
  Counters& counters() { return *counters_; }
  Registers& loop_registers() { return *loop_registers_; }
  const TimeZone& zone() const { return *zone_; }
  // The render's clock. Whoever asked is noted: reads_clock().
  Time Now() {
    reads_clock_ = true;
    SpoilLog();
    if (access_.observer != nullptr && !clock_is_told_) access_.observer->OnClock();
    return options_.now;
  }
  bool reads_clock() const { return reads_clock_; }
  // Ruby's context.registers[name].
  Value Register(const Symbol& name) const;

  // --- Variables

  // Ruby's context[name] = value: in the innermost scope, made first where need be. False: nested too deep; failed().
  // The name's text must outlive the scope.
  bool Set(const Symbol& name, const Value& value);
  // `assign` and `capture`: in the outermost scope. The name's text must outlive the render.
  void Assign(const Symbol& name, const Value& value);
  // A variable by name: scopes from the inside out, counters, globals. Nil where there is none; fails where
  // strict_variables wants it.
  Value Find(const Symbol& name) {
    SpoilLog();
    return FindVariable(name, strict_variables_);
  }
  Value FindVariable(const Symbol& name, bool strict);
  // Of the globals alone. Nil where there is none.
  Value Global(const Symbol& name);
  // drop[key] as a template would read it: observed, and an error of the drop is this context's. False: no such key.
  bool ReadDrop(const Drop& drop, const Symbol& key, Value* out);

  // --- Evaluation. Any of these may fail: the result is nil then, and failed() true.

  Value Evaluate(const Expression& expression);
  Value Evaluate(const Variable& variable);
  Value Evaluate(const Condition& condition);
  bool Test(const Condition& condition) { return Evaluate(condition).Truthy(); }
  // Ruby's context["page.title"]: parses, then evaluates. Parse it once (ParseExpression) where you can.
  Value EvaluateText(std::string_view expression);
  // Appends a value as `{{ }}` prints it.
  void Print(const Value& value, Output& output);

  // --- Replays of partials (replays.h)

  bool AllowsReplays(const Output& output) const {
    return options_.replays && output.trace() == nullptr && access_.observer == nullptr && outer_ == nullptr &&
           !strict_variables_ && !strict_filters_;
  }
  // What a question finds, which is noted as a read of this render's own.
  Value Ask(const Question& question);
  // Whether it would not go too deep from here.
  bool CanReplay(const Replay& replay) const;
  void Repeat(const Replay& replay, Output& output);
  // What renders now cannot be repeated.
  void SpoilLog() const {
    if (log_ != nullptr) log_->Spoil();
  }
  // Where a loop of that name ended, for `offset:continue`. Keeps the view while a log is kept.
  void KeepOffset(std::string_view loop, int64_t offset);
  // Whether the value at that place may be of this render's making. True where it is not known.
  bool MayHaveMade(const void* place) const {
    return arena_.reserved() != room_reserved_ ||
           reinterpret_cast<uintptr_t>(place) - reinterpret_cast<uintptr_t>(room_) < kRoom;
  }

  // --- Errors

  // An error is under way: whoever sees this returns at once.
  bool failed() const { return error_ != nullptr; }
  LiquidError* error() { return error_.get(); }
  // Starts one. Always returns nil.
  Value Fail(std::string_view kind, std::string_view text);
  Value Fail(const Error& error);
  Value Fail(LiquidError error);
  std::unique_ptr<LiquidError> TakeError() { return std::move(error_); }
  bool raises_errors() const { return options_.raise_errors; }
  // Those that printed inline, in order.
  const std::vector<LiquidError>& errors() const { return errors_; }
  // Those of the partials that Liquid's own `include` and `render` have parsed so far; a template keeps its own.
  const std::vector<Error>& warnings() const { return warnings_; }

  // --- For tags and the interpreter

  enum class Interrupt : uint8_t { kNone, kBreak, kContinue };
  void Push(Interrupt interrupt) { interrupts_.push_back(interrupt); }
  bool interrupted() const { return !interrupts_.empty(); }
  Interrupt PopInterrupt();

  // Ruby's context.stack { }: variables Set within it end with it.
  class Scope {
   public:
    // May fail ("Nesting too deep"): look at context.failed().
    explicit Scope(Context& context);
    // What `if` and its kin open under Liquid 4, where a scope nobody writes to costs nothing; nothing under Liquid 5.
    struct Lazily {};
    Scope(Context& context, Lazily);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Context& context_;
    bool outer_used_;
    bool is_open_ = true;
  };

  // Ruby's context.template_name: set while Liquid's own `include` renders.
  std::string_view template_name() const { return template_name_; }
  // Keeps the view.
  void set_template_name(std::string_view name) { template_name_ = name; }
  // The template whose nodes run now; null outside of a render.
  const Template* current_template() const { return current_template_; }
  // The partial of that name, parsed once a render. Null: failed().
  const Template* Partial(const Symbol& name);

  // Keeps a drop made on the spot until the render ends.
  template <class T>
  T& Keep(std::unique_ptr<T> drop) {
    T& kept = *drop;
    kept_drops_.push_back(std::move(drop));
    return kept;
  }

  // One `for` under way: its forloop drop, which is used again by a later loop unless a variable still holds it.
  class Loop {
   public:
    Loop(Context& context, std::string_view name, int64_t length);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;
    ForloopDrop& drop() { return *drop_; }

   private:
    Context& context_;
    ForloopDrop* drop_;
  };

  // Liquid 5's `render`: a context with no variables of `outer`. May leave outer.failed() ("Nesting too deep").
  struct Isolated {};
  Context(Context& outer, Isolated);
  // Within `render`: `include` is not allowed.
  bool is_isolated() const { return outer_ != nullptr; }

 private:
  friend struct Body;
  friend class Recording;
  friend class Template;

  // Scopes within scopes: Liquid's Block::MAX_DEPTH.
  static constexpr size_t kMaxScopes = 100;
  // Bodies within bodies, partials counted: what keeps an include of itself from ending the stack.
  static constexpr int kMaxBodies = 1000;
  // What a render with replays makes lies within so many bytes, or is not told from what others made.
  static constexpr size_t kRoom = size_t{1} << 23;

  struct Binding {
    Symbol name;
    Value value;
    uint32_t stamp = 0;  // of an assigned one: how many recordings had begun
  };
  struct PartialTemplate {
    Symbol name;
    std::unique_ptr<const Template> parsed;
  };

  static Value Held(const Value& value);
  bool PushScope();
  void PopScope();
  const Value* FindBinding(const Symbol& name) const;
  const Binding* FindAssigned(const Symbol& name) const;
  void IndexAssigned(uint32_t place);
  bool FindGlobal(const Symbol& name, Value* out);
  Value FindByValue(const Value& name);
  Value FailUndefined(const Value& name);
  size_t scope_count() const { return base_depth_ + scope_starts_.size() + 1; }

  // Where a lookup left the host's drops: what an observer is told of.
  struct Trail {
    const Drop* drop = nullptr;
    std::vector<Value> keys;  // from there on
  };

  static bool EqualOperands(const Value& left, const Value& right);
  uint64_t Variations() const { return options_.host ? options_.host->Variations() : 0; }
  void TakeRoom();
  ReadLog& OpenLog();
  Value FindNoted(const Symbol& name, ReadLog::Read* read);
  bool StepNoted(const LookupKey& key, size_t at, Value* object, ReadLog::Read* read);
  bool IsCoarse(const Value& root, const ReadLog::Read& read) const;
  Value WalkNoted(const VariableLookup& lookup, const Drop* drop);
  Value WalkFrom(const Drop& drop, std::span<const LookupKey> keys);
  // `trail`: null where nobody observes.
  Value Walk(const VariableLookup& lookup, Trail* trail);
  void Tell(Trail& trail, const Value& value);
  Value EvaluateObserved(const Variable& variable);
  Value ApplyAll(std::span<const FilterUse> filters, Value value);
  bool FindIn(const Drop& drop, const Symbol& key, Value* out);
  Value EvaluateLookup(const VariableLookup& lookup);
  bool Step(const LookupKey& key, Value* object, Trail* trail);
  bool StepIntoDrop(const Drop& drop, const Value& key, const Symbol& symbol, LookupKey::Command command, Value* out);
  Value EvaluateRange(const RangeLookup& range);
  Value Apply(const FilterUse& use, const Value& input);
  Value ApplyBoth(const FilterUse& use, const FilterUse& join, const Value& input);
  Value EvaluateComparison(const Comparison& comparison);
  Value CompareNoted(const Comparison& comparison);
  Value CompareOperands(const Comparison& comparison, const Value& left, const Value& right);
  Value CompareOrder(Operator op, const Value& left, const Value& right);
  bool Contains(const Value& left, const Value& right);
  bool ContainsText(const Value& left, const Value& right);
  void TakeAccessError();

  // A node failed. True: the error printed inline and the render goes on.
  bool HandleError(const Node& node, Output& output, const Output::Mark& before);
  // Counts one node. False: a limit is met; failed().
  bool Spend(const Output& output) {
    if (++*nodes_run_ <= options_.node_limit && arena_.reserved() + output.text().size() <= options_.byte_limit) {
      return true;
    }
    Fail(kMemoryError, "Memory limits exceeded");
    return false;
  }
  void NotePlace(const Node& node);
  void Trace(const Node& node, const Output::Mark& before, const Output& output) const;
  void EndAtLimit(Output& output, const Output::Mark& before);

  const Environment& environment_;
  Options options_;
  Context* outer_ = nullptr;
  Arena arena_;
  const char* room_ = nullptr;
  size_t room_reserved_ = 0;
  DropAccess access_;
  RenderCounters own_counters_;
  Registers own_registers_;
  Counters* counters_;
  Registers* loop_registers_;
  const TimeZone* zone_;
  bool strict_variables_;
  bool strict_filters_;
  bool reads_clock_ = false;
  bool clock_is_told_ = false;  // by its result: see EvaluateObserved

  // Inner scopes lie one after another in bindings_, innermost last; scope_starts_ says where each begins.
  std::vector<Binding> bindings_;
  std::vector<uint32_t> scope_starts_;
  bool scope_used_ = false;
  // The outermost scope: `assign`. The index is empty, or an open-addressed table of places + 1.
  std::vector<Binding> assigned_;
  std::vector<uint32_t> assigned_index_;

  std::vector<Interrupt> interrupts_;
  std::vector<ForloopDrop*> loops_;
  std::vector<ForloopDrop*> free_loops_;
  std::vector<std::unique_ptr<Drop>> kept_drops_;
  std::unique_ptr<LiquidError> error_;
  std::vector<LiquidError> errors_;
  std::vector<Error> warnings_;
  std::string_view template_name_;
  const Template* current_template_ = nullptr;
  const Template* error_template_ = nullptr;  // where the error under way was seen last
  int body_depth_ = 0;
  uint64_t own_nodes_run_ = 0;
  uint64_t* nodes_run_ = &own_nodes_run_;  // the outermost context's
  size_t base_depth_ = 0;                  // scopes of the contexts around an isolated one
  std::vector<PartialTemplate> partials_;
  // What was parsed last ended with `-%}`. Ruby keeps that where all of a render's templates see it, so the next
  // partial loses the white space it begins with.
  bool trims_next_partial_ = false;
  // Null but while a partial is recorded.
  ReadLog* log_ = nullptr;
  std::unique_ptr<ReadLog> own_log_;
  uint32_t stamp_ = 0;
};

}  // namespace tincture::liquid
