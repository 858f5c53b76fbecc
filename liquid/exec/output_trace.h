// OutputTrace: which node of which template printed what of one output. For whoever explains a text afterwards:
//
//   Output output;
//   OutputTrace trace;
//   output.set_trace(&trace);
//   parsed->Render(context, output);
//   trace.At(output.text(), 17);
//
// What a tag prints by way of another output (`capture`) is that tag's. Borrows the templates that were rendered. One
// thread.
#pragma once

#include <cstddef>
#include <vector>

#include "liquid/exec/tag.h"
#include "liquid/support/status.h"

namespace tincture::liquid {

class Template;

class OutputTrace {
 public:
  struct Piece {
    size_t begin;  // in the output
    size_t end;
    int depth;  // of bodies within bodies
    const Template* source;
    const Node* node;
  };

  // A node has printed what follows `begin`; `end` is where the output ends now.
  void Note(const Template& source, const Node& node, int depth, size_t begin, size_t end);

  // What printed the byte at `offset`, or should have: a tag or variable that ends there, printed nothing there or
  // begins there goes before a text that begins there. The innermost piece; null where there is none.
  const Piece* At(size_t offset) const;
  // The tags around a piece, from the inside out, up to the template's own body.
  std::vector<const Piece*> Around(const Piece& piece) const;

 private:
  bool IsLeaf(size_t i) const { return i == 0 || pieces_[i - 1].depth <= pieces_[i].depth; }

  std::vector<Piece> pieces_;  // a tag's own comes after those of its bodies
};

}  // namespace tincture::liquid
