// Names: identifiers of one compilation, interned. `a-b` and `a_b` are one name, as Sass has it.
// Owned by a compilation; a Name means something only with its table. One thread at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "liquid/support/arena.h"

namespace tincture::compat::sass {

// 0 is no name.
using Name = uint32_t;

class Names {
 public:
  explicit Names(Arena& arena) : arena_(arena), slots_(1024), texts_(1) {}

  Name Intern(std::string_view text);
  // With every `_` as `-`.
  std::string_view Text(Name name) const { return texts_[name]; }
  // One more than the highest name.
  size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    uint32_t hash = 0;
    Name name = 0;
  };
  void Grow();

  Arena& arena_;
  std::vector<Slot> slots_;  // a power of two of them, at most half full
  std::vector<std::string_view> texts_;
};

}  // namespace tincture::compat::sass
