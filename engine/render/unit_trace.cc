// What UnitTurn makes of a turn for the builds to come.
#include <utility>

#include "engine/render/text_fingerprint.h"
#include "engine/render/unit_turn.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

LeftRegisters LeftOf(const liquid::Registers& after, const liquid::Registers& before) {
  LeftRegisters left;
  for (const auto& [group, place] : after.cycles) {
    const auto was = before.cycles.find(group);
    if (was == before.cycles.end() || was->second != place) left.cycles.emplace(group, place);
  }
  for (const auto& [loop, offset] : after.offsets) {
    const auto was = before.offsets.find(loop);
    if (was == before.offsets.end() || was->second != offset) left.offsets.emplace(loop, offset);
  }
  left.has_ifchanged = after.ifchanged && after.ifchanged != before.ifchanged;
  if (left.has_ifchanged) left.ifchanged = *after.ifchanged;
  return left;
}

}  // namespace

std::unique_ptr<DependencyTrace> UnitTurn::Trace() {
  auto trace = std::make_unique<DependencyTrace>();
  TraceReads(*trace);
  TraceLeftovers(*trace);
  trace->reads = notes_->Take();
  trace->content = FingerprintOfText(outcome_->text.content());
  trace->output = FingerprintOfText(outcome_->text.output());
  return trace;
}

void UnitTurn::NoteStaged(DependencyTrace& trace, ReadKind kind, std::string_view object, std::string_view name,
                          const Fingerprint& value) const {
  const KeyId key =
      state_.unit_keys()->table().IdOf({.kind = kind, .object = std::string(object), .name = std::string(name)});
  trace.staged.push_back({.key = key, .value = value});
}

// Excerpts and what is remembered are the state's to add: it knows who came first.
void UnitTurn::TraceReads(DependencyTrace& trace) const {
  for (const auto& [unit, seen] : outcome_->texts) {
    if (seen.content) NoteStaged(trace, ReadKind::kStage, unit->id, "content", FingerprintOfText(*seen.content));
    if (seen.output) NoteStaged(trace, ReadKind::kStage, unit->id, "output", FingerprintOfText(*seen.output));
  }
  for (const auto& [document, is_dated] : outcome_->dates) {
    NoteStaged(trace, ReadKind::kStage, document->id, "dated", FingerprintOf(Value::Bool(is_dated)));
  }
  NoteStaged(trace, ReadKind::kCounter, {}, {}, FingerprintOfNames(outcome_->counters.get()));
  for (const auto& [name, value] : counters_seen_) NoteStaged(trace, ReadKind::kCounter, {}, name, value);
  for (const auto& [path, registers] : outcome_->registers) {
    const bool was_read = registers.read.cycles || registers.read.offsets || registers.read.ifchanged;
    const auto before = registers_before_.find(path);
    const liquid::Registers none;
    if (was_read) {
      NoteStaged(trace, ReadKind::kRegisters, path, {},
                 FingerprintOfRegisters(before == registers_before_.end() ? none : before->second));
    }
  }
  if (pages_seen_) NoteStaged(trace, ReadKind::kPages, {}, {}, *pages_seen_);
  if (leaked_layout_seen_) NoteStaged(trace, ReadKind::kLeak, {}, "layout", FingerprintOf(task_.layout_leak));
  if (leaked_content_seen_) {
    const Value seen = outcome_->content_seen ? outcome_->content_seen->value() : Value();
    NoteStaged(trace, ReadKind::kLeak, {}, "content", FingerprintOfText(seen));
  }
}

void UnitTurn::TraceLeftovers(DependencyTrace& trace) const {
  Leftovers& left = trace.left;
  if (outcome_->counted) {
    Arena scratch;
    DropAccess access{scratch, nullptr, {}};
    for (const auto& [name, value] : *outcome_->counted) {
      const Value* before = nullptr;
      if (outcome_->counters) {
        const auto was = outcome_->counters->find(name);
        if (was != outcome_->counters->end()) before = &was->second;
      }
      std::string text(tincture::TextOf(value, access));
      if (before == nullptr || tincture::TextOf(*before, access) != text) left.counters.emplace(name, std::move(text));
    }
  }
  for (const auto& [path, registers] : outcome_->registers) {
    const auto before = registers_before_.find(path);
    LeftRegisters changed = LeftOf(registers, before == registers_before_.end() ? liquid::Registers() : before->second);
    if (changed != LeftRegisters()) left.registers.emplace(path, std::move(changed));
  }
  for (const Document* document : outcome_->dated) left.dated.push_back(document->id);
  for (const compat::plugins::NewPage& page : outcome_->pages) {
    left.pages.push_back({.dir = page.dir, .name = page.name, .text = page.body.text});
  }
  left.log = outcome_->log;
  left.code_warnings = outcome_->code_warnings;
}

}  // namespace tincture::engine
