// Renderer: one unit from its text to its output: Liquid, converters, layouts (lib/jekyll/renderer.rb).
//
// Jekyll renders units one after another with one payload, and that shows: `layout` and `content` of the unit before
// are still there while a body renders, `increment` counts on over the whole site, `cycle` in a layout goes on from
// page to page (DESIGN.md fact 2). All of it is in Leak and in the counters; a unit reads nothing else of another but
// the staged texts.
// Threads: one at a time.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "compat/plugins/plugin.h"
#include "engine/drops/payload_drop.h"
#include "engine/drops/site_drops.h"
#include "engine/model/site.h"
#include "engine/render/converters.h"
#include "engine/render/plugin_site.h"
#include "engine/render/render_host.h"
#include "engine/render/render_watcher.h"
#include "engine/render/template_cache.h"

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
    UnitHook on_item;
    RenderWatcher* watcher = nullptr;
  };
  // Borrows all of it.
  explicit Renderer(Parts parts) : parts_(std::move(parts)) {}

  // Renders a document or page and sets its staged text. Error: what stops the build, already logged as Jekyll does.
  Status Render(Renderable& unit);
  Result<Value> OutputOf(const Excerpt& excerpt) override;

 private:
  // A text with Ruby's encoding of it.
  struct Piece {
    std::string text;
    uint8_t flags = 0;
    Value value() const { return Value::String(text, flags); }
  };
  // One unit's turn.
  struct Turn {
    Renderable& unit;
    PayloadDrop& payload;
    liquid::Counters& counters;
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
  struct Leak {
    Value layout;
    Value content;  // nil, or that of content_text
    Piece content_text;
  };

  void Assign(Turn& turn);
  Result<Piece> RenderBody(Turn& turn);
  Result<Piece> RenderText(Turn& turn);
  Result<Piece> ConvertText(Turn& turn, const Piece& piece);
  Result<Piece> PlaceInLayouts(Turn& turn, Piece output);
  Result<Piece> RenderLiquid(Turn& turn, const Source& source);
  Error Failed(const Source& source, const Error& error);
  void WarnOnce(const Source& source, const liquid::Template& parsed);
  void WarnOfMissingLayout(const Turn& turn, const Value& name);
  Status Trigger(compat::plugins::ItemEvent event, Renderable& unit);
  const Hash* MergeLayouts(const Hash* inner, const Value& outer);

  Parts parts_;
  Leak leak_;
  liquid::RenderCounters counters_;
  Arena layout_arena_;
  std::map<std::pair<const Hash*, const Hash*>, const Hash*> merged_layouts_;
  std::set<const Excerpt*> excerpts_under_way_;
  std::set<std::string, std::less<>> warned_;
};

}  // namespace tincture::engine
