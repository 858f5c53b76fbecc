// TemplateTracer: which line of which template made a place of a page.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/render/render_watcher.h"

namespace tincture::engine {

struct MadeBy {
  struct Line {
    std::string path;  // as ShownPath has it
    uint32_t line = 0;
    uint32_t column = 0;
  };
  Line line;
  std::string markup;               // "{{ page.title }}", cut to a line; empty where it is plain text
  std::vector<Line> included_from;  // from the inside out
  // Found by the words around it: a converter or a filter stands between the template and the page.
  bool is_near = false;
};

// Watches one build. Threads: as RenderWatcher.
class TemplateTracer : public RenderWatcher {
 public:
  // By path below the destination: the place in the page.
  explicit TemplateTracer(std::map<std::string, size_t> offsets) : offsets_(std::move(offsets)) {}

  liquid::OutputTrace* OnTemplate(const Renderable& unit, std::optional<std::string_view> content) override;
  void OnText(const Renderable& unit, std::string_view text) override;
  void OnOutput(const Renderable& unit) override;

  // After the build. Nothing where no template made it, or none can be told.
  std::optional<MadeBy> Find(const std::string& path) const;

 private:
  // One template's turn.
  struct Layer {
    std::optional<std::string> content;  // of a layout
    std::string text;
    liquid::OutputTrace trace;
  };
  using Layers = std::vector<std::unique_ptr<Layer>>;

  static std::optional<MadeBy> Locate(const Renderable& unit, const Layers& layers, size_t offset);
  static std::optional<MadeBy> LocateThrough(const Renderable& unit, const Layers& layers, size_t count,
                                             std::string_view text, size_t offset);
  static std::optional<MadeBy> LocateIn(const Renderable& unit, const Layers& layers, size_t which, size_t offset);
  static std::optional<MadeBy> LocateInContent(const Renderable& unit, const Layers& layers, size_t which,
                                               const liquid::OutputTrace::Piece& piece, size_t offset);
  static std::optional<MadeBy> LocateInSource(const Renderable& unit, std::string_view text, size_t offset);

  const std::map<std::string, size_t> offsets_;
  mutable std::mutex mu_;
  std::map<const Renderable*, Layers> layers_;  // guarded by mu_
  std::map<std::string, MadeBy> found_;         // guarded by mu_
};

}  // namespace tincture::engine
