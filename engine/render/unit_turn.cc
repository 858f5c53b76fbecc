#include "engine/render/unit_turn.h"

#include <array>
#include <utility>

#include "engine/model/excerpt.h"

namespace tincture::engine {

namespace {

bool SamePlaces(const liquid::Registers& a, const liquid::Registers& b) {
  return a.cycles == b.cycles && a.offsets == b.offsets && a.ifchanged == b.ifchanged;
}

}  // namespace

UnitTurn::Frame::Frame(UnitTurn& turn, const Renderable& unit) : text(StagedContent::From(unit.text)), turn_(turn) {
  turn_.frames_.emplace_back(&unit, &text);
}

UnitTurn::Frame::~Frame() { turn_.frames_.pop_back(); }

UnitTurn::UnitTurn(RenderState& state, const Site& site, const RenderState::Task& task)
    : state_(state), site_(site), task_(task), counters_(*this) {
  outcome_->is_exact = task.is_exact;
  outcome_->counters = state.counters();
  if (state.unit_keys() == nullptr || task.unit == nullptr) return;
  notes_.emplace(*state.unit_keys());
  notes_->NoteUnit(*task.unit);
  notes_->Note(ReadKind::kUnit, task.unit->id);
}

std::unique_ptr<Outcome> UnitTurn::End(Status status, StagedContent text) {
  NoteState();
  outcome_->status = std::move(status);
  outcome_->text = std::move(text);
  if (notes_) outcome_->reads = notes_->Take();
  return std::move(outcome_);
}

// What it has of lower ranks is not told to the next build.
void UnitTurn::NoteState() {
  if (outcome_->counters || outcome_->counted) NoteUnrepeatable("it counts, or comes after a counter");
  for (const auto& [path, used] : outcome_->registers) {
    // Every loop leaves where it ended, which only `offset: continue` looks at.
    if (used.read.offsets) state_.Spoil("a loop goes on where another one ended (offset: continue)");
    const bool is_used = used.read.cycles || used.read.offsets || used.read.ifchanged || used.ifchanged;
    if (is_used || !used.cycles.empty())
      NoteUnrepeatable("it goes on where a page before it stopped (cycle, ifchanged)");
  }
  for (const auto& [excerpt, kept] : outcome_->excerpts) {
    if (kept.leaves_more) NoteUnrepeatable("it renders an excerpt that leaves something");
  }
}

void UnitTurn::NoteUnrepeatable(std::string_view why) {
  NoteVariation();
  if (outcome_->unrepeatable.empty()) outcome_->unrepeatable = why;
}

void UnitTurn::NoteSharedPath() {
  NoteUnrepeatable("it includes what is a page or a layout");
  state_.Spoil("an include that is a page or a layout");
}

// --- Texts

const StagedContent* UnitTurn::FrameOf(const Renderable& unit) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->first == &unit) return frame->second;
  }
  return nullptr;
}

const StagedContent& UnitTurn::TextOf(const Renderable& unit) {
  NoteVariation();
  if (const StagedContent* own = FrameOf(unit)) return *own;
  ++reads_;
  const auto [known, is_new] = texts_.try_emplace(&unit, &unit.text);
  if (is_new) {
    if (const StagedContent* text = state_.TextOf(unit, task_.rank)) known->second = text;
  }
  return *known->second;
}

// Whether it matters what another unit's text was.
bool UnitTurn::IsNoted(const Renderable& unit) const { return FrameOf(unit) == nullptr; }

Value UnitTurn::ContentOf(const Renderable& unit) {
  const Value content = TextOf(unit).content();
  if (IsNoted(unit)) outcome_->texts[&unit].content = content;
  return content;
}

Value UnitTurn::OutputOf(const Renderable& unit) {
  if (FrameOf(unit) == nullptr) {
    NoteUnrepeatable("it looks at another page's output");
    state_.OutputAsked(unit);
  }
  const Value output = TextOf(unit).output();
  if (IsNoted(unit)) outcome_->texts[&unit].output = output;
  return output;
}

void UnitTurn::SetContent(std::string text) {
  NoteVariation();
  if (!frames_.empty()) frames_.front().second->SetContent(std::move(text));
}

void UnitTurn::SetOutput(std::string text) {
  NoteVariation();
  if (!frames_.empty()) frames_.front().second->SetOutput(std::move(text));
}

// --- Dates, pages, leaks

bool UnitTurn::IsDated(const Document& document) {
  NoteVariation();
  if (outcome_->dated.contains(&document)) return true;
  ++reads_;
  const auto [seen, is_new] = outcome_->dates.try_emplace(&document, false);
  if (is_new) seen->second = outcome_->is_exact ? document.date_filled.load() : state_.IsDated(document, task_.rank);
  return seen->second;
}

void UnitTurn::FillDate(const Document& document) {
  NoteVariation();
  if (!document.date_filled && outcome_->dated.insert(&document).second) ++changes_;
}

Value UnitTurn::Pages() {
  NoteVariation();
  ++reads_;
  if (!outcome_->is_exact && state_.MayAddPages(task_.rank)) (void)Await();
  if (notes_ && !outcome_->is_void) {
    notes_->Note(ReadKind::kDrop, "site", "pages");
    // The front matter of those that come is their stylesheet's.
    for (const Page* page : site_.pages) {
      if (page->IsSassFile()) notes_->NoteUnit(*page);
    }
  }
  return state_.Pages(&outcome_->pages_seen);
}

void UnitTurn::AddPages(std::vector<compat::plugins::NewPage> pages) {
  for (compat::plugins::NewPage& page : pages) outcome_->pages.push_back(std::move(page));
}

void UnitTurn::NoteLeakedLayout() {
  NoteVariation();
  if (notes_) outcome_->layout_seen = FingerprintOf(task_.layout_leak);
}

Value UnitTurn::LeakedContent() {
  NoteVariation();
  ++reads_;
  (void)Await();
  NoteUnrepeatable("it shows the content of the page before it");
  outcome_->reads_leak = true;
  const std::shared_ptr<const Piece>& leak = outcome_->content_seen = state_.content_leak();
  return leak ? leak->value() : Value();
}

bool UnitTurn::AwaitLower() {
  NoteUnrepeatable("a plugin keeps things from page to page");
  return Await();
}

bool UnitTurn::Await() {
  NoteVariation();
  ++reads_;
  if (outcome_->is_exact) return true;
  if (outcome_->is_void) return false;
  // Lower ranks may wait for a thread.
  outcome_->is_exact = !task_.is_early && state_.AwaitLower(*outcome_, task_.rank);
  outcome_->is_void = !outcome_->is_exact;
  if (outcome_->is_exact && !outcome_->counted) outcome_->counters = state_.counters();
  return outcome_->is_exact;
}

// --- Counters and registers

const Value* UnitTurn::SiteCounters::Find(const Symbol& name) {
  Outcome& outcome = *turn_.outcome_;
  const auto find = [&]() -> const Value* {
    const CounterMap* counters = (outcome.counted ? outcome.counted : outcome.counters).get();
    if (counters == nullptr) return nullptr;
    const auto found = counters->find(name.text);
    return found == counters->end() ? nullptr : &found->second;
  };
  const Value* value = find();
  if (value == nullptr) return value;
  ++turn_.reads_;
  turn_.NoteVariation();
  (void)turn_.Await();
  value = find();
  return value;
}

void UnitTurn::SiteCounters::Set(const Symbol& name, const Value& value) {
  turn_.NoteVariation();
  (void)turn_.Await();
  ++turn_.changes_;
  Outcome& outcome = *turn_.outcome_;
  const CounterMap* before = (outcome.counted ? outcome.counted : outcome.counters).get();
  auto after = before ? std::make_shared<CounterMap>(*before) : std::make_shared<CounterMap>();
  const bool is_big = value.type() == Type::kBigInt;
  after->insert_or_assign(std::string(name.text), is_big ? Value::BigInt(turn_.site_.Keep(value.AsBigInt())) : value);
  outcome.counted = std::move(after);
}

liquid::Registers& UnitTurn::RegistersOf(const std::string& path) {
  const auto [registers, is_new] = outcome_->registers.try_emplace(path);
  registers_now_ = &registers->second;
  if (!is_new) return registers->second;
  if (!outcome_->is_exact && state_.HasReadRegisters(path)) (void)Await();
  if (outcome_->is_exact) {
    registers->second = state_.RegistersOf(path);
    registers->second.read = {};
  }
  return registers->second;
}

// --- What the first unit makes for all

UnitTurn::Mark UnitTurn::Here() const {
  return {.log = outcome_->log.size(),
          .code_warnings = outcome_->code_warnings.size(),
          .reads = reads_,
          .changes = changes_,
          .registers = registers_now_ ? std::optional(*registers_now_) : std::nullopt};
}

void UnitTurn::SayOnce(const Mark& since, const std::string& key) {
  for (size_t i = since.log; i < outcome_->log.size(); ++i) {
    LogLine& line = outcome_->log[i];
    if (line.once.empty()) line.once = key + "\n" + std::to_string(i - since.log);
  }
}

std::optional<std::string> UnitTurn::Remembered(const std::string& key) {
  NoteVariation();
  NoteUnrepeatable("it shows what the first page keeps for all (include_cached)");
  ++reads_;
  if (const auto own = outcome_->remembered.find(key); own != outcome_->remembered.end()) return own->second.value;
  std::optional<std::string> text = state_.Remembered(key);
  if (text) {
    outcome_->remembered.try_emplace(key, Outcome::Kept<std::string>{.value = *text});
  } else {
    remembering_.emplace_back(key, Here());
  }
  return text;
}

void UnitTurn::Remember(const std::string& key, std::string_view text) {
  NoteVariation();
  while (!remembering_.empty() && remembering_.back().first != key) remembering_.pop_back();
  const Mark since = remembering_.empty() ? Here() : remembering_.back().second;
  if (!remembering_.empty()) remembering_.pop_back();
  SayOnce(since, "remembered " + key);
  const bool counts_on = since.registers && !SamePlaces(*since.registers, *registers_now_);
  outcome_->remembered.try_emplace(
      key, Outcome::Kept<std::string>{
               .value = std::string(text), .is_own = true, .leaves_more = counts_on || changes_ != since.changes});
  ++changes_;
}

std::shared_ptr<const ExcerptOutcome> UnitTurn::BeginExcerpt(const Excerpt& excerpt) {
  NoteVariation();
  ++reads_;
  if (const auto own = outcome_->excerpts.find(&excerpt); own != outcome_->excerpts.end()) return own->second.value;
  bool is_final = false;
  std::shared_ptr<const ExcerptOutcome> known = state_.BeginExcerpt(excerpt, task_.rank, &is_final);
  if (!known) {
    excerpts_under_way_.emplace(&excerpt, Here());
    if (notes_) {
      notes_->Begin();
      notes_->NoteUnit(*excerpt.owner);
      notes_->Note(ReadKind::kUnit, excerpt.owner->id, "excerpt");
    }
    return known;
  }
  // One that is not final is made of its own text alone: as if this turn had made it.
  outcome_->excerpts.try_emplace(
      &excerpt, Outcome::Kept<std::shared_ptr<const ExcerptOutcome>>{.value = known, .is_own = !is_final});
  if (is_final) return known;
  ++changes_;
  for (const KeyId key : known->reads) notes_->Note(key);
  outcome_->log.insert(outcome_->log.end(), known->log.begin(), known->log.end());
  outcome_->code_warnings.insert(outcome_->code_warnings.end(), known->code_warnings.begin(),
                                 known->code_warnings.end());
  return known;
}

std::shared_ptr<const ExcerptOutcome> UnitTurn::KeepExcerpt(const Excerpt& excerpt, StagedContent text) {
  const Mark since = excerpts_under_way_.extract(&excerpt).mapped();
  SayOnce(since, "excerpt " + excerpt.path);
  const auto first_line = outcome_->log.begin() + static_cast<std::ptrdiff_t>(since.log);
  const auto first_warning = outcome_->code_warnings.begin() + static_cast<std::ptrdiff_t>(since.code_warnings);
  auto made =
      std::make_shared<ExcerptOutcome>(ExcerptOutcome{.text = std::move(text),
                                                      .log = {first_line, outcome_->log.end()},
                                                      .code_warnings = {first_warning, outcome_->code_warnings.end()},
                                                      .reads = notes_ ? notes_->End() : std::vector<KeyId>()});
  const bool leaves_more = changes_ != since.changes;
  const bool is_shared = !leaves_more && reads_ == since.reads;
  outcome_->excerpts.try_emplace(&excerpt, Outcome::Kept<std::shared_ptr<const ExcerptOutcome>>{
                                               .value = made, .is_own = true, .leaves_more = leaves_more});
  ++changes_;
  state_.EndExcerpt(excerpt, task_.rank, is_shared ? made : nullptr);
  return made;
}

void UnitTurn::FailExcerpt(const Excerpt& excerpt) {
  excerpts_under_way_.erase(&excerpt);
  if (notes_) (void)notes_->End();
  state_.EndExcerpt(excerpt, task_.rank, nullptr);
}

bool UnitTurn::IsUnderWay(const Excerpt& excerpt) const { return excerpts_under_way_.contains(&excerpt); }

// --- What does not change while the site renders

void UnitTurn::Note(ReadKind kind, std::string_view object, std::string_view name) {
  if (kind == ReadKind::kFiledTemplate) return NoteUnrepeatable("it shares a path with another page or an include");
  if (notes_) notes_->Note(kind, object, name);
}

void UnitTurn::NoteUnit(const Renderable& unit) {
  if (notes_) notes_->NoteUnit(unit);
}

// A document without a date has that of the build: it stands before those that are later still.
void UnitTurn::NoteOrder(const Document& document) {
  if (!notes_) return;
  notes_->NoteUnit(document);
  if (!document.data->Get("date").Truthy()) notes_->Note(ReadKind::kDrop, "dates");
}

void UnitTurn::NoteLayout(const Value& name) {
  if (notes_ && !name.IsNil()) notes_->Note(ReadKind::kLayout, site_.TextOf(name));
}

// Whoever remembers what a file said notes it for those after the first (RenderHost).
void UnitTurn::OnFile(const std::string& path, uint8_t asked) {
  constexpr std::array<std::pair<uint8_t, std::string_view>, 6> kNames = {{{FileFact::kInfo, "info"},
                                                                           {FileFact::kKind, "kind"},
                                                                           {FileFact::kBytes, "bytes"},
                                                                           {FileFact::kStart, "bytes"},
                                                                           {FileFact::kNames, "names"},
                                                                           {FileFact::kRealPath, "real"}}};
  if (!notes_) return;
  for (const auto& [what, name] : kNames) {
    if ((asked & what) != 0) notes_->Note(ReadKind::kFile, path, name);
  }
}

const liquid::Template* UnitTurn::Filed(std::string_view path) {
  NoteVariation();
  for (const auto& [filed_path, parsed] : outcome_->filed) {
    if (filed_path == path) return parsed;
  }
  return state_.Filed(path);
}

void UnitTurn::File(std::string_view path, const liquid::Template& parsed) {
  NoteVariation();
  outcome_->filed.emplace_back(std::string(path), &parsed);
}

void UnitTurn::WarnOfCode(std::string_view language, std::string_view page, std::string_view message) {
  outcome_->code_warnings.push_back(
      {.language = std::string(language), .page = std::string(page), .message = std::string(message)});
}

}  // namespace tincture::engine
