// Arena: a bump allocator. Everything that a Value points at lives in one.
// Ownership: the arena owns its bytes; they live exactly as long as it does. No destructor of what it
// holds is ever run, so only trivially destructible types go in.
// Threads: one thread at a time may allocate. What was allocated may be read by any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tincture {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* Allocate(size_t size, size_t alignment) {
    const uintptr_t start = (cursor_ + alignment - 1) & ~(uintptr_t{alignment} - 1);
    if (cursor_ == 0 || start + size > limit_) return AllocateSlow(size, alignment);
    cursor_ = start + size;
    return reinterpret_cast<void*>(start);
  }

  char* AllocateChars(size_t size) { return static_cast<char*>(Allocate(size, 1)); }

  // A copy of `text` that lives as long as the arena.
  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    char* bytes = AllocateChars(text.size());
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  template <class T, class... Args>
  T* New(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  template <class T>
  std::span<T> CopySpan(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* copy = static_cast<T*>(Allocate(items.size_bytes(), alignof(T)));
    std::memcpy(static_cast<void*>(copy), items.data(), items.size_bytes());
    return {copy, items.size()};
  }

  // Where what ends at `end` was allocated last and there is room: makes it `size` bytes longer.
  bool Extend(const char* end, size_t size) {
    if (reinterpret_cast<uintptr_t>(end) != cursor_ || size > limit_ - cursor_) return false;
    cursor_ += size;
    return true;
  }
  // What ends at `end` does not need its last `size` bytes. Does nothing where more was allocated since.
  void TakeBack(const char* end, size_t size) {
    if (reinterpret_cast<uintptr_t>(end) == cursor_) cursor_ -= size;
  }

  // Bytes taken from the system.
  size_t reserved() const { return reserved_; }

 private:
  void* AllocateSlow(size_t size, size_t alignment);

  uintptr_t cursor_ = 0;
  uintptr_t limit_ = 0;
  size_t reserved_ = 0;
  size_t next_block_ = 4096;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

}  // namespace tincture
