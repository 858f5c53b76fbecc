#include "engine/build/unit_records.h"

#include <algorithm>
#include <cstdio>

#include "engine/build/settings_print.h"
#include "engine/model/excerpt.h"
#include "engine/render/text_fingerprint.h"
#include "engine/render/unit_data.h"
#include "engine/source/file_facts.h"
#include "engine/source/log_codec.h"

namespace tincture::engine {

namespace {

constexpr size_t kFewKeys = 1000;  // not worth a thought
constexpr size_t kLongContent = 32 << 10;

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

// They ascend.
std::string EncodedReads(const std::vector<KeyId>& reads) {
  ByteWriter out;
  out.Number(reads.size());
  KeyId last = 0;
  for (const KeyId id : reads) out.Number(id - std::exchange(last, id));
  return out.Take();
}

std::vector<KeyId> DecodeReads(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<KeyId> reads(in.Count());
  KeyId last = 0;
  for (KeyId& id : reads) id = last += static_cast<KeyId>(in.Number());
  return reads;
}

// A key as people know it.
std::string Shown(const Key& key) {
  std::string name = key.name;
  std::replace(name.begin(), name.end(), kPathMark, '.');
  switch (key.kind) {
    case ReadKind::kUnit:
      return (name.empty() ? "the text of " : "the excerpt of ") + key.object;
    case ReadKind::kDrop:
      return name.empty() ? "what is known of " + key.object : key.object + "." + name;
    case ReadKind::kResult:
      return key.object + "." + name;
    case ReadKind::kTemplate:
      return "the include " + key.object;
    case ReadKind::kLayout:
      return "the layout " + key.object;
    case ReadKind::kFile:
      return "the file " + key.object;
    case ReadKind::kGlob:
      return "the files " + key.object;
    case ReadKind::kEnvironment:
      return "the variable " + name;
    case ReadKind::kRepository:
      return "git's history of " + key.object;
    case ReadKind::kClock:
    case ReadKind::kFiledTemplate:
      break;
  }
  return "the clock";
}

// The beginnings of two fingerprints.
std::string Change(const Fingerprint& was, const Fingerprint& is) {
  char text[40];
  std::snprintf(text, sizeof text, "which was %08x and is %08x", static_cast<unsigned>(was.low),
                static_cast<unsigned>(is.low));
  return text;
}

}  // namespace

UnitRecords::UnitRecords(const Site& site, Present& present, Kept& kept) : site_(site), present_(present), kept_(kept) {
  const auto add = [&](const Renderable& unit, const Excerpt* excerpt) {
    units_.emplace(NameOf(unit), &unit);
    if (excerpt != nullptr) units_.emplace(NameOf(*excerpt), excerpt);
  };
  for (const Document* document : site.documents()) add(*document, document->excerpt.get());
  for (const Page* page : site.pages) add(*page, page->excerpt.get());
  kept_.new_settings = SettingsPrint(site);
  if (kept_.units == nullptr) return;
  if (kept_.new_settings != kept_.settings) kept_.why = "the settings or the theme have changed";
  if (kept_.why.empty() && !ReadKeys()) kept_.why = "what is known of the last build is damaged";
  if (!kept_.why.empty()) kept_.units = nullptr;
}

// --- Keys

bool UnitRecords::ReadKeys() {
  ByteReader in(kept_.units->keys);
  for (size_t left = in.Count(); left > 0 && !in.failed(); --left) {
    const auto kind = static_cast<ReadKind>(in.Number());
    const std::string_view object = in.Text();
    const std::string_view name = in.Text();
    if (keys_.IdOf(kind, object, name) != were_.size()) return false;
    were_.push_back(DecodeFingerprint(in));
  }
  return in.IsDone();
}

const Fingerprint& UnitRecords::Now(KeyId id) {
  if (id >= now_.size()) now_.resize(std::max<size_t>(id + 1, keys_.size()));
  if (!now_[id]) now_[id] = present_.Of(keys_.KeyOf(id));
  return *now_[id];
}

bool UnitRecords::Holds(KeyId id) { return id < were_.size() && Now(id) == were_[id]; }

std::string UnitRecords::Changed(const std::vector<KeyId>& reads) {
  for (const KeyId id : reads) {
    if (id >= were_.size()) return "its record is damaged";
    if (!Holds(id)) return "it reads " + Shown(keys_.KeyOf(id)) + ", " + Change(were_[id], Now(id));
  }
  return {};
}

// Numbers those anew that somebody has read, where most are nobody's.
void UnitRecords::DropKeys() {
  std::vector<KeyId> numbers(keys_.size());
  KeyId next = 0;
  for (KeyId id = 0; id < is_used_.size(); ++id) numbers[id] = is_used_[id] ? next++ : 0;
  if (keys_.size() < 2 * next + kFewKeys) return;
  for (auto& [id, record] : kept_.records) {
    if (!record) record = kept_.units->units.at(id);
    ByteReader in(record->head);
    const std::string_view why = in.Text();
    if (!why.empty()) continue;
    std::vector<KeyId> reads = DecodeReads(in.Text());
    for (KeyId& key : reads) key = numbers[key];
    ByteWriter out;
    out.Text(why);
    out.Text(EncodedReads(reads));
    out.Append(in.rest());
    record->head = out.Take();
  }
  drops_keys_ = true;
}

// What nobody has read of a long page most likely nobody will; else the build begins anew, and it is read.
void UnitRecords::KeepContents() {
  for (const auto& [unit, content] : contents_) {
    const bool is_long = unit->kind == UnitKind::kPage && content.AsString().size() > kLongContent;
    if (is_long && !read_.contains(unit)) continue;
    kept_.records.at(unit->id)->texts.push_back(kept_.texts->Add(content.AsString()));
  }
}

void UnitRecords::Finish() {
  KeepContents();
  is_used_.resize(keys_.size());
  is_new_.resize(keys_.size());
  DropKeys();
  ByteWriter out;
  const auto used = static_cast<size_t>(std::count(is_used_.begin(), is_used_.end(), true));
  out.Number(drops_keys_ ? used : keys_.size());
  for (KeyId id = 0; id < keys_.size(); ++id) {
    if (drops_keys_ && !is_used_[id]) continue;
    const Key& key = keys_.KeyOf(id);
    out.Number(static_cast<uint64_t>(key.kind));
    out.Text(key.object);
    out.Text(key.name);
    engine::Encode(is_new_[id] ? Now(id) : id < were_.size() ? were_[id] : Fingerprint(), out);
  }
  kept_.new_keys = out.Take();
}

// --- Texts and units

bool UnitRecords::ReadContent(const Renderable& unit, Outcome& outcome) {
  outcome.unread_content.reset();
  if (outcome.content_flags == 0) return true;
  const auto record = kept_.units->units.find(unit.id);
  if (record == kept_.units->units.end() || record->second.texts.empty()) return false;
  std::optional<std::string> content = kept_.texts->Read(record->second.texts.front());
  if (!content) return false;
  outcome.text.SetConverted(*std::move(content), static_cast<uint8_t>(outcome.content_flags - 1));
  return true;
}

Fingerprint UnitRecords::PrintOf(const Value& text) {
  if (!text.IsString()) return FingerprintOfText(text);
  const std::string_view bytes = text.AsString();
  const auto [print, is_new] = prints_.try_emplace({bytes.data(), bytes.size(), text.string_flags()});
  if (is_new) print->second = FingerprintOfText(text);
  return print->second;
}

const Renderable* UnitRecords::FindUnit(std::string_view name) const {
  const auto found = units_.find(std::string(name));
  return found == units_.end() ? nullptr : found->second;
}

std::unique_ptr<Outcome> UnitRecords::OutcomeFor(const Renderable& unit, const Value& layout_leak) {
  std::string why = kept_.why;
  std::unique_ptr<Outcome> outcome;
  if (kept_.units != nullptr) {
    const auto record = kept_.units->units.find(unit.id);
    why = "it is new";
    if (record != kept_.units->units.end()) outcome = Decode(unit, layout_leak, record->second.head, &why);
  }
  if (!outcome) reasons_[&unit] = why;
  return outcome;
}

void UnitRecords::Final(const Renderable& unit, const Outcome& outcome, bool is_earlier) {
  const size_t keys = outcome.reads.empty() ? 0 : outcome.reads.back() + 1;
  if (keys > is_used_.size()) is_used_.resize(std::max(keys, keys_.size()));
  for (const KeyId id : outcome.reads) is_used_[id] = true;
  std::optional<UnitRecord>& record = kept_.records[unit.id];
  for (const auto& [other, seen] : outcome.texts) read_.insert(other);
  for (const Outcome::Told& told : outcome.told) read_.insert(told.unit);
  if (is_earlier) return;
  record = Encode(unit, outcome);
  kept_.rendered.emplace_back(unit.id, reasons_[&unit]);
  is_new_.resize(is_used_.size());
  for (const KeyId id : outcome.reads) is_new_[id] = true;
}

void UnitRecords::Rejected(const Renderable& unit, std::string_view why) { reasons_[&unit] = why; }

void UnitRecords::MustRender(const Renderable& unit, std::string_view why) {
  ByteWriter out;
  out.Text(why);
  kept_.records[unit.id] = UnitRecord{.head = out.Take(), .texts = {}};
}

void UnitRecords::Spoil(std::string_view why) { kept_.spoiled = why; }

// A record begins with why it cannot stand, which is all of it where there is a reason.
UnitRecord UnitRecords::Encode(const Renderable& unit, const Outcome& outcome) {
  UnitRecord record;
  ByteWriter out;
  std::string_view why = outcome.unrepeatable;
  for (const auto& page : outcome.pages) {
    if (!IsSourceMap(page, unit)) why = "it makes a page";
  }
  if (outcome.content_seen || !outcome.remembered.empty()) why = "it shows what other pages leave";
  out.Text(why);
  if (!why.empty()) return {.head = out.Take(), .texts = {}};
  out.Text(EncodedReads(outcome.reads));
  out.Number(outcome.layout_seen ? 1 : 0);
  if (outcome.layout_seen) engine::Encode(*outcome.layout_seen, out);
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
    if (!kept.is_own) {
      engine::Encode(PrintOf(kept.value->text.output()), out);
      continue;
    }
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
  const Value& content = outcome.text.content();
  out.Number(content.IsString() ? content.string_flags() + 1U : 0);
  engine::Encode(PrintOf(content), out);
  if (content.IsString()) contents_.emplace_back(&unit, content);
  const Value output = outcome.text.output();
  engine::Encode(FingerprintOf(output.IsString() ? output.AsString() : std::string_view()), out);
  record.head = out.Take();
  return record;
}

std::unique_ptr<Outcome> UnitRecords::Decode(const Renderable& unit, const Value& layout_leak, std::string_view bytes,
                                             std::string* why) {
  ByteReader in(bytes);
  *why = in.Text();
  if (!why->empty()) return nullptr;
  auto outcome = std::make_unique<Outcome>();
  outcome->reads = DecodeReads(in.Text());
  *why = Changed(outcome->reads);
  if (!why->empty()) return nullptr;
  *why = "the layout of the page before it has changed";
  if (in.Number() != 0 && DecodeFingerprint(in) != FingerprintOf(layout_leak)) return nullptr;
  *why = "what it looked at is gone";
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
  outcome->content_flags = in.Number();
  outcome->unread_content = DecodeFingerprint(in);
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
    if (!is_own) {
      outcome.told_excerpts.push_back({excerpt, DecodeFingerprint(in)});
      continue;
    }
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

void Encode(const UnitStore& store, ByteWriter& out) {
  out.Text(store.keys);
  out.Number(store.units.size());
  for (const auto& [id, record] : store.units) {
    out.Text(id);
    out.Text(record.head);
    out.Number(record.texts.size());
    for (const TextRef& text : record.texts) Encode(text, out);
  }
}

std::optional<UnitStore> DecodeUnitStore(std::string_view bytes) {
  ByteReader in(bytes);
  UnitStore store;
  store.keys = in.Text();
  for (size_t left = in.Count(); left > 0 && !in.failed(); --left) {
    std::string id(in.Text());
    UnitRecord record{.head = std::string(in.Text()), .texts = {}};
    for (size_t texts = in.Count(); texts > 0; --texts) record.texts.push_back(DecodeTextRef(in));
    store.units.emplace_hint(store.units.end(), std::move(id), std::move(record));
  }
  if (!in.IsDone()) return std::nullopt;
  return store;
}

}  // namespace tincture::engine
