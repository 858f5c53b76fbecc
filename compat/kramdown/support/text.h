// Text: bytes that grow at the end. A view of its source as long as what is appended follows it there, a copy in an
// arena, grown by doubling, from then on. Trivially copyable; copies share bytes, so only one of them may be appended
// to.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "liquid/support/arena.h"

namespace tincture::kramdown {

class Text {
 public:
  constexpr Text() = default;
  // Keeps the view.
  constexpr Text(std::string_view view) : data_(view.data()), size_(static_cast<uint32_t>(view.size())) {}

  std::string_view view() const { return {data_, size_}; }
  bool empty() const { return size_ == 0; }

  void Append(Arena& arena, std::string_view more) {
    if (more.empty()) return;
    if (size_ == 0) {
      *this = Text(more);
    } else if (capacity_ == 0 && data_ + size_ == more.data()) {
      size_ += static_cast<uint32_t>(more.size());
    } else {
      Reserve(arena, size_ + more.size());
      std::memcpy(const_cast<char*>(data_) + size_, more.data(), more.size());
      size_ += static_cast<uint32_t>(more.size());
    }
  }

 private:
  void Reserve(Arena& arena, size_t needed) {
    if (needed <= capacity_) return;
    const size_t capacity = needed < 32 ? 64 : needed * 2;
    char* bytes = arena.AllocateChars(capacity);
    std::memcpy(bytes, data_, size_);
    data_ = bytes;
    capacity_ = static_cast<uint32_t>(capacity);
  }

  const char* data_ = nullptr;
  uint32_t size_ = 0;
  uint32_t capacity_ = 0;  // 0: a view
};

}  // namespace tincture::kramdown
