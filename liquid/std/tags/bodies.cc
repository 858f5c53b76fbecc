#include "liquid/std/tags/bodies.h"

namespace tincture::liquid {

Body WithoutTexts(const Body& body, Arena& arena) {
  std::vector<Node> nodes;
  for (const Node& node : body.nodes) {
    if (node.kind != Node::Kind::kText) nodes.push_back(node);
  }
  return {arena.CopySpan(std::span<const Node>(nodes)), body.blank};
}

}  // namespace tincture::liquid
