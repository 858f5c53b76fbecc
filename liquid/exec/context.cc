#include "liquid/exec/context.h"

#include <utility>

#include "liquid/exec/forloop_drop.h"
#include "liquid/exec/template.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {

namespace {

constexpr std::string_view kTooDeep = "Nesting too deep";
// From here on assigned variables are found by an index.
constexpr size_t kIndexFrom = 16;

Context::Options WithoutReplays(Context::Options options) {
  options.replays = false;
  return options;
}

const TimeZone& Utc() {
  static const TimeZone utc;
  return utc;
}

}  // namespace

const Value* RenderCounters::Find(const Symbol& name) {
  if (values_.empty()) return nullptr;
  const auto found = values_.find(name.text);
  return found == values_.end() ? nullptr : &found->second;
}

void RenderCounters::Set(const Symbol& name, const Value& value) {
  const bool is_big = value.type() == Type::kBigInt;
  values_.insert_or_assign(std::string(name.text), is_big ? Value::BigInt(digits_.Copy(value.AsBigInt())) : value);
}

Context::Context(const Environment& environment, const Options& options)
    : environment_(environment),
      options_(options),
      access_{arena_, options.observer, {}},
      counters_(options.counters ? options.counters : &own_counters_),
      loop_registers_(options.loop_registers ? options.loop_registers : &own_registers_),
      zone_(options.zone ? options.zone : &Utc()),
      strict_variables_(environment.strict_variables),
      strict_filters_(environment.strict_filters) {
  if (options.replays) TakeRoom();
}

// One block of the arena, to be filled from its beginning.
void Context::TakeRoom() {
  room_ = arena_.AllocateChars(kRoom);
  arena_.TakeBack(room_ + kRoom, kRoom);
  room_reserved_ = arena_.reserved();
}

Context::Context(Context& outer, Isolated) : Context(outer.environment_, WithoutReplays(outer.options_)) {
  options_.globals = Value();
  options_.counters = nullptr;
  counters_ = &own_counters_;
  loop_registers_ = &own_registers_;
  outer_ = &outer;
  strict_variables_ = strict_filters_ = false;
  body_depth_ = outer.body_depth_;
  nodes_run_ = outer.nodes_run_;
  current_template_ = outer.current_template_;
  base_depth_ = outer.base_depth_ + 1;
  if (outer.scope_count() > kMaxScopes) outer.Fail(kStackLevelError, kTooDeep);
}

Context::~Context() = default;

Value Context::Register(const Symbol& name) const {
  SpoilLog();
  return options_.registers.IsHash() ? options_.registers.AsHash().Get(name) : Value();
}

// --- Scopes

Context::Scope::Scope(Context& context) : context_(context), outer_used_(context.scope_used_) {
  context_.scope_used_ = !context_.dialect().scopes_push_lazily;
  if (context_.scope_used_) context_.PushScope();
}

Context::Scope::Scope(Context& context, Lazily)
    : context_(context), outer_used_(context.scope_used_), is_open_(context.dialect().scopes_push_lazily) {
  if (is_open_) context_.scope_used_ = false;
}

Context::Scope::~Scope() {
  if (!is_open_) return;
  if (context_.scope_used_) context_.PopScope();
  context_.scope_used_ = outer_used_;
}

// The scope counts even where it is one too many: it is popped like any other.
bool Context::PushScope() {
  scope_starts_.push_back(static_cast<uint32_t>(bindings_.size()));
  if (log_ != nullptr) log_->NoteScope(scope_count());
  if (scope_count() <= kMaxScopes) return true;
  Fail(kStackLevelError, kTooDeep);
  return false;
}

void Context::PopScope() {
  bindings_.resize(scope_starts_.back());
  scope_starts_.pop_back();
}

// The literals' to_liquid is ''.
Value Context::Held(const Value& value) {
  return value.type() == Type::kEmpty || value.type() == Type::kBlank ? Value::String("") : value;
}

bool Context::Set(const Symbol& name, const Value& given) {
  const Value value = Held(given);
  if (!scope_used_ && dialect().scopes_push_lazily) {
    scope_used_ = true;
    if (!PushScope()) return false;
  }
  if (scope_starts_.empty()) {
    Assign(name, value);
    return true;
  }
  for (size_t i = bindings_.size(); i > scope_starts_.back(); --i) {
    if (bindings_[i - 1].name == name) {
      if (log_ != nullptr) log_->NoteSet(i - 1);
      bindings_[i - 1].value = value;
      return true;
    }
  }
  bindings_.push_back({name, value});
  return true;
}

void Context::Assign(const Symbol& name, const Value& given) {
  const Value value = Held(given);
  if (log_ != nullptr) log_->NoteAssigned(name);
  if (const Binding* found = FindAssigned(name)) {
    const_cast<Binding*>(found)->value = value;
    const_cast<Binding*>(found)->stamp = stamp_;
    return;
  }
  assigned_.push_back({name, value, stamp_});
  if (assigned_.size() < kIndexFrom) return;
  if (assigned_.size() * 2 > assigned_index_.size()) {
    assigned_index_.assign(assigned_index_.empty() ? kIndexFrom * 4 : assigned_index_.size() * 2, 0);
    for (uint32_t place = 0; place + 1 < assigned_.size(); ++place) IndexAssigned(place);
  }
  IndexAssigned(static_cast<uint32_t>(assigned_.size() - 1));
}

void Context::IndexAssigned(uint32_t place) {
  const size_t mask = assigned_index_.size() - 1;
  size_t slot = assigned_[place].name.hash & mask;
  while (assigned_index_[slot] != 0) slot = (slot + 1) & mask;
  assigned_index_[slot] = place + 1;
}

const Context::Binding* Context::FindAssigned(const Symbol& name) const {
  if (assigned_index_.empty()) {
    for (const Binding& binding : assigned_) {
      if (binding.name == name) return &binding;
    }
    return nullptr;
  }
  const size_t mask = assigned_index_.size() - 1;
  for (size_t slot = name.hash & mask; assigned_index_[slot] != 0; slot = (slot + 1) & mask) {
    const Binding& binding = assigned_[assigned_index_[slot] - 1];
    if (binding.name == name) return &binding;
  }
  return nullptr;
}

const Value* Context::FindBinding(const Symbol& name) const {
  for (size_t i = bindings_.size(); i > 0; --i) {
    if (bindings_[i - 1].name == name) return &bindings_[i - 1].value;
  }
  const Binding* assigned = FindAssigned(name);
  return assigned ? &assigned->value : nullptr;
}

// --- Variables

Value Context::FindVariable(const Symbol& name, bool strict) {
  if (const Value* bound = FindBinding(name)) return *bound;
  if (const Value* counter = counters_->Find(name)) return *counter;
  Value value;
  if (FindGlobal(name, &value) || failed() || !strict) return value;
  return FailUndefined(Value::String(name.text));
}

bool Context::FindGlobal(const Symbol& name, Value* out) {
  const Value& globals = options_.globals;
  if (globals.IsDrop()) return FindIn(globals.AsDrop(), name, out);
  const Value* const found = globals.IsHash() ? globals.AsHash().Find(name) : nullptr;
  if (found) *out = *found;
  return found != nullptr;
}

Value Context::Global(const Symbol& name) {
  SpoilLog();
  Value value;
  FindGlobal(name, &value);
  return value;
}

// A name that an expression in brackets gave: `{{ [x] }}`.
Value Context::FindByValue(const Value& name) {
  if (name.IsString()) return Find(Symbol(name.AsString()));
  const Value* const found = options_.globals.IsHash() ? options_.globals.AsHash().Find(name) : nullptr;
  if (found) return *found;
  return strict_variables_ ? FailUndefined(name) : Value();
}

bool Context::FindIn(const Drop& drop, const Symbol& key, Value* out) {
  const bool found = drop.Find(key, access_, out);
  if (!found) *out = Value();
  if (!access_.error) return found;
  TakeAccessError();
  return false;
}

bool Context::ReadDrop(const Drop& drop, const Symbol& key, Value* out) {
  const bool found = FindIn(drop, key, out);
  if (access_.observer != nullptr) {
    const Value path = Value::String(key.text);
    access_.observer->OnRead(drop, {&path, 1}, *out);
  }
  return found;
}

// --- Errors

Value Context::Fail(LiquidError error) {
  if (!error_) {
    error_ = std::make_unique<LiquidError>(std::move(error));
    error_template_ = nullptr;
  }
  return Value();
}

Value Context::Fail(std::string_view kind, std::string_view text) {
  return Fail(LiquidError{.kind = std::string(kind), .text = std::string(text)});
}

Value Context::Fail(const Error& error) {
  return Fail(LiquidError{.kind = error.kind,
                          .text = error.message,
                          .is_complete = true,
                          .hint = error.hint,
                          .where = error.where,
                          .included_from = error.included_from});
}

void Context::TakeAccessError() {
  if (!access_.error) return;
  const Error error = std::move(*access_.error);
  access_.error.reset();
  Fail(error);
}

Context::Interrupt Context::PopInterrupt() {
  if (interrupts_.empty()) return Interrupt::kNone;
  const Interrupt last = interrupts_.back();
  interrupts_.pop_back();
  return last;
}

// --- Loops

Context::Loop::Loop(Context& context, std::string_view name, int64_t length) : context_(context) {
  if (context_.free_loops_.empty()) {
    drop_ = &context_.Keep(std::make_unique<ForloopDrop>());
  } else {
    drop_ = context_.free_loops_.back();
    context_.free_loops_.pop_back();
  }
  drop_->Start(name, length, context_.loops_.empty() ? nullptr : context_.loops_.back());
  context_.loops_.push_back(drop_);
}

Context::Loop::~Loop() {
  context_.loops_.pop_back();
  if (!drop_->held()) context_.free_loops_.push_back(drop_);
}

// --- Partials

const Template* Context::Partial(const Symbol& name) {
  if (outer_ != nullptr) {
    const Template* const found = outer_->Partial(name);
    if (outer_->failed()) error_ = outer_->TakeError();
    return found;
  }
  for (const PartialTemplate& partial : partials_) {
    if (partial.name == name) return partial.parsed.get();
  }
  if (options_.files == nullptr) {
    Fail(kFileSystemError, "This liquid context does not allow includes.");
    return nullptr;
  }
  const Result<std::string_view> source = options_.files->Read(name.text);
  if (!source) {
    Fail(source.error().kind, source.error().message);
    return nullptr;
  }
  LiquidError error;
  auto parsed = Template::Parse({.text = *source, .path = std::string(name.text), .trims_start = trims_next_partial_},
                                environment_, &error);
  if (parsed == nullptr) {
    Fail(std::move(error));
    return nullptr;
  }
  trims_next_partial_ = parsed->trims_next();
  warnings_.insert(warnings_.end(), parsed->warnings().begin(), parsed->warnings().end());
  partials_.push_back({Symbol(arena_.Copy(name.text), name.hash), std::move(parsed)});
  return partials_.back().parsed.get();
}

}  // namespace tincture::liquid
