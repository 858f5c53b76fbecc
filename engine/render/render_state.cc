#include "engine/render/render_state.h"

#include <algorithm>
#include <utility>

#include "engine/render/unit_data.h"

namespace tincture::engine {

namespace {

bool SameText(const Value& a, const Value& b) {
  if (!a.IsString() || !b.IsString()) return a.IsString() == b.IsString();
  const std::string_view left = a.AsString();
  const std::string_view right = b.AsString();
  if (a.string_flags() != b.string_flags()) return false;
  return (left.data() == right.data() && left.size() == right.size()) || left == right;
}

bool SameNames(const CounterMap& a, const CounterMap& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.first == y.first; });
}

bool IsPlaced(const Renderable& unit, const Layouts& layouts) {
  return PlaceInLayout(unit) && layouts.Of(unit) != nullptr;
}

}  // namespace

RenderState::RenderState(Site& site, SiteDrops& drops, PluginSite& plugins, Layouts& layouts,
                         CodeWarnings& code_warnings)
    : site_(site), drops_(drops), plugins_(plugins), layouts_(layouts), code_warnings_(code_warnings) {}

// --- The scheduler's

void RenderState::Begin(bool stylesheets_first, EarlierOutcomes* earlier) {
  const std::lock_guard lock(mu_);
  if (earlier != nullptr) unit_keys_.emplace(earlier->keys());
  for (Document* document : site_.documents()) Append(*document);
  for (Page* page : site_.pages) Append(*page);
  earlier_ = earlier;
  for (Slot& slot : slots_) {
    if (earlier != nullptr) slot.outcome = earlier->OutcomeFor(*slot.unit, slot.layout_leak);
    if (!slot.outcome) continue;
    slot.stage = Stage::kDone;
    has_earlier_ = true;
  }
  MakeFinal();
  if (!stylesheets_first) return;
  early_.assign(stylesheets_.rbegin(), stylesheets_.rend());
}

void RenderState::Append(Renderable& unit) {
  unit.rank = slots_.size();
  // Made now, by one thread.
  if (const Document* document = AsDocument(unit)) (void)document->Url();
  if (const Page* page = AsPage(unit)) (void)page->Url();
  if (unit_keys_) unit_keys_->Append(unit);
  if (unit.IsSassFile()) stylesheets_.push_back(unit.rank);
  slots_.push_back({.unit = &unit, .layout_leak = next_layout_leak_, .outcome = nullptr});
  next_layout_leak_ = layouts_.After(unit, next_layout_leak_);
}

RenderState::Task RenderState::Start(size_t rank) {
  Slot& slot = slots_[rank];
  slot.stage = Stage::kRunning;
  return {.unit = slot.unit,
          .rank = rank,
          .is_exact = rank == final_,
          .is_early = rank > final_ && rank > next_,
          .layout_leak = slot.layout_leak};
}

std::optional<RenderState::Task> RenderState::Next() {
  Guard guard(mu_);
  for (;; changed_.wait(guard)) {
    if (is_over_ || final_ == slots_.size()) return std::nullopt;
    if (slots_[final_].stage == Stage::kRejected) return Start(final_);
    if (!early_.empty()) {
      const size_t rank = early_.back();
      early_.pop_back();
      if (slots_[rank].stage == Stage::kWaiting) return Start(rank);
    }
    while (next_ < slots_.size() && slots_[next_].stage != Stage::kWaiting) ++next_;
    if (next_ < slots_.size()) return Start(next_);
  }
}

void RenderState::Done(const Task& task, std::unique_ptr<Outcome> outcome) {
  const Guard guard(mu_);
  slots_[task.rank].outcome = std::move(outcome);
  slots_[task.rank].stage = Stage::kDone;
  MakeFinal();
  changed_.notify_all();
}

void RenderState::MakeFinal() {
  for (; !is_over_ && final_ < slots_.size() && slots_[final_].stage == Stage::kDone; ++final_) {
    Slot& slot = slots_[final_];
    if (!Holds(*slot.outcome, final_)) {
      if (earlier_ != nullptr && slot.outcome->kept_output) earlier_->Rejected(*slot.unit, "what it shows has changed");
      rejected_.push_back(std::move(slot.outcome));
      slot.stage = Stage::kRejected;
      return;
    }
    slot.stage = Stage::kFinal;
    NoteLeak(slot);
    if (earlier_ != nullptr && slot.outcome->status) {
      earlier_->Final(*slot.unit, *slot.outcome, slot.outcome->kept_output.has_value());
    }
    Apply(*slot.outcome);
  }
}

// Whoever shows the content of the unit before it needs that one to render in the next build, too.
void RenderState::NoteLeak(const Slot& slot) {
  const Outcome& outcome = *slot.outcome;
  if (outcome.reads_leak && leak_owner_ != nullptr && earlier_ != nullptr) {
    earlier_->MustRender(*leak_owner_, "the next page shows its content");
  }
  const bool is_kept = outcome.kept_output && IsPlaced(*slot.unit, layouts_);
  if (!is_kept && !outcome.content_leak) return;
  leak_owner_ = slot.unit;
  leak_is_kept_ = is_kept;
}

Status RenderState::End() {
  for (Slot& slot : slots_) {
    if (slot.stage == Stage::kFinal) slot.unit->text.Show(slot.outcome->text);
  }
  for (const auto& [excerpt, slot] : excerpts_) {
    if (slot.final) excerpt->text.Show(slot.final->text);
  }
  return result_;
}

std::optional<Fingerprint> RenderState::KeptOutput(const Renderable& unit) const {
  return unit.rank < slots_.size() && slots_[unit.rank].outcome ? slots_[unit.rank].outcome->kept_output : std::nullopt;
}

// --- What a turn asks

const Outcome* RenderState::FinalOf(const Renderable& unit, size_t rank) const {
  if (unit.rank >= rank) return nullptr;
  const Slot& slot = slots_[unit.rank];
  return slot.stage == Stage::kDone || slot.stage == Stage::kFinal ? slot.outcome.get() : nullptr;
}

const StagedContent* RenderState::TextOf(const Renderable& unit, size_t rank) {
  Guard guard(mu_);
  if (unit.rank >= rank) return nullptr;
  const auto is_under_way = [&] {
    const Stage stage = slots_[unit.rank].stage;
    return stage == Stage::kRunning || stage == Stage::kRejected;
  };
  changed_.wait(guard, [&] { return is_over_ || !is_under_way(); });
  if (FinalOf(unit, rank) == nullptr) return nullptr;
  Outcome& outcome = *slots_[unit.rank].outcome;
  if (outcome.unread_content && !earlier_->ReadContent(unit, outcome))
    StartOver("the content of " + unit.id + " is lost");
  return &outcome.text;
}

bool RenderState::IsDated(const Document& document, size_t rank) const {
  if (document.date_filled) return true;
  // What it will do when it has its turn; the check sees whether it did.
  return document.rank < rank && IsPlaced(document, layouts_) && document.TakesDateWhenRendered();
}

std::shared_ptr<const CounterMap> RenderState::counters() {
  const Guard guard(mu_);
  return counters_;
}

liquid::Registers RenderState::RegistersOf(std::string_view path) {
  const Guard guard(mu_);
  const auto found = registers_.find(path);
  return found == registers_.end() ? liquid::Registers() : found->second;
}

bool RenderState::HasReadRegisters(std::string_view path) {
  const Guard guard(mu_);
  return !read_registers_.empty() && read_registers_.contains(std::string(path));
}

std::optional<std::string> RenderState::Remembered(std::string_view key) {
  const Guard guard(mu_);
  const auto found = remembered_.find(key);
  return found == remembered_.end() ? std::nullopt : std::optional(found->second);
}

const liquid::Template* RenderState::Filed(std::string_view path) {
  const Guard guard(mu_);
  const auto found = filed_.find(std::string(path));
  return found == filed_.end() ? nullptr : found->second;
}

std::shared_ptr<const Piece> RenderState::content_leak() {
  const Guard guard(mu_);
  if (leak_is_kept_) StartOver("a page shows the content of the page before it, which has not rendered");
  return content_leak_;
}

bool RenderState::MayAddPages(size_t rank) {
  const Guard guard(mu_);
  const auto open = std::lower_bound(stylesheets_.begin(), stylesheets_.end(), final_);
  return open != stylesheets_.end() && *open < rank;
}

Value RenderState::Pages(size_t* count) {
  const Guard guard(mu_);
  const Value pages = drops_.pages();
  *count = pages.AsArray().size() + 1;
  return pages;
}

void RenderState::OutputAsked(const Renderable& unit) {
  const Guard guard(mu_);
  if (KeptOutput(unit)) StartOver("a page looks at another one's output");
}

void RenderState::Spoil(std::string_view why) {
  const Guard guard(mu_);
  if (earlier_ != nullptr) earlier_->Spoil(why);
  if (has_earlier_) StartOver(why);
}

void RenderState::StartOver(std::string_view why) {
  if (is_over_) return;
  is_over_ = true;
  result_ = Error{.kind = std::string(kStartOver), .message = std::string(why)};
  changed_.notify_all();
}

bool RenderState::AwaitLower(const Outcome& outcome, size_t rank) {
  Guard guard(mu_);
  changed_.wait(guard, [&] { return is_over_ || final_ >= rank; });
  return !is_over_ && Holds(outcome, rank);
}

std::shared_ptr<const ExcerptOutcome> RenderState::BeginExcerpt(const Excerpt& excerpt, size_t rank, bool* is_final) {
  Guard guard(mu_);
  ExcerptSlot& slot = excerpts_[&excerpt];
  changed_.wait(guard, [&] { return is_over_ || slot.final || slot.ready || slot.rendered_by >= rank; });
  *is_final = slot.final != nullptr;
  if (slot.final) return slot.final;
  if (slot.ready) return slot.ready;
  if (slot.rendered_by == kNobody) slot.rendered_by = rank;
  return nullptr;
}

void RenderState::EndExcerpt(const Excerpt& excerpt, size_t rank, std::shared_ptr<const ExcerptOutcome> shared) {
  const Guard guard(mu_);
  ExcerptSlot& slot = excerpts_[&excerpt];
  if (slot.rendered_by == rank) slot.rendered_by = kNobody;
  if (shared && !slot.ready) slot.ready = std::move(shared);
  changed_.notify_all();
}

// --- Whether an outcome stands

bool RenderState::Holds(const Outcome& outcome, size_t rank) const {
  if (outcome.is_void) return false;
  if (outcome.is_exact) return true;
  for (const auto& [unit, seen] : outcome.texts) {
    if (!TextHolds(*unit, seen, rank)) return false;
  }
  const bool dates_hold = std::all_of(outcome.dates.begin(), outcome.dates.end(),
                                      [](const auto& seen) { return seen.first->date_filled == seen.second; });
  return dates_hold && ToldHolds(outcome, rank) && CountersHold(outcome) && RegistersHold(outcome) &&
         RememberedHolds(outcome) && ExcerptsHold(outcome) && FiledHolds(outcome);
}

bool RenderState::ToldHolds(const Outcome& outcome, size_t rank) const {
  if (!outcome.kept_output) return true;
  if (outcome.pages_seen != 0 && outcome.pages_seen != drops_.pages().AsArray().size() + 1) return false;
  for (const Outcome::Told& told : outcome.told) {
    const Outcome* lower = FinalOf(*told.unit, rank);
    if (ContentPrint(*told.unit, lower) != told.content) return false;
  }
  return std::all_of(outcome.told_excerpts.begin(), outcome.told_excerpts.end(), [&](const auto& told) {
    const auto now = excerpts_.find(told.excerpt);
    return now != excerpts_.end() && now->second.final &&
           earlier_->PrintOf(now->second.final->text.output()) == told.output;
  });
}

// `outcome`: null: as it was read.
Fingerprint RenderState::ContentPrint(const Renderable& unit, const Outcome* outcome) const {
  if (outcome != nullptr && outcome->unread_content) return *outcome->unread_content;
  return earlier_->PrintOf((outcome != nullptr ? outcome->text : unit.text).content());
}

bool RenderState::TextHolds(const Renderable& unit, const Outcome::SeenText& seen, size_t rank) const {
  const Outcome* outcome = FinalOf(unit, rank);
  if (outcome != nullptr && outcome->unread_content) {
    return !seen.output && (!seen.content || earlier_->PrintOf(*seen.content) == *outcome->unread_content);
  }
  const StagedContent& now = outcome ? outcome->text : unit.text;
  return (!seen.content || SameText(*seen.content, now.content())) &&
         (!seen.output || SameText(*seen.output, now.output()));
}

// A counter hides a variable of its name. Who finds one that is set waits for its turn.
bool RenderState::CountersHold(const Outcome& outcome) const {
  if (outcome.counters == counters_) return true;
  if (!outcome.counters || !counters_) return false;
  return SameNames(*outcome.counters, *counters_);
}

// It began with none; see UnitTurn::RegistersOf.
bool RenderState::RegistersHold(const Outcome& outcome) const {
  for (const auto& [path, used] : outcome.registers) {
    const auto now = registers_.find(path);
    if (now == registers_.end()) continue;
    const bool differs = (used.read.cycles && !now->second.cycles.empty()) ||
                         (used.read.offsets && !now->second.offsets.empty()) ||
                         (used.read.ifchanged && now->second.ifchanged);
    if (differs) return false;
  }
  return true;
}

bool RenderState::RememberedHolds(const Outcome& outcome) const {
  for (const auto& [key, kept] : outcome.remembered) {
    const auto now = remembered_.find(key);
    if (now != remembered_.end() && (now->second != kept.value || kept.leaves_more)) return false;
  }
  return true;
}

bool RenderState::ExcerptsHold(const Outcome& outcome) const {
  for (const auto& [excerpt, kept] : outcome.excerpts) {
    const auto now = excerpts_.find(excerpt);
    if (now == excerpts_.end() || !now->second.final || now->second.final == kept.value) continue;
    if (kept.leaves_more || !SameText(now->second.final->text.output(), kept.value->text.output())) return false;
  }
  return true;
}

bool RenderState::FiledHolds(const Outcome& outcome) const {
  return std::all_of(outcome.filed.begin(), outcome.filed.end(), [&](const auto& filed) {
    const auto now = filed_.find(filed.first);
    return now == filed_.end() || now->second == filed.second;
  });
}

// --- What it leaves

void RenderState::Apply(Outcome& outcome) {
  site_.log.Replay(outcome.log);
  if (!outcome.status) {
    result_ = outcome.status;
    is_over_ = true;
    return;
  }
  for (const CodeWarning& warning : outcome.code_warnings) {
    code_warnings_.Add(warning.language, warning.page, warning.message);
  }
  for (const Document* document : outcome.dated) document->date_filled = true;
  if (outcome.counted) counters_ = outcome.counted;
  if (outcome.content_leak) content_leak_ = std::move(outcome.content_leak);
  for (const auto& [path, left] : outcome.registers) ApplyRegisters(path, left);
  for (auto& [key, kept] : outcome.remembered) remembered_.try_emplace(key, std::move(kept.value));
  for (const auto& [excerpt, kept] : outcome.excerpts) {
    ExcerptSlot& slot = excerpts_[excerpt];
    if (!slot.final) slot.final = kept.value;
  }
  for (const auto& [path, parsed] : outcome.filed) filed_.try_emplace(path, parsed);
  AddPages(outcome);
}

void RenderState::ApplyRegisters(const std::string& path, const liquid::Registers& left) {
  if (left.read.cycles || left.read.offsets || left.read.ifchanged) read_registers_.insert(path);
  if (left.cycles.empty() && left.offsets.empty() && !left.ifchanged) return;
  liquid::Registers& now = registers_[path];
  for (const auto& [group, place] : left.cycles) now.cycles.insert_or_assign(group, place);
  for (const auto& [loop, offset] : left.offsets) now.offsets.insert_or_assign(loop, offset);
  if (left.ifchanged) now.ifchanged = left.ifchanged;
}

void RenderState::AddPages(Outcome& outcome) {
  for (compat::plugins::NewPage& made : outcome.pages) Append(plugins_.AddLatePage(std::move(made)));
  if (!outcome.pages.empty()) drops_.ListPages();
}

}  // namespace tincture::engine
