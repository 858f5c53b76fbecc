#include "liquid/exec/read_log.h"

#include <algorithm>

#include "liquid/exec/context.h"
#include "liquid/exec/forloop_drop.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {

namespace {

// More is not worth its while.
constexpr size_t kMostAsked = 400;

bool IsComposite(const Value& value) { return value.IsArray() || value.IsHash() || value.IsDrop(); }

const void* PlaceOf(const Value& list) {
  if (list.IsHash()) return &list.AsHash();
  return list.IsArray() ? list.AsArray().data() : nullptr;
}

bool IsForloop(const Drop& drop) { return drop.ClassName().data() == ForloopDrop::kClassName.data(); }

}  // namespace

void ReadLog::Narrow(size_t place, Question::Kind kind, const Value& other, bool answer, const Context& context) {
  if (place >= reads_.size() || reads_[place].is_coarse) return;
  if (IsComposite(other) && (!Replays::CanAsk(other, context) || context.MayHaveMade(PlaceOf(other)))) return;
  if (other.IsDrop() && other.AsDrop().standing() != Drop::Standing::kLasting) return;
  reads_[place].question.kind = kind;
  reads_[place].question.other = other;
  reads_[place].answer = Value::Bool(answer);
}

// --- One recording

Recording::Recording(Context& context, Output& output)
    : context_(context),
      log_(context.OpenLog()),
      output_(output),
      reads_(log_.reads_.size()),
      assigned_(log_.assigned_.size()),
      offsets_(log_.offsets_.size()),
      bindings_(context.bindings_.size()),
      outer_bindings_(log_.bindings_),
      stamp_(++context.stamp_),
      outer_stamp_(log_.stamp_),
      spoiled_(log_.spoiled_),
      variations_(context.Variations() - log_.met_variations_),
      errors_(context.errors_.size()),
      text_(output.text().size()),
      first_piece_(output.TakePiece()),
      body_(context.body_depth_),
      scope_(context.scope_count()),
      outer_body_(log_.deepest_body_),
      outer_scope_(log_.deepest_scope_) {
  ++log_.open_;
  log_.bindings_ = bindings_;
  log_.stamp_ = stamp_;
  log_.deepest_body_ = body_;
  log_.deepest_scope_ = scope_;
}

Recording::~Recording() {
  const int piece = output_.TakePiece();
  output_.GivePiece(first_piece_);
  output_.GivePiece(piece);
  log_.bindings_ = outer_bindings_;
  log_.stamp_ = outer_stamp_;
  log_.deepest_body_ = std::max(log_.deepest_body_, outer_body_);
  log_.deepest_scope_ = std::max(log_.deepest_scope_, outer_scope_);
  if (--log_.open_ > 0) return;
  log_.reads_.clear();
  log_.assigned_.clear();
  log_.offsets_.clear();
  context_.log_ = nullptr;
}

bool Recording::IsClean() const {
  return log_.spoiled_ == spoiled_ && context_.Variations() - log_.met_variations_ == variations_ &&
         context_.errors_.size() == errors_ && !context_.interrupted() && output_.text().size() >= text_;
}

// False: the answer cannot be compared with another render's.
bool Recording::AddTo(std::vector<std::pair<Question, Answer>>* asked, const ReadLog::Read& read) const {
  Question question = read.question;
  if (!ReadLog::IsBefore(read, bindings_, stamp_)) {
    if (read.is_passing) return false;
    if (read.varying == nullptr) return true;
    question.drop = read.varying;
    question.path.name = {};
    question.path.keys = question.path.keys.subspan(read.varying_at);
  }
  if (question.drop != nullptr && question.drop->standing() != Drop::Standing::kLasting) return false;
  if (!Replays::CanAsk(read.answer, context_)) return false;
  const Answer answer(read.answer);
  const auto same = std::find_if(asked->begin(), asked->end(), [&](const auto& before) {
    return before.first.path.name.symbol.hash == question.path.name.symbol.hash &&
           before.first.path.keys.size() == question.path.keys.size() && before.first == question;
  });
  if (same != asked->end()) return same->second == answer;
  asked->emplace_back(question, answer);
  return asked->size() <= kMostAsked;
}

bool Recording::Collect(std::vector<std::pair<Question, Answer>>* asked) const {
  return std::all_of(log_.reads_.begin() + static_cast<std::ptrdiff_t>(reads_), log_.reads_.end(),
                     [&](const ReadLog::Read& read) { return AddTo(asked, read); });
}

bool Recording::CollectAssigned(std::vector<std::pair<Symbol, Value>>* assigned) const {
  for (size_t i = assigned_; i < log_.assigned_.size(); ++i) {
    const Symbol& name = log_.assigned_[i];
    const bool is_known =
        std::any_of(assigned->begin(), assigned->end(), [&](const auto& known) { return known.first == name; });
    if (is_known) continue;
    const Value& value = context_.FindAssigned(name)->value;
    if (!Replays::CanKeep(value, context_)) return false;
    assigned->emplace_back(name, value);
  }
  return true;
}

void Recording::FileIn(Replays& replays) {
  std::vector<std::pair<Question, Answer>> asked;
  std::vector<std::pair<Symbol, Value>> assigned;
  if (!IsClean() || !Collect(&asked) || !CollectAssigned(&assigned)) return;
  const int piece = output_.TakePiece();
  output_.GivePiece(piece);
  replays.File(asked,
               {.text = std::string_view(output_.text()).substr(text_),
                .first_piece = piece,
                .assigned = assigned,
                .offsets = std::span(log_.offsets_).subspan(offsets_),
                .bodies = log_.deepest_body_ - body_,
                .scopes = log_.deepest_scope_ - scope_},
               context_);
}

// --- What a context does while it keeps a log

ReadLog& Context::OpenLog() {
  if (own_log_ == nullptr) own_log_ = std::make_unique<ReadLog>();
  log_ = own_log_.get();
  return *log_;
}

Value Context::FindNoted(const Symbol& name, ReadLog::Read* read) {
  for (size_t i = bindings_.size(); i > 0; --i) {
    if (!(bindings_[i - 1].name == name)) continue;
    read->origin = ReadLog::Origin::kBinding;
    read->place = static_cast<uint32_t>(i - 1);
    return bindings_[i - 1].value;
  }
  if (const Binding* assigned = FindAssigned(name)) {
    read->origin = ReadLog::Origin::kAssigned;
    read->place = assigned->stamp;
    return assigned->value;
  }
  if (const Value* counter = counters_->Find(name)) return *counter;
  Value value;
  FindGlobal(name, &value);
  return value;
}

// One key deeper; `at`: how many led here.
bool Context::StepNoted(const LookupKey& key, size_t at, Value* object, ReadLog::Read* read) {
  const Drop* const drop = object->IsDrop() ? &object->AsDrop() : nullptr;
  if (drop != nullptr && drop->standing() == Drop::Standing::kPassing) {
    const bool is_own_loop = IsForloop(*drop) && key.symbol.text != "parentloop";
    read->is_passing = read->is_passing || !is_own_loop;
  }
  const uint64_t before = Variations();
  const bool is_there = Step(key, object, nullptr);
  if (drop != nullptr && Variations() != before && read->varying == nullptr) {
    read->varying = drop;
    read->varying_at = static_cast<uint32_t>(at);
  }
  return is_there;
}

// What was found hangs on the variable alone, and that is as easily compared.
bool Context::IsCoarse(const Value& root, const ReadLog::Read& read) const {
  if (read.varying != nullptr || read.is_passing) return false;
  if (root.IsDrop()) return root.AsDrop().standing() == Drop::Standing::kConstant;
  return root.IsHash() && !MayHaveMade(&root.AsHash());
}

// Walk, noted; or from `drop`.
Value Context::WalkNoted(const VariableLookup& lookup, const Drop* drop) {
  const bool has_name = drop != nullptr || (lookup.name.dynamic == nullptr && lookup.name.constant.IsString());
  if (!has_name) {
    log_->Spoil();
    log_ = nullptr;
    const Value value = Walk(lookup, nullptr);
    log_ = own_log_.get();
    return value;
  }
  const uint64_t before = Variations() - log_->met_variations();
  ReadLog::Read read;
  const Value root = drop ? Value::OfDrop(drop) : FindNoted(lookup.name.symbol, &read);
  Value object = root;
  bool is_there = !failed();
  std::vector<LookupKey> keys;
  size_t depth = 0;
  for (; depth < lookup.keys.size() && is_there; ++depth) {
    LookupKey key = lookup.keys[depth];
    if (key.dynamic != nullptr) {
      if (keys.empty()) keys.assign(lookup.keys.begin(), lookup.keys.begin() + static_cast<std::ptrdiff_t>(depth));
      key.constant = Evaluate(*key.dynamic);
      key.dynamic = nullptr;
      key.symbol = key.constant.IsString() ? Symbol(key.constant.AsString()) : Symbol();
      if (IsComposite(key.constant)) log_->Spoil();
      if (failed()) return Value();
    }
    if (key.dynamic != lookup.keys[depth].dynamic || !keys.empty()) keys.push_back(key);
    is_there = StepNoted(key, depth, &object, &read);
  }
  if (failed() || !is_there) object = Value();
  log_->MeetVariations(Variations() - log_->met_variations() - before);
  if (object.IsDrop() && IsForloop(object.AsDrop())) static_cast<const ForloopDrop&>(object.AsDrop()).Hold();
  read.is_coarse = IsCoarse(root, read);
  read.question.drop = drop;
  if (drop == nullptr) read.question.path.name = lookup.name;
  if (!read.is_coarse) {
    read.question.path.keys =
        keys.empty() ? lookup.keys.first(depth) : arena_.CopySpan(std::span<const LookupKey>(keys));
  }
  read.answer = read.is_coarse ? root : object;
  log_->Add(read);
  return object;
}

Value Context::Ask(const Question& question) {
  Value value;
  if (log_ != nullptr || question.drop != nullptr) {
    value = log_ ? WalkNoted(question.path, question.drop) : WalkFrom(*question.drop, question.path.keys);
  } else {
    value = Walk(question.path, nullptr);
  }
  if (question.kind == Question::Kind::kValue || failed()) return value;
  const bool is_equality = question.kind == Question::Kind::kEquality;
  const bool answer = is_equality ? EqualOperands(value, question.other) : value.Truthy();
  if (log_ != nullptr) log_->Narrow(log_->size() - 1, question.kind, question.other, answer, *this);
  return Value::Bool(answer);
}

Value Context::WalkFrom(const Drop& drop, std::span<const LookupKey> keys) {
  Value object = Value::OfDrop(&drop);
  for (const LookupKey& key : keys) {
    if (failed() || !Step(key, &object, nullptr)) return Value();
  }
  return failed() ? Value() : object;
}

bool Context::CanReplay(const Replay& replay) const {
  return body_depth_ + replay.bodies <= kMaxBodies && scope_count() + replay.scopes <= kMaxScopes;
}

void Context::Repeat(const Replay& replay, Output& output) {
  output.buffer().append(replay.text);
  output.GivePiece(replay.first_piece);
  for (const auto& [name, value] : replay.assigned) Assign(name, value);
  for (const auto& [name, offset] : replay.offsets) KeepOffset(name, offset);
  if (log_ == nullptr) return;
  log_->NoteBody(body_depth_ + replay.bodies);
  log_->NoteScope(scope_count() + replay.scopes);
}

void Context::KeepOffset(std::string_view loop, int64_t offset) {
  if (log_ != nullptr) log_->NoteOffset(loop, offset);
  auto& offsets = loop_registers_->offsets;
  const auto found = offsets.find(loop);
  if (found != offsets.end()) {
    found->second = offset;
  } else {
    offsets.emplace(loop, offset);
  }
}

}  // namespace tincture::liquid
