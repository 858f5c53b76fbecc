#include "engine/render/renderer.h"

#include <optional>
#include <set>

#include "engine/drops/document_drop.h"
#include "engine/drops/page_drop.h"
#include "engine/render/unit_data.h"
#include "engine/support/build_profile.h"
#include "liquid/exec/context.h"
#include "liquid/exec/template.h"

namespace tincture::engine {

namespace {

bool RenderWithLiquid(const Renderable& unit, const Value& content, const compat::Profile& profile) {
  if (const Document* document = AsDocument(unit)) return document->RenderWithLiquid();
  if (const Page* page = AsPage(unit)) return page->RenderWithLiquid();
  const Value wanted = unit.data->Get("render_with_liquid");
  if (profile.render_with_liquid_key && wanted.IsBool() && !wanted.AsBool()) return false;
  return unit.extname != ".coffee" && !unit.IsYamlFile() && HasLiquidConstruct(content);
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

std::unique_ptr<Outcome> Renderer::Render(const RenderState::Task& task) {
  const BuildProfile::Span span(parts_.profile, "unit", task.unit->relative_path);
  UnitTurn turn(parts_.state, parts_.site, task);
  const Turn::Scope scope(turn);
  const TrackedFiles::Observer::Scope files(&turn);
  const Log::Capture capture(turn.log());
  UnitTurn::Frame frame(turn, *task.unit);
  Status status = RenderUnit(*task.unit, turn, frame.text);
  return turn.End(std::move(status), std::move(frame.text));
}

Status Renderer::RenderUnit(Renderable& unit, UnitTurn& turn, StagedContent& text) {
  parts_.site.log.Debug("Rendering:", unit.relative_path);
  PayloadDrop payload(parts_.drops, AsDocument(unit));
  payload.layout = turn.task().layout_leak;
  payload.content_is_leaked = true;
  Pass pass{unit, text, payload, turn.counters(), turn};
  const Page* page = AsPage(unit);
  if (page != nullptr) payload.paginator = page->pager;
  if (Status status = Trigger(compat::plugins::ItemEvent::kPreRender, unit); !status) return status;
  // Page#to_liquid is a hash of this moment; a document's drop is alive.
  std::optional<PageDrop> snapshot;
  if (page != nullptr) snapshot.emplace(parts_.drops.Of(*page), text.content());
  payload.page = page ? Value::OfDrop(&*snapshot) : Value::OfDrop(&parts_.drops.Of(*AsDocument(unit)));
  Assign(pass);
  Result<Piece> output = RenderBody(pass);
  if (!output) return output.error();
  text.SetOutput(std::move(output->text), output->flags);
  Status status = Trigger(compat::plugins::ItemEvent::kPostRender, unit);
  if (parts_.watcher != nullptr) parts_.watcher->OnOutput(unit);
  return status;
}

void Renderer::Assign(Pass& pass) {
  if (parts_.converters.MarkdownIsFirst(pass.unit.extname)) {
    pass.payload.highlighter_prefix = pass.payload.highlighter_suffix = Value::String("\n");
  }
  pass.turn.NoteLayout(DataOf(pass.unit, "layout"));
  pass.payload.layout = parts_.layouts.ForBody(pass.unit, pass.payload.layout);
}

Result<Piece> Renderer::RenderBody(Pass& pass) {
  Result<Piece> rendered = RenderText(pass);
  if (!rendered) return rendered;
  Result<Piece> converted = ConvertText(pass, *rendered);
  if (!converted) return converted;
  pass.text.SetConverted(std::move(converted->text), converted->flags);
  if (pass.unit.kind != UnitKind::kExcerpt) {
    if (Status status = Trigger(compat::plugins::ItemEvent::kPostConvert, pass.unit); !status) return status.error();
  }
  const Value& content = pass.text.content();
  Piece output{std::string(content.AsString()), content.string_flags()};
  return PlaceInLayout(pass.unit) ? PlaceInLayouts(pass, std::move(output)) : std::move(output);
}

Result<Piece> Renderer::RenderText(Pass& pass) {
  static const BodyWriter kNoWriter;
  const Page* page = AsPage(pass.unit);
  const BodyWriter& writer = page ? page->writer : kNoWriter;
  const Value& content = pass.text.content();
  const std::string_view text = content.IsString() ? content.AsString() : std::string_view();
  if (!writer && !RenderWithLiquid(pass.unit, content, parts_.site.profile()))
    return Piece{std::string(text), content.string_flags()};
  return RenderLiquid(pass, {pass.unit.path, text, pass.unit.lines_before, writer, ShownPath(pass.unit)});
}

Result<Piece> Renderer::ConvertText(Pass& pass, const Piece& piece) {
  const PluginItem item = PluginItem::Of(pass.unit, parts_.drops);
  Result<Converters::Converted> converted =
      parts_.converters.Convert(parts_.plugins, &item, pass.unit.extname, piece.value());
  if (!converted) {
    parts_.site.log.Error("Conversion error:",
                          "a converter encountered an error while converting '" + pass.unit.relative_path + "':");
    parts_.site.log.Error("", converted.error().message);
    return converted.error();
  }
  pass.turn.AddPages(std::move(converted->pages));
  return Piece{std::move(converted->text), converted->flags};
}

void Renderer::WarnOfMissingLayout(const Renderable& unit, const Value& name) {
  const std::string layout = parts_.site.TextOf(name);
  parts_.site.log.WarnOfMany("layout " + layout, "Build Warning:",
                             "Layout '" + layout + "' requested in " +
                                 PlaceIn(unit.relative_path, unit.key_lines.layout) + " does not exist.");
}

// Jekyll says nothing: the frame around the frame is not there.
void Renderer::WarnOfMissingLayout(const Layout& layout, const Value& name) {
  const std::string missing = parts_.site.TextOf(name);
  parts_.site.log.Once("layout of " + layout.path, LogLevel::kWarn, "Build Warning:",
                       "Layout '" + missing + "' requested in " +
                           PlaceIn(PathBelow(layout.path, parts_.site.source()), layout.key_lines.layout) +
                           " does not exist.");
}

Result<Piece> Renderer::PlaceInLayouts(Pass& pass, Piece output) {
  const Layout* layout = parts_.layouts.Of(pass.unit);
  if (const Value name = DataOf(pass.unit, "layout"); layout == nullptr && !name.IsNil()) {
    WarnOfMissingLayout(pass.unit, name);
  }
  pass.payload.layout = Value();
  pass.payload.content_is_leaked = false;
  std::set<const Layout*> used;
  while (layout != nullptr && used.insert(layout).second) {
    const auto content = std::make_shared<const Piece>(std::move(output));
    pass.payload.content = content->value();
    pass.payload.layout = parts_.layouts.Merged(*layout, pass.payload.layout);
    Result<Piece> placed =
        RenderLiquid(pass, {layout->path, layout->content, layout->lines_before, layout->writer,
                            parts_.site.profile().layout_errors_name_full_path ? layout->path : layout->relative_path,
                            content->text});
    if (!placed) return placed;
    output = std::move(*placed);
    pass.turn.LeakContent(content);
    // Jekyll 3 asks the document whether it is written, which makes it take its date from the site.
    if (pass.unit.kind == UnitKind::kDocument) static_cast<const Document&>(pass.unit).PublishingAsked();
    const Value next = layout->data->Get("layout");
    if (next.IsString()) pass.turn.NoteLayout(next);
    const Layout* outer = parts_.site.FindLayout(next);
    if (outer == nullptr && !next.IsNil()) WarnOfMissingLayout(*layout, next);
    layout = outer;
  }
  return output;
}

Result<Piece> Renderer::RenderLiquid(Pass& pass, const Source& source) {
  Arena arena;
  HashBuilder registers(arena);
  registers.Set("site", Value::OfDrop(&pass.payload.site));
  registers.Set("page", pass.payload.page);
  const compat::Profile& profile = parts_.site.profile();
  const bool keeps_registers = profile.template_cache_by_path && profile.liquid == compat::LiquidVersion::k4_0_4;
  liquid::Context::Options options;
  options.globals = Value::OfDrop(&pass.payload);
  options.registers = registers.BuildValue();
  options.counters = &pass.counters;
  options.loop_registers = keeps_registers ? &pass.turn.RegistersOf(source.path) : nullptr;
  options.host = &parts_.host;
  options.observer = pass.turn.observer();
  options.replays = options.observer == nullptr && parts_.watcher == nullptr && parts_.profile == nullptr;
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
  BuildProfile::Span span(parts_.profile, "template", source.path);
  liquid::LiquidError error;
  const liquid::Template* parsed = TemplateOf(pass, source, &error);
  if (parsed == nullptr) return Failed(source, error.ToError());
  WarnOnce(source, *parsed);
  liquid::Output output;
  output.buffer().reserve(source.text.size() + 2 * source.content.value_or("").size());
  if (parts_.watcher != nullptr) output.set_trace(parts_.watcher->OnTemplate(pass.unit, source.content));
  const bool is_rendered = parsed->Render(context, output);
  if (!is_rendered) return Failed(source, context.TakeError()->ToError());
  span.EndTemplate(output.text().size());
  if (parts_.watcher != nullptr) parts_.watcher->OnText(pass.unit, output.text());
  const uint8_t flags = output.ascii_tagged() ? kAsciiTagged : 0;
  return Piece{output.Take(), flags};
}

// What is filed under the path, should an include have been there before.
const liquid::Template* Renderer::TemplateOf(Pass& pass, const Source& source, liquid::LiquidError* error) {
  if (const liquid::Template* filed = pass.turn.Filed(source.path)) {
    if (filed->text() != source.text) pass.turn.Note(ReadKind::kFiledTemplate, source.path, {});
    return filed;
  }
  const liquid::Template* parsed = parts_.templates.Parse(source.path, source.text, source.lines_before, error);
  if (parsed != nullptr) pass.turn.File(source.path, *parsed);
  return parsed;
}

Error Renderer::Failed(const Source& source, const Error& error) {
  parts_.site.log.Error("Liquid Exception:", error.message + " in " + std::string(source.shown_path));
  Error failed = error;
  if (failed.where.path.empty()) failed.where.path = source.path;
  return failed;
}

void Renderer::WarnOnce(const Source& source, const liquid::Template& parsed) {
  for (size_t i = 0; i < parsed.warnings().size(); ++i) {
    parts_.site.log.Once(
        "template " + source.path + "\n" + std::to_string(i), LogLevel::kWarn, "Liquid Warning:",
        parsed.warnings()[i].message + " in " +
            PlaceIn(source.shown_path, parsed.warnings()[i].where.line, parsed.warnings()[i].where.column));
  }
}

Result<Value> Renderer::OutputOf(const Excerpt& excerpt) {
  if (excerpt.text.output().IsString()) {
    if (Turn* turn = Turn::Current()) turn->NoteUnrepeatable("it shows an excerpt that a plugin has rendered before");
    return excerpt.text.output();
  }
  auto* turn = static_cast<UnitTurn*>(Turn::Current());
  if (turn == nullptr) {
    UnitTurn own(parts_.state, parts_.site,
                 {.unit = nullptr, .rank = 0, .is_exact = true, .is_early = false, .layout_leak = {}});
    const Turn::Scope scope(own);
    const Result<Value> output = OutputOf(excerpt);
    if (!output) return output;
    excerpt.text.SetOutput(std::string(output->AsString()), output->string_flags());
    return excerpt.text.output();
  }
  if (turn->IsUnderWay(excerpt)) {
    return Error{
        .kind = "SystemStackError",
        .message = "stack level too deep",
        .hint = "An excerpt shows itself, perhaps through a list of posts: give the post an `excerpt` of its own.",
        .where = {excerpt.path, 0, 0}};
  }
  if (const auto known = turn->BeginExcerpt(excerpt)) return known->text.output();
  Result<StagedContent> text = RenderExcerpt(excerpt, *turn);
  if (!text) {
    turn->FailExcerpt(excerpt);
    return text.error();
  }
  return turn->KeepExcerpt(excerpt, std::move(*text))->text.output();
}

Result<StagedContent> Renderer::RenderExcerpt(const Excerpt& excerpt, UnitTurn& turn) {
  // A payload of its own: nothing leaks in or out.
  PayloadDrop payload(parts_.drops, nullptr);
  liquid::RenderCounters counters;
  UnitTurn::Frame frame(turn, excerpt);
  Pass pass{const_cast<Excerpt&>(excerpt), frame.text, payload, counters, turn};
  std::optional<ExcerptDrop> of_document;
  std::optional<PageDrop> of_page;
  if (const Document* document = AsDocument(*excerpt.owner)) {
    of_document.emplace(excerpt, *document, parts_.drops.Of(*document));
    payload.page = Value::OfDrop(&*of_document);
  } else {
    of_page.emplace(parts_.drops.Of(*AsPage(*excerpt.owner)), excerpt.owner->Content(), true);
    payload.page = Value::OfDrop(&*of_page);
  }
  Assign(pass);
  Result<Piece> output = RenderBody(pass);
  if (!output) return output.error();
  frame.text.SetOutput(std::move(output->text), output->flags);
  return std::move(frame.text);
}

}  // namespace tincture::engine
