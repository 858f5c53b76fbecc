#include "liquid/support/arena.h"

#include <algorithm>

namespace tincture {

namespace {
constexpr size_t kLargestBlock = size_t{1} << 20;
}

void* Arena::AllocateSlow(size_t size, size_t alignment) {
  const size_t block = std::max(next_block_, size + alignment);
  blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
  reserved_ += block;
  next_block_ = std::min(next_block_ * 2, kLargestBlock);
  const auto base = reinterpret_cast<uintptr_t>(blocks_.back().get());
  const uintptr_t start = (base + alignment - 1) & ~(uintptr_t{alignment} - 1);
  // A large one-off keeps what is left of the current block in use.
  if (base + block - (start + size) >= limit_ - cursor_ || cursor_ == 0) {
    cursor_ = start + size;
    limit_ = base + block;
  }
  return reinterpret_cast<void*>(start);
}

}  // namespace tincture
