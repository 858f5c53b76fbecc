#include "engine/build/unit_records.h"

#include "engine/build/site_print.h"
#include "engine/model/excerpt.h"
#include "engine/render/unit_data.h"
#include "engine/source/file_facts.h"
#include "engine/source/log_codec.h"

namespace tincture::engine {

namespace {

// Among units' ids, which an excerpt shares with its owner.
std::string NameOf(const Renderable& unit) {
  return unit.kind == UnitKind::kExcerpt ? "excerpt of " + unit.id : unit.id;
}

void EncodeText(const Value& text, ByteWriter& out) {
  out.Number(text.IsString() ? text.string_flags() + 1U : 0);
  if (text.IsString()) out.Text(text.AsString());
}

// A text's bytes and flags; nothing for nil.
std::optional<Piece> DecodeText(ByteReader& in) {
  const uint64_t flags = in.Number();
  if (flags == 0) return std::nullopt;
  return Piece{std::string(in.Text()), static_cast<uint8_t>(flags - 1)};
}

void EncodeWarnings(const std::vector<CodeWarning>& warnings, ByteWriter& out) {
  out.Number(warnings.size());
  for (const CodeWarning& warning : warnings) {
    for (const std::string* text : {&warning.language, &warning.page, &warning.message}) out.Text(*text);
  }
}

std::vector<CodeWarning> DecodeWarnings(ByteReader& in) {
  std::vector<CodeWarning> warnings;
  for (size_t left = in.Count(); left > 0; --left) {
    CodeWarning& warning = warnings.emplace_back();
    for (std::string* text : {&warning.language, &warning.page, &warning.message}) *text = in.Text();
  }
  return warnings;
}

// As the Sass converter makes them: a text and the stylesheet's front matter.
bool IsSourceMap(const compat::plugins::NewPage& page, const Renderable& unit) {
  return page.asset && !page.body.writer && !page.body.liquid && page.url.empty() && page.attributes.IsNil() &&
         page.type == "pages" && page.data.IsHash() && &page.data.AsHash() == unit.data;
}

std::vector<compat::plugins::NewPage> DecodePages(ByteReader& in, const Renderable& unit) {
  std::vector<compat::plugins::NewPage> pages;
  for (size_t left = in.Count(); left > 0; --left) {
    compat::plugins::NewPage& page = pages.emplace_back();
    page.dir = in.Text();
    page.name = in.Text();
    page.data = Value::OfHash(unit.data);
    page.body = {.text = std::string(in.Text()), .writer = nullptr, .liquid = false};
    page.asset = true;
  }
  return pages;
}

}  // namespace

UnitRecords::UnitRecords(const Site& site, Kept& kept) : site_(site), kept_(kept) {
  ByteWriter all;
  engine::Encode(SitePrint(site), all);
  const auto add = [&](const Renderable& unit, const Excerpt* excerpt) {
    units_.emplace(NameOf(unit), &unit);
    if (excerpt != nullptr) units_.emplace(NameOf(*excerpt), excerpt);
    // A plugin has looked at some text: who knows what it made of it.
    if (site.texts_are_read) engine::Encode(PrintOf(unit.text.content()), all);
  };
  for (const Document* document : site.documents()) add(*document, document->excerpt.get());
  for (const Page* page : site.pages) add(*page, page->excerpt.get());
  kept_.new_site = FingerprintOf(all.bytes());
  if (!kept_.find || kept_.new_site == kept_.site) return;
  kept_.find = nullptr;
  kept_.why = "what all pages can see has changed: front matter, data, layouts, settings, or which files there are";
}

Fingerprint UnitRecords::PrintOf(const Value& text) {
  if (!text.IsString()) return FingerprintOf(text);
  const std::string_view bytes = text.AsString();
  const auto [print, is_new] = prints_.try_emplace({bytes.data(), bytes.size(), text.string_flags()});
  if (is_new) print->second = FingerprintOf(text);
  return print->second;
}

const Renderable* UnitRecords::FindUnit(std::string_view name) const {
  const auto found = units_.find(std::string(name));
  return found == units_.end() ? nullptr : found->second;
}

std::unique_ptr<Outcome> UnitRecords::OutcomeFor(const Renderable& unit) {
  std::string why = kept_.why;
  std::unique_ptr<Outcome> outcome;
  if (kept_.find) {
    const std::optional<std::string_view> bytes = kept_.find(unit.id);
    why = "it is new";
    if (bytes) outcome = Decode(unit, *bytes, &why);
  }
  if (!outcome) reasons_[&unit] = why;
  return outcome;
}

void UnitRecords::Final(const Renderable& unit, const Outcome& outcome, bool is_earlier) {
  kept_.records[unit.id] = is_earlier ? std::string() : Encode(unit, outcome);
  if (!is_earlier) kept_.rendered.emplace_back(unit.id, reasons_[&unit]);
}

void UnitRecords::Rejected(const Renderable& unit, std::string_view why) { reasons_[&unit] = why; }

void UnitRecords::MustRender(const Renderable& unit, std::string_view why) {
  ByteWriter out;
  out.Text(why);
  kept_.records[unit.id] = out.Take();
}

void UnitRecords::Spoil(std::string_view why) { kept_.spoiled = why; }

// A record begins with why it cannot stand, which is all of it where there is a reason.
std::string UnitRecords::Encode(const Renderable& unit, const Outcome& outcome) {
  ByteWriter out;
  std::string_view why = outcome.unrepeatable;
  for (const auto& page : outcome.pages) {
    if (!IsSourceMap(page, unit)) why = "it makes a page";
  }
  if (outcome.content_seen || !outcome.remembered.empty()) why = "it shows what other pages leave";
  out.Text(why);
  if (!why.empty()) return out.Take();
  engine::Encode(kept_.new_site, out);
  engine::Encode(PrintOf(unit.text.content()), out);
  out.Number(outcome.reads_clock ? 1 : 0);
  out.Number(outcome.pages_seen);
  out.Number(outcome.texts.size());
  for (const auto& [other, seen] : outcome.texts) {
    out.Text(NameOf(*other));
    engine::Encode(PrintOf(seen.content.value_or(Value())), out);
  }
  out.Number(outcome.dates.size());
  for (const auto& [document, is_dated] : outcome.dates) {
    out.Text(document->id);
    out.Number(is_dated ? 1 : 0);
  }
  out.Number(outcome.dated.size());
  for (const Document* document : outcome.dated) out.Text(document->id);
  out.Number(outcome.excerpts.size());
  for (const auto& [excerpt, kept] : outcome.excerpts) {
    out.Text(NameOf(*excerpt));
    out.Number(kept.is_own ? 1 : 0);
    engine::Encode(PrintOf(kept.is_own ? excerpt->text.content() : kept.value->text.output()), out);
    if (!kept.is_own) continue;
    EncodeText(kept.value->text.content(), out);
    EncodeText(kept.value->text.output(), out);
    engine::Encode(kept.value->log, out);
    EncodeWarnings(kept.value->code_warnings, out);
  }
  engine::Encode(outcome.log, out);
  EncodeWarnings(outcome.code_warnings, out);
  out.Number(outcome.pages.size());
  for (const auto& page : outcome.pages) {
    for (const std::string* text : {&page.dir, &page.name, &page.body.text}) out.Text(*text);
  }
  EncodeText(outcome.text.content(), out);
  const Value output = outcome.text.output();
  engine::Encode(FingerprintOf(output.IsString() ? output.AsString() : std::string_view()), out);
  return out.Take();
}

std::unique_ptr<Outcome> UnitRecords::Decode(const Renderable& unit, std::string_view bytes, std::string* why) {
  ByteReader in(bytes);
  *why = in.Text();
  if (!why->empty()) return nullptr;
  *why = "it is of another site";
  if (DecodeFingerprint(in) != kept_.new_site) return nullptr;
  *why = "its own text has changed";
  if (DecodeFingerprint(in) != PrintOf(unit.text.content())) return nullptr;
  *why = "it shows the time";
  if (in.Number() != 0 && !kept_.same_time) return nullptr;
  *why = "what it looked at is gone";
  auto outcome = std::make_unique<Outcome>();
  outcome->pages_seen = in.Number();
  for (size_t left = in.Count(); left > 0; --left) {
    const Renderable* other = FindUnit(in.Text());
    if (other == nullptr) return nullptr;
    outcome->told.push_back({other, DecodeFingerprint(in)});
  }
  for (size_t left = in.Count(); left > 0; --left) {
    const Renderable* document = FindUnit(in.Text());
    if (document == nullptr || AsDocument(*document) == nullptr) return nullptr;
    outcome->dates[AsDocument(*document)] = in.Number() != 0;
  }
  for (size_t left = in.Count(); left > 0; --left) {
    const Renderable* document = FindUnit(in.Text());
    if (document == nullptr || AsDocument(*document) == nullptr) return nullptr;
    outcome->dated.insert(AsDocument(*document));
  }
  *why = "an excerpt that it shows has changed";
  if (!DecodeExcerpts(in, *outcome)) return nullptr;
  *why = "its record is damaged";
  outcome->log = DecodeLog(in);
  outcome->code_warnings = DecodeWarnings(in);
  outcome->pages = DecodePages(in, unit);
  outcome->text = StagedContent::From(unit.text);
  if (std::optional<Piece> content = DecodeText(in)) {
    outcome->text.SetConverted(std::move(content->text), content->flags);
  }
  outcome->kept_output = DecodeFingerprint(in);
  if (!in.IsDone()) return nullptr;
  return outcome;
}

bool UnitRecords::DecodeExcerpts(ByteReader& in, Outcome& outcome) const {
  for (size_t left = in.Count(); left > 0; --left) {
    const Renderable* unit = FindUnit(in.Text());
    if (unit == nullptr || unit->kind != UnitKind::kExcerpt) return false;
    const auto* excerpt = static_cast<const Excerpt*>(unit);
    const bool is_own = in.Number() != 0;
    const Fingerprint print = DecodeFingerprint(in);
    if (!is_own) {
      outcome.told_excerpts.push_back({excerpt, print});
      continue;
    }
    if (print != FingerprintOf(excerpt->text.content())) return false;
    auto made = std::make_shared<ExcerptOutcome>();
    const std::optional<Piece> content = DecodeText(in);
    const std::optional<Piece> output = DecodeText(in);
    if (content) made->text.SetConverted(content->text, content->flags);
    if (output) made->text.SetOutput(output->text, output->flags);
    made->log = DecodeLog(in);
    made->code_warnings = DecodeWarnings(in);
    outcome.excerpts[excerpt] = {.value = std::move(made), .is_own = true, .leaves_more = false};
  }
  return true;
}

}  // namespace tincture::engine
