#include "engine/render/renderer.h"

#include <optional>

#include "engine/drops/document_drop.h"
#include "engine/drops/page_drop.h"
#include "engine/model/string_edit.h"
#include "liquid/exec/context.h"
#include "liquid/exec/template.h"

namespace tincture::engine {

namespace {

const Document* AsDocument(const Renderable& unit) {
  return unit.kind == UnitKind::kDocument ? static_cast<const Document*>(&unit) : nullptr;
}

const Page* AsPage(const Renderable& unit) {
  return unit.kind == UnitKind::kPage ? static_cast<const Page*>(&unit) : nullptr;
}

// data[key] with a page's defaults.
Value DataOf(const Renderable& unit, const Symbol& key) {
  const Page* page = AsPage(unit);
  return page ? page->Data(key) : unit.data->Get(key);
}

bool RenderWithLiquid(const Renderable& unit, const compat::Profile& profile) {
  if (const Document* document = AsDocument(unit)) return document->RenderWithLiquid();
  if (const Page* page = AsPage(unit)) return page->RenderWithLiquid();
  const Value wanted = unit.data->Get("render_with_liquid");
  if (profile.render_with_liquid_key && wanted.IsBool() && !wanted.AsBool()) return false;
  return unit.extname != ".coffee" && !unit.IsYamlFile() && HasLiquidConstruct(unit.text.content());
}

bool PlaceInLayout(const Renderable& unit) {
  if (const Document* document = AsDocument(unit)) return document->PlaceInLayout();
  const Page* page = AsPage(unit);
  return page && page->PlaceInLayout();
}

// The path that Jekyll's messages name: of a page the one relative to the source.
std::string_view ShownPath(const Renderable& unit) {
  const Page* page = AsPage(unit);
  if (page == nullptr) return unit.path;
  const Value path = page->ShownPath();
  return path.IsString() ? path.AsString() : std::string_view(page->relative_path);
}

}  // namespace

Status Renderer::Trigger(compat::plugins::ItemEvent event, Renderable& unit) {
  return parts_.on_item ? parts_.on_item(event, unit) : Status();
}

Status Renderer::Render(Renderable& unit) {
  parts_.site.log.Debug("Rendering:", unit.relative_path);
  PayloadDrop payload(parts_.drops, AsDocument(unit));
  payload.layout = leak_.layout;
  payload.content = leak_.content;
  Turn turn{unit, payload, counters_};
  const Page* page = AsPage(unit);
  if (page != nullptr) payload.paginator = page->pager;
  if (Status status = Trigger(compat::plugins::ItemEvent::kPreRender, unit); !status) return status;
  // Page#to_liquid is a hash of this moment; a document's drop is alive.
  std::optional<PageDrop> snapshot;
  if (page != nullptr) snapshot.emplace(parts_.drops.Of(*page), unit.text.content());
  payload.page = page ? Value::OfDrop(&*snapshot) : Value::OfDrop(&parts_.drops.Of(*AsDocument(unit)));
  Assign(turn);
  Result<Piece> output = RenderBody(turn);
  if (!output) return output.error();
  leak_.layout = payload.layout;
  unit.text.SetOutput(std::move(output->text), output->flags);
  Status status = Trigger(compat::plugins::ItemEvent::kPostRender, unit);
  if (parts_.watcher != nullptr) parts_.watcher->OnOutput(unit);
  return status;
}

void Renderer::Assign(Turn& turn) {
  if (parts_.converters.MarkdownIsFirst(turn.unit.extname)) {
    turn.payload.highlighter_prefix = turn.payload.highlighter_suffix = Value::String("\n");
  }
  if (const Layout* layout = parts_.site.FindLayout(DataOf(turn.unit, "layout"))) {
    turn.payload.layout = Value::OfHash(MergeLayouts(layout->data, turn.payload.layout));
  }
}

// deep_merge_hashes(layout.data, payload["layout"] || {}): the layouts rendered before win.
const Hash* Renderer::MergeLayouts(const Hash* inner, const Value& outer) {
  if (!outer.IsHash()) return inner;
  const Hash*& merged = merged_layouts_[{inner, &outer.AsHash()}];
  if (merged == nullptr) merged = DeepMergeHashes(layout_arena_, *inner, outer.AsHash());
  return merged;
}

Result<Renderer::Piece> Renderer::RenderBody(Turn& turn) {
  Result<Piece> rendered = RenderText(turn);
  if (!rendered) return rendered;
  Result<Piece> converted = ConvertText(turn, *rendered);
  if (!converted) return converted;
  turn.unit.text.SetConverted(std::move(converted->text), converted->flags);
  if (turn.unit.kind != UnitKind::kExcerpt) {
    if (Status status = Trigger(compat::plugins::ItemEvent::kPostConvert, turn.unit); !status) return status.error();
  }
  const Value& content = turn.unit.text.content();
  Piece output{std::string(content.AsString()), content.string_flags()};
  return PlaceInLayout(turn.unit) ? PlaceInLayouts(turn, std::move(output)) : std::move(output);
}

Result<Renderer::Piece> Renderer::RenderText(Turn& turn) {
  static const BodyWriter kNoWriter;
  const Page* page = AsPage(turn.unit);
  const BodyWriter& writer = page ? page->writer : kNoWriter;
  const Value& content = turn.unit.text.content();
  const std::string_view text = content.IsString() ? content.AsString() : std::string_view();
  if (!writer && !RenderWithLiquid(turn.unit, parts_.site.profile()))
    return Piece{std::string(text), content.string_flags()};
  return RenderLiquid(turn, {turn.unit.path, text, turn.unit.lines_before, writer, ShownPath(turn.unit)});
}

Result<Renderer::Piece> Renderer::ConvertText(Turn& turn, const Piece& piece) {
  const compat::plugins::Item& item = parts_.plugins.ItemOf(turn.unit);
  Result<Converters::Converted> converted =
      parts_.converters.Convert(parts_.plugins, &item, turn.unit.extname, piece.value());
  if (!converted) {
    parts_.site.log.Error("Conversion error:",
                          "a converter encountered an error while converting '" + turn.unit.relative_path + "':");
    parts_.site.log.Error("", converted.error().message);
    return converted.error();
  }
  for (compat::plugins::NewPage& page : converted->pages) parts_.plugins.AddPage(std::move(page));
  if (!converted->pages.empty()) parts_.drops.ListPages();
  return Piece{std::move(converted->text), converted->flags};
}

void Renderer::WarnOfMissingLayout(const Turn& turn, const Value& name) {
  const std::string layout = parts_.site.TextOf(name);
  parts_.site.log.WarnOfMany("layout " + layout, "Build Warning:",
                             "Layout '" + layout + "' requested in " + turn.unit.relative_path + " does not exist.");
}

Result<Renderer::Piece> Renderer::PlaceInLayouts(Turn& turn, Piece output) {
  const Value name = DataOf(turn.unit, "layout");
  const Layout* layout = name.IsNil() ? nullptr : parts_.site.FindLayout(Value::String(parts_.site.TextOf(name)));
  if (layout == nullptr && !name.IsNil()) WarnOfMissingLayout(turn, name);
  turn.payload.layout = Value();
  std::set<const Layout*> used;
  while (layout != nullptr && used.insert(layout).second) {
    leak_.content_text = std::move(output);
    leak_.content = turn.payload.content = leak_.content_text.value();
    turn.payload.layout = Value::OfHash(MergeLayouts(layout->data, turn.payload.layout));
    Result<Piece> placed =
        RenderLiquid(turn, {layout->path, layout->content, layout->lines_before, layout->writer,
                            parts_.site.profile().layout_errors_name_full_path ? layout->path : layout->relative_path,
                            leak_.content_text.text});
    if (!placed) return placed;
    output = std::move(*placed);
    // Jekyll 3 asks the document whether it is written, which makes it take its date from the site.
    if (turn.unit.kind == UnitKind::kDocument) static_cast<const Document&>(turn.unit).PublishingAsked();
    layout = parts_.site.FindLayout(layout->data->Get("layout"));
  }
  return output;
}

Result<Renderer::Piece> Renderer::RenderLiquid(Turn& turn, const Source& source) {
  Arena arena;
  HashBuilder registers(arena);
  registers.Set("site", Value::OfDrop(&turn.payload.site));
  registers.Set("page", turn.payload.page);
  const compat::Profile& profile = parts_.site.profile();
  const bool keeps_registers = profile.template_cache_by_path && profile.liquid == compat::LiquidVersion::k4_0_4;
  liquid::Context::Options options;
  options.globals = Value::OfDrop(&turn.payload);
  options.registers = registers.BuildValue();
  options.counters = &turn.counters;
  options.loop_registers = keeps_registers ? &parts_.templates.RegistersOf(source.path) : nullptr;
  options.host = &parts_.host;
  options.raise_errors = true;
  const Clock::Instant now = parts_.site.machine.clock.Now();
  options.now = parts_.site.zone.Show(now.seconds, now.nanoseconds);
  options.zone = &parts_.site.zone;
  liquid::Context context(parts_.environment, options);
  if (source.writer) {
    Result<std::string> written = source.writer(context);
    if (!written) return Failed(source, written.error());
    return Piece{std::move(*written), 0};
  }
  liquid::LiquidError error;
  const liquid::Template* parsed = parts_.templates.Parse(source.path, source.text, source.lines_before, &error);
  if (parsed == nullptr) return Failed(source, error.ToError());
  WarnOnce(source, *parsed);
  liquid::Output output;
  if (parts_.watcher != nullptr) output.set_trace(parts_.watcher->OnTemplate(turn.unit, source.content));
  if (!parsed->Render(context, output)) return Failed(source, context.TakeError()->ToError());
  if (parts_.watcher != nullptr) parts_.watcher->OnText(turn.unit, output.text());
  const uint8_t flags = output.ascii_tagged() ? kAsciiTagged : 0;
  return Piece{output.Take(), flags};
}

Error Renderer::Failed(const Source& source, const Error& error) {
  parts_.site.log.Error("Liquid Exception:", error.message + " in " + std::string(source.shown_path));
  Error failed = error;
  if (failed.where.path.empty()) failed.where.path = source.path;
  return failed;
}

void Renderer::WarnOnce(const Source& source, const liquid::Template& parsed) {
  if (parsed.warnings().empty() || !warned_.insert(source.path).second) return;
  for (const Error& warning : parsed.warnings()) {
    parts_.site.log.Warn("Liquid Warning:", warning.message + " in " + std::string(source.shown_path));
  }
}

Result<Value> Renderer::OutputOf(const Excerpt& excerpt) {
  if (excerpt.text.output().IsString()) return excerpt.text.output();
  if (!excerpts_under_way_.insert(&excerpt).second) {
    return Error{
        .kind = "SystemStackError",
        .message = "stack level too deep",
        .hint = "An excerpt shows itself, perhaps through a list of posts: give the post an `excerpt` of its own.",
        .where = {excerpt.path, 0, 0}};
  }
  // A payload of its own: nothing leaks in or out.
  PayloadDrop payload(parts_.drops, nullptr);
  liquid::RenderCounters counters;
  Excerpt& unit = const_cast<Excerpt&>(excerpt);
  Turn turn{unit, payload, counters};
  std::optional<ExcerptDrop> of_document;
  std::optional<PageDrop> of_page;
  if (const Document* document = AsDocument(*excerpt.owner)) {
    of_document.emplace(excerpt, *document, parts_.drops.Of(*document));
    payload.page = Value::OfDrop(&*of_document);
  } else {
    of_page.emplace(parts_.drops.Of(*AsPage(*excerpt.owner)), excerpt.owner->text.content(), true);
    payload.page = Value::OfDrop(&*of_page);
  }
  Assign(turn);
  Result<Piece> output = RenderBody(turn);
  excerpts_under_way_.erase(&excerpt);
  if (!output) return output.error();
  excerpt.text.SetOutput(std::move(output->text), output->flags);
  return excerpt.text.output();
}

}  // namespace tincture::engine
