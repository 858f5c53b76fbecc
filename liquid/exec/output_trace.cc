#include "liquid/exec/output_trace.h"

namespace tincture::liquid {

void OutputTrace::Note(const Template& source, const Node& node, int depth, size_t begin, size_t end) {
  // What was taken back is no piece: an output that an error or a blank block rewound.
  while (!pieces_.empty() && pieces_.back().end > end) pieces_.pop_back();
  pieces_.push_back({begin, end, depth, &source, &node});
}

const OutputTrace::Piece* OutputTrace::At(size_t offset) const {
  const Piece* printed = nullptr;   // a variable or a tag that the byte is of
  const Piece* touching = nullptr;  // one that ends there
  const Piece* text = nullptr;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.begin > offset || piece.end < offset || !IsLeaf(i)) continue;
    const bool holds_it = piece.end > offset;
    if (piece.node->kind != Node::Kind::kText) {
      (holds_it ? printed : touching) = &piece;
    } else if (holds_it) {
      text = &piece;
    }
  }
  if (printed != nullptr) return printed;
  return touching != nullptr && (text == nullptr || text->begin == offset) ? touching : text;
}

std::vector<const OutputTrace::Piece*> OutputTrace::Around(const Piece& piece) const {
  std::vector<const Piece*> around;
  int depth = piece.depth;
  for (size_t i = static_cast<size_t>(&piece - pieces_.data()) + 1; i < pieces_.size(); ++i) {
    if (pieces_[i].depth >= depth) continue;
    depth = pieces_[i].depth;
    around.push_back(&pieces_[i]);
  }
  return around;
}

}  // namespace tincture::liquid
