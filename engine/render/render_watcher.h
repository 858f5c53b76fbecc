// RenderWatcher: for whoever wants to know which template made what of the site (engine/verify).
// Threads: may be called from several at a time, each with units of its own.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/renderable.h"
#include "liquid/exec/output_trace.h"

namespace tincture::engine {

class RenderWatcher {
 public:
  virtual ~RenderWatcher() = default;
  // A template of the unit is about to be rendered: its own text's (without `content`), or that of a layout around
  // `content`. Returns what is to trace it; null: nobody wants to know.
  virtual liquid::OutputTrace* OnTemplate(const Renderable& unit, std::optional<std::string_view> content) = 0;
  // What came of it.
  virtual void OnText(const Renderable& unit, std::string_view text) = 0;
  // The unit has its output. The templates still live.
  virtual void OnOutput(const Renderable& unit) = 0;
};

}  // namespace tincture::engine
