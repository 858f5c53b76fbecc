#include "engine/model/renderable.h"

#include "engine/model/turn.h"

namespace tincture::engine {

Value Renderable::Content() const {
  Turn* turn = Turn::Current();
  return turn != nullptr ? turn->ContentOf(*this) : text.content();
}

Value Renderable::Output() const {
  Turn* turn = Turn::Current();
  return turn != nullptr ? turn->OutputOf(*this) : text.output();
}

}  // namespace tincture::engine
