// The scheduler: threads that render the site's units, as RenderState hands them out.
#pragma once

#include "engine/render/render_state.h"
#include "engine/render/renderer.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Renders all units with `jobs` threads, this one among them; what comes of it does not depend on how many there are.
// `earlier`: see RenderState::Begin. Error: the first unit's, in their order, that cannot be rendered.
Status RenderUnits(RenderState& state, Renderer& renderer, int jobs, EarlierOutcomes* earlier = nullptr);

}  // namespace tincture::engine
