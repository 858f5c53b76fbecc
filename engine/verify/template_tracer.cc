#include "engine/verify/template_tracer.h"

#include <algorithm>
#include <functional>

#include "engine/model/document.h"
#include "engine/model/page.h"
#include "engine/model/site.h"
#include "engine/verify/context_match.h"
#include "engine/verify/origin.h"
#include "engine/verify/text_place.h"
#include "liquid/exec/template.h"

namespace tincture::engine {

namespace {

using Piece = liquid::OutputTrace::Piece;
using liquid::Node;

constexpr size_t kShownMarkup = 60;

const Site& SiteOf(const Renderable& unit) {
  return unit.kind == UnitKind::kPage ? static_cast<const Page&>(unit).site : static_cast<const Document&>(unit).site;
}

// Below the destination; empty where the unit has no place there.
std::string PathOf(const Renderable& unit) {
  const std::string& folder = SiteOf(unit).destination();
  const Result<std::string> path = unit.kind == UnitKind::kPage
                                       ? static_cast<const Page&>(unit).Destination(folder)
                                       : static_cast<const Document&>(unit).Destination(folder);
  return path ? PathBelow(*path, folder) : "";
}

// Where the piece's byte at `offset` stands in its template: of a text itself, else where the markup begins.
uint32_t OffsetInTemplate(const Piece& piece, size_t offset) {
  if (piece.node->kind != Node::Kind::kText) return piece.node->offset;
  const std::string_view whole = piece.source->text();
  const std::less_equal<const char*> before;
  const bool is_within =
      before(whole.data(), piece.node->text) && before(piece.node->text, whole.data() + whole.size());
  if (!is_within) return piece.node->offset;
  const auto start = static_cast<size_t>(piece.node->text - whole.data());
  return static_cast<uint32_t>(start + (offset - piece.begin));
}

MadeBy::Line LineOf(const Site& site, const Piece& piece, size_t offset) {
  const SourcePosition place = piece.source->PositionOf(OffsetInTemplate(piece, offset));
  return {ShownPath(site, place.path), place.line, place.column};
}

std::string MarkupOf(const Piece& piece) {
  if (piece.node->kind == Node::Kind::kText) return {};
  const std::string_view markup = piece.source->text().substr(piece.node->offset);
  const std::string_view end = piece.node->kind == Node::Kind::kVariable ? "}}" : "%}";
  const size_t size = std::min({markup.find(end) + end.size(), markup.find('\n'), markup.size()});
  return size <= kShownMarkup ? std::string(markup.substr(0, size)) : std::string(markup.substr(0, kShownMarkup)) + "…";
}

MadeBy Describe(const Site& site, const liquid::OutputTrace& trace, const Piece& piece, size_t offset) {
  MadeBy made;
  made.line = LineOf(site, piece, offset);
  made.markup = MarkupOf(piece);
  const liquid::Template* inner = piece.source;
  for (const Piece* around : trace.Around(piece)) {
    if (around->source == inner) continue;
    inner = around->source;
    made.included_from.push_back(LineOf(site, *around, around->begin));
  }
  return made;
}

}  // namespace

liquid::OutputTrace* TemplateTracer::OnTemplate(const Renderable& unit, std::optional<std::string_view> content) {
  if (unit.kind == UnitKind::kExcerpt || !offsets_.contains(PathOf(unit))) return nullptr;
  auto layer = std::make_unique<Layer>();
  if (content) layer->content = std::string(*content);
  liquid::OutputTrace* trace = &layer->trace;
  const std::lock_guard lock(mu_);
  layers_[&unit].push_back(std::move(layer));
  return trace;
}

void TemplateTracer::OnText(const Renderable& unit, std::string_view text) {
  const std::lock_guard lock(mu_);
  if (const auto found = layers_.find(&unit); found != layers_.end()) found->second.back()->text = text;
}

void TemplateTracer::OnOutput(const Renderable& unit) {
  const auto offset = offsets_.find(PathOf(unit));
  if (offset == offsets_.end()) return;
  const std::lock_guard lock(mu_);
  const std::optional<MadeBy> made = Locate(unit, layers_[&unit], offset->second);
  if (made) found_.insert_or_assign(offset->first, *made);
  layers_.erase(&unit);
}

std::optional<MadeBy> TemplateTracer::Find(const std::string& path) const {
  const std::lock_guard lock(mu_);
  const auto found = found_.find(path);
  return found == found_.end() ? std::nullopt : std::optional(found->second);
}

// From the page to the outermost template: a plugin may have changed the page after that, and what has no layout was
// converted.
std::optional<MadeBy> TemplateTracer::Locate(const Renderable& unit, const Layers& layers, size_t offset) {
  const std::string_view output = unit.Output().IsString() ? unit.Output().AsString() : std::string_view();
  return LocateThrough(unit, layers, layers.size(), output, offset);
}

// `text` is what the layers below `count` came to. As it is, that is the text of the layer below; else it was converted
// or changed by a plugin.
std::optional<MadeBy> TemplateTracer::LocateThrough(const Renderable& unit, const Layers& layers, size_t count,
                                                    std::string_view text, size_t offset) {
  if (count == 0) return LocateInSource(unit, text, offset);
  const std::string& below = layers[count - 1]->text;
  if (below == text) return LocateIn(unit, layers, count - 1, offset);
  const std::optional<size_t> place = FindByContext(text, offset, below);
  std::optional<MadeBy> made = place ? LocateIn(unit, layers, count - 1, *place) : LocateInSource(unit, text, offset);
  if (made) made->is_near = true;
  return made;
}

std::optional<MadeBy> TemplateTracer::LocateIn(const Renderable& unit, const Layers& layers, size_t which,
                                               size_t offset) {
  const Layer& layer = *layers[which];
  const Piece* piece = layer.trace.At(offset);
  if (piece == nullptr) return std::nullopt;
  if (layer.content && piece->node->kind != Node::Kind::kText) {
    if (std::optional<MadeBy> made = LocateInContent(unit, layers, which, *piece, offset)) return made;
  }
  return Describe(SiteOf(unit), layer.trace, *piece, offset);
}

// Where the piece prints what the layout stands around, the layer below made it, or the converted source.
std::optional<MadeBy> TemplateTracer::LocateInContent(const Renderable& unit, const Layers& layers, size_t which,
                                                      const Piece& piece, size_t offset) {
  const std::string& content = *layers[which]->content;
  const std::string_view printed = std::string_view(layers[which]->text).substr(piece.begin, piece.end - piece.begin);
  const bool is_exact = printed == content;
  const std::optional<size_t> inner =
      is_exact ? offset - piece.begin : FindByContext(printed, offset - piece.begin, content);
  if (!inner) return std::nullopt;
  std::optional<MadeBy> made = LocateThrough(unit, layers, which, content, *inner);
  if (made) made->is_near |= !is_exact;
  return made;
}

std::optional<MadeBy> TemplateTracer::LocateInSource(const Renderable& unit, std::string_view text, size_t offset) {
  const Site& site = SiteOf(unit);
  const Result<std::string> source = site.machine.files.Read(unit.path);
  if (!source) return std::nullopt;
  const std::optional<size_t> place = FindByContext(text, offset, *source);
  if (!place) return std::nullopt;
  const TextPlace line = PlaceOf(*source, *place);
  MadeBy made;
  made.line = {ShownPath(site, unit.path), static_cast<uint32_t>(line.line), static_cast<uint32_t>(line.column)};
  made.is_near = true;
  return made;
}

}  // namespace tincture::engine
