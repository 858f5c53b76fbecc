// cmark-gfm's parser and its tree, owned.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

#include "compat/commonmark/options.h"

namespace tincture::commonmark {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

// Never null. Threads: any.
Tree Parse(std::string_view source, const Options& options);

}  // namespace tincture::commonmark
