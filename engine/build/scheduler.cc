#include "engine/build/scheduler.h"

#include <optional>

#include "engine/support/parallel.h"

namespace tincture::engine {

Status RenderUnits(RenderState& state, Renderer& renderer, int jobs, EarlierOutcomes* earlier) {
  // A stylesheet takes long, and hardly anybody waits for it.
  state.Begin(jobs > 1, earlier);
  ParallelFor(static_cast<size_t>(jobs), jobs, [&](size_t) {
    while (const std::optional<RenderState::Task> task = state.Next()) state.Done(*task, renderer.Render(*task));
  });
  return state.End();
}

}  // namespace tincture::engine
