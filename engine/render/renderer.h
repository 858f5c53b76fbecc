// Renderer: one unit from its text to its output: Liquid, converters, layouts (lib/jekyll/renderer.rb).
//
// Jekyll renders units one after another with one payload, and that shows: `layout` and `content` of the unit before
// are still there while a body renders, `increment` counts on over the whole site, `cycle` in a layout goes on from
// page to page (DESIGN.md fact 2). All of that, and other units' texts, comes from the unit's turn (unit_turn.h).
// Threads: any, each with a unit of its own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compat/plugins/plugin.h"
#include "engine/drops/payload_drop.h"
#include "engine/drops/site_drops.h"
#include "engine/model/site.h"
#include "engine/render/converters.h"
#include "engine/render/layouts.h"
#include "engine/render/plugin_site.h"
#include "engine/render/render_host.h"
#include "engine/render/render_watcher.h"
#include "engine/render/template_cache.h"
#include "engine/render/unit_turn.h"

namespace tincture::engine {

using UnitHook = std::function<Status(compat::plugins::ItemEvent, Renderable&)>;

class Renderer : public ExcerptRenderer {
 public:
  struct Parts {
    Site& site;
    SiteDrops& drops;
    PluginSite& plugins;
    const Converters& converters;
    const liquid::Environment& environment;
    RenderHost& host;
    TemplateCache& templates;
    Layouts& layouts;
    RenderState& state;
    UnitHook on_item;
    RenderWatcher* watcher = nullptr;
    BuildProfile* profile = nullptr;
  };
  // Borrows all of it.
  explicit Renderer(Parts parts) : parts_(std::move(parts)) {}

  // Renders a document or page. A status that is an error is what stops the build, already logged as Jekyll does.
  std::unique_ptr<Outcome> Render(const RenderState::Task& task);
  // Within a turn, or while nothing renders.
  Result<Value> OutputOf(const Excerpt& excerpt) override;

 private:
  // A unit on its way, or an excerpt.
  struct Pass {
    Renderable& unit;
    StagedContent& text;
    PayloadDrop& payload;
    liquid::Counters& counters;
    UnitTurn& turn;
  };
  // What a template is rendered from.
  struct Source {
    const std::string& path;
    std::string_view text;
    uint32_t lines_before;
    const BodyWriter& writer;
    std::string_view shown_path;                   // in messages
    std::optional<std::string_view> content = {};  // of a layout
  };
  Status RenderUnit(Renderable& unit, UnitTurn& turn, StagedContent& text);
  void Assign(Pass& pass);
  Result<Piece> RenderBody(Pass& pass);
  Result<Piece> RenderText(Pass& pass);
  Result<Piece> ConvertText(Pass& pass, const Piece& piece);
  Result<Piece> PlaceInLayouts(Pass& pass, Piece output);
  Result<Piece> RenderLiquid(Pass& pass, const Source& source);
  const liquid::Template* TemplateOf(Pass& pass, const Source& source, liquid::LiquidError* error);
  Result<StagedContent> RenderExcerpt(const Excerpt& excerpt, UnitTurn& turn);
  Error Failed(const Source& source, const Error& error);
  void WarnOnce(const Source& source, const liquid::Template& parsed);
  void WarnOfMissingLayout(const Renderable& unit, const Value& name);
  void WarnOfMissingLayout(const Layout& layout, const Value& name);
  Status Trigger(compat::plugins::ItemEvent event, Renderable& unit);

  Parts parts_;
};

}  // namespace tincture::engine
