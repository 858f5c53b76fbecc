#include "compat/rouge/lexer.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "compat/rouge/grammar.h"
#include "compat/rouge/session.h"

namespace tincture::rouge {

namespace {

// Rouge's RegexLexer::MAX_NULL_SCANS.
constexpr int kMaxNullSteps = 5;
// Lexers within lexers; Rouge has no limit but the Ruby stack. Tested at the limit.
constexpr int kMaxDepth = 60;

size_t CharacterLength(std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  const size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return std::min(length, text.size());
}

}  // namespace

std::string Downcase(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

struct Lexer::SpecialState {
  std::string key;
  std::unique_ptr<CompiledState> state;
};

struct Lexer::InnerLexer {
  const Definition* definition;
  int slot;
  std::unique_ptr<Lexer> lexer;
};

Lexer::Lexer(const Definition& definition, const Options& options, Session& session, int depth)
    : definition_(definition),
      grammar_(session.GrammarOf(definition)),
      options_(options),
      session_(session),
      depth_(depth) {
  ResetStack();
}

Lexer::~Lexer() = default;

void Lexer::Put(Token token, std::string_view text) { session_.tokens.Add(token, text); }

namespace {

using Stream = void (*)(Lexer&, std::string_view);

Stream StreamOf(const Definition& definition) {
  if (definition.stream != nullptr || definition.parent == nullptr) return definition.stream;
  return StreamOf(*definition.parent);
}

void RunStart(const Definition& definition, Lexer& lexer) {
  if (definition.parent != nullptr) RunStart(*definition.parent, lexer);
  if (definition.start != nullptr) definition.start(lexer);
}

}  // namespace

void Lexer::Reset() {
  ResetStack();
  inner_.clear();
  RunStart(definition_, *this);
}

void Lexer::ContinueLex(std::string_view text) {
  if (depth_ > kMaxDepth) return Put(Text, text);
  if (const Stream stream = StreamOf(definition_)) return stream(*this, text);
  text_ = text;
  position_ = 0;
  null_steps_ = 0;
  while (position_ < text_.size() && !session_.gave_up) {
    if (!Step()) PutError();
  }
}

void Lexer::PutError() {
  match_begin_ = position_;
  if (position_ < text_.size()) position_ += CharacterLength(Rest());
  Put(Error, text_.substr(match_begin_, position_ - match_begin_));
}

bool Lexer::Step() {
  // Rouge raises here; an empty stack means a lexer popped once too often.
  if (stack_.empty()) ResetStack();
  const CompiledState& state = *stack_.back();
  const auto byte = static_cast<uint8_t>(text_[position_]);
  size_t next = 0;
  for (const uint16_t number : state.Candidates(session_.unicode, byte)) {
    const CompiledRule& rule = state.rules[number];
    if (number < next || !TryRule(rule)) continue;
    const bool empty = groups_[1] == 0;
    Perform(rule);
    if (!empty) {
      null_steps_ = 0;
      return true;
    }
    if (++null_steps_ <= kMaxNullSteps) return true;
    next = rule.mixin_end;
  }
  return false;
}

bool Lexer::TryRule(const CompiledRule& rule) {
  if (rule.pattern->begins_line() && position_ > 0 && text_[position_ - 1] != '\n') return false;
  const Outcome outcome = rule.pattern->Match(Rest(), session_.unicode, groups_, session_.budget);
  if (outcome == Outcome::kGaveUp) session_.gave_up = true;
  if (outcome != Outcome::kMatch) return false;
  match_begin_ = position_;
  position_ += groups_[1];
  return true;
}

void Lexer::Perform(const CompiledRule& rule) {
  const Action& action = rule.rule->action;
  switch (action.kind) {
    case Action::kToken:
      Put(action.tokens[0]);
      break;
    case Action::kGroups:
      for (size_t i = 0; i < action.group_count; ++i) Put(action.tokens[i], Match(i + 1));
      break;
    case Action::kWords:
    case Action::kWordsIgnoringCase: {
      const bool ignore_case = action.kind == Action::kWordsIgnoringCase;
      const auto word = ignore_case ? rule.words->find(Downcase(Match())) : rule.words->find(Match());
      Put(word == rule.words->end() ? action.words.back().token : word->second);
      break;
    }
    case Action::kCall:
      return action.call(*this), Move(rule);
    case Action::kDelegate:
      Delegate(*action.lexer, Match());
      break;
    case Action::kRecurse:
      Recurse(Match());
      break;
  }
  Move(rule);
}

void Lexer::Move(const CompiledRule& rule) {
  const Next& next = rule.rule->next;
  for (int i = 0; i < Next::kMost && next.moves[i].kind != Next::kNone; ++i) {
    switch (next.moves[i].kind) {
      case Next::kPush:
        if (rule.states[i] != nullptr) stack_.push_back(rule.states[i]);
        break;
      case Next::kPushSame:
        PushSame();
        break;
      case Next::kPop:
        Pop(next.moves[i].times);
        break;
      case Next::kGoto:
        if (rule.states[i] != nullptr && !stack_.empty()) stack_.back() = rule.states[i];
        break;
      case Next::kNone:
        break;
    }
  }
}

std::string_view Lexer::Match(size_t group) const {
  if (!Matched(group)) return {};
  return text_.substr(match_begin_ + groups_[2 * group], groups_[2 * group + 1] - groups_[2 * group]);
}

bool Lexer::Matched(size_t group) const { return 2 * group < groups_.size() && groups_[2 * group] != kUnset; }

void Lexer::PutGroups(std::initializer_list<Token> tokens) {
  size_t group = 0;
  for (const Token token : tokens) Put(token, Match(++group));
}

void Lexer::Push(std::string_view state) {
  if (const CompiledState* found = grammar_.Find(state)) stack_.push_back(found);
}

void Lexer::Push(std::string_view state, std::initializer_list<std::string_view> texts) {
  std::string key(state);
  for (const std::string_view text : texts) key.append(1, '\0').append(text);
  const auto found = std::find_if(special_states_.begin(), special_states_.end(),
                                  [&](const SpecialState& special) { return special.key == key; });
  if (found != special_states_.end()) return stack_.push_back(found->state.get());
  special_states_.push_back({key, grammar_.Specialize(state, {texts.begin(), texts.end()})});
  stack_.push_back(special_states_.back().state.get());
}

void Lexer::PushSame() {
  if (!stack_.empty()) stack_.push_back(stack_.back());
}

void Lexer::Pop(size_t times) { stack_.resize(stack_.size() - std::min(times, stack_.size())); }

void Lexer::Goto(std::string_view state) {
  const CompiledState* found = grammar_.Find(state);
  if (found != nullptr && !stack_.empty()) stack_.back() = found;
}

void Lexer::ResetStack() { stack_.assign(1, &grammar_.root()); }

bool Lexer::InState(std::string_view state) const {
  return std::any_of(stack_.begin(), stack_.end(), [&](const auto* entry) { return entry->name == state; });
}

bool Lexer::IsState(std::string_view state) const { return !stack_.empty() && stack_.back()->name == state; }

void Lexer::Delegate(const Definition& lexer, const Options& options, std::string_view text) {
  Lexer inner(lexer, options, session_, depth_ + 1);
  inner.Reset();
  inner.ContinueLex(text);
}

void Lexer::Within(std::string_view text) {
  const auto outer = std::tuple(text_, position_, match_begin_, groups_, null_steps_);
  ContinueLex(text);
  std::tie(text_, position_, match_begin_, groups_, null_steps_) = outer;
}

Lexer& Lexer::Inner(const Definition& lexer, const Options& options, int slot) {
  const auto found = std::find_if(inner_.begin(), inner_.end(), [&](const InnerLexer& inner) {
    return inner.definition == &lexer && inner.slot == slot;
  });
  if (found != inner_.end()) return *found->lexer;
  inner_.push_back({&lexer, slot, std::make_unique<Lexer>(lexer, options, session_, depth_ + 1)});
  return *inner_.back().lexer;
}

Lexer& Lexer::Parent() {
  const std::optional<std::string_view> name = StringOption(options_, "parent");
  const Definition* parent = name ? rouge::Find(*name) : nullptr;
  constexpr int kParentSlot = -1;
  Options options = options_;
  options.erase("parent");
  return Inner(parent == nullptr ? lexers::html : *parent, options, kParentSlot);
}

bool Lexer::InList(std::string_view list, std::string_view word) const { return grammar_.InList(list, word); }

Token Lexer::ByWord(std::span<const WordClass> classes, std::string_view word) const {
  for (const WordClass& word_class : classes) {
    if (word_class.list == nullptr || InList(word_class.list, word)) return word_class.token;
  }
  return classes.back().token;
}

}  // namespace tincture::rouge
